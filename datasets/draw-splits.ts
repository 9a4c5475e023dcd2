import { createHash } from 'node:crypto';

/** Cases that must stay together, with all that they are to be spread by: case types, defect groups. */
export interface SplitUnit {
  id: string;
  cases: number;
  strata: ReadonlySet<string>;
}

/**
 * Deals units to splits so that each split has its share of every stratum as far as that goes: the rarest stratum
 * first, each unit to the split that lacks most of it. The seed decides among equals; the order of the units nothing.
 * @param shares of the splits; they need not sum to 1
 * @returns the split of each unit, by its id
 * @source Sechidis, K., Tsoumakas, G., Vlahavas, I. (2011), On the stratification of multi-label data. ECML PKDD.
 */
export function drawSplits<Name extends string>(
  units: readonly SplitUnit[],
  shares: Readonly<Record<Name, number>>,
  seed: string,
): Map<string, Name> {
  const names = Object.keys(shares) as Name[];
  const total = names.reduce((sum, name) => sum + shares[name], 0);
  const open = shuffle(units, seed);
  const wanted = new Map<string, Map<Name, number>>();
  const lacking = new Map(names.map((name) => [name, (countCases(open) * shares[name]) / total]));
  for (const stratum of new Set(open.flatMap(({ strata }) => [...strata]))) {
    const cases = countCases(open.filter(({ strata }) => strata.has(stratum)));
    wanted.set(stratum, new Map(names.map((name) => [name, (cases * shares[name]) / total])));
  }
  const drawn = new Map<string, Name>();
  const left = new Set(open);
  while (left.size > 0) {
    const rarest = rarestStratum(left);
    for (const unit of [...left].filter(({ strata }) => rarest === undefined || strata.has(rarest))) {
      const need = (name: Name) => (rarest === undefined ? 0 : wanted.get(rarest)!.get(name)!);
      const name = names.reduce((best, each) =>
        need(each) > need(best) || (need(each) === need(best) && lacking.get(each)! > lacking.get(best)!)
          ? each
          : best,
      );
      drawn.set(unit.id, name);
      left.delete(unit);
      lacking.set(name, lacking.get(name)! - unit.cases);
      for (const stratum of unit.strata) {
        const of = wanted.get(stratum)!;
        of.set(name, of.get(name)! - unit.cases);
      }
    }
  }
  return drawn;
}

/** The stratum that fewest of these have; the first by name among equals; undefined where none has any. */
function rarestStratum(units: ReadonlySet<SplitUnit>): string | undefined {
  const counts = new Map<string, number>();
  for (const { strata } of units)
    for (const stratum of strata) counts.set(stratum, (counts.get(stratum) ?? 0) + 1);
  return [...counts].sort(([a, x], [b, y]) => x - y || (a < b ? -1 : 1))[0]?.[0];
}

function countCases(units: readonly SplitUnit[]): number {
  return units.reduce((sum, { cases }) => sum + cases, 0);
}

/** By a hash of seed and id: what the input's order was does not matter. */
function shuffle(units: readonly SplitUnit[], seed: string): SplitUnit[] {
  const keyOf = ({ id }: SplitUnit) => createHash('sha256').update(`${seed}\n${id}`).digest('hex');
  return units
    .map((unit) => ({ unit, key: keyOf(unit) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ unit }) => unit);
}
