import type { Catalogue, Law, Provision } from './catalogue.ts';

interface Lookup {
  laws: Map<string, Law>;
  provisions: Map<string, Map<string, Provision>>;
}

const lookups = new WeakMap<Catalogue, Lookup>();

function lookupOf(catalogue: Catalogue): Lookup {
  let lookup = lookups.get(catalogue);
  if (lookup === undefined) {
    lookup = {
      laws: new Map(catalogue.laws.map((law) => [law.id, law])),
      provisions: new Map(
        catalogue.laws.map((law) => [law.id, new Map(law.provisions.map((p) => [p.p, p]))]),
      ),
    };
    lookups.set(catalogue, lookup);
  }
  return lookup;
}

export function findLaw(catalogue: Catalogue, id: string | null): Law | undefined {
  return id === null ? undefined : lookupOf(catalogue).laws.get(id);
}

export function findProvision(catalogue: Catalogue, law: string, paragraph: string): Provision | undefined {
  return lookupOf(catalogue).provisions.get(law)?.get(paragraph);
}
