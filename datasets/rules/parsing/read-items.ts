import type { Catalogue } from '../catalogue.ts';
import { matchLawName } from './law-names.ts';
import type { FoundReference, Item, LawReference } from './law-reference.ts';
import { type Address, readAddresses } from './read-address.ts';
import { named, readInstrument } from './read-instrument.ts';
import { readPlan } from './read-plan.ts';
import { readUnknownLaw } from './read-unknown-law.ts';
import { type TextToken, tokenise } from './tokenise.ts';

const SAME: Record<string, 'law' | 'order' | 'plan'> = {
  loven: 'law',
  lovens: 'law',
  lovbekendtgoerelsen: 'law',
  lovbekendtgoerelsens: 'law',
  bekendtgoerelsen: 'order',
  bekendtgoerelsens: 'order',
  reglementet: 'order',
  reglementets: 'order',
  planen: 'plan',
  planens: 'plan',
};
const SAME_WORD = /^(?:samme|naevnte|denne|dette|ovennaevnte|foernaevnte)$/;
const SAME_NOUN = /^(lov|bekendtgoerelse|reglement|lokalplan|plan)(?:s|en|ens|et|ets)?$/;

/** The tokens of a text with the names of laws, plans and web addresses taken together. */
export function readItems(text: string, catalogue: Catalogue): Item[] {
  const tokens = tokenise(text);
  const addresses = readAddresses(text, catalogue);
  const items: Item[] = [];
  let nextAddress = 0;
  for (let at = 0; at < tokens.length; ) {
    const token = tokens[at]!;
    while (nextAddress < addresses.length && addresses[nextAddress]!.end <= token.start) nextAddress += 1;
    const address = addresses[nextAddress];
    if (address !== undefined && token.start >= address.start) {
      items.push(addressItem(address, token));
      while (at < tokens.length && tokens[at]!.start < address.end) at += 1;
      continue;
    }
    const found = token.kind === 'word' ? readReference(tokens, at, text, catalogue, items) : null;
    if (found === null) {
      items.push(token);
      at += 1;
    } else {
      const end = tokens[found.next - 1]!.end;
      items.push({
        ...token,
        kind: 'law',
        end,
        reference: found.reference,
        adjacentOnly: found.adjacentOnly ?? false,
      });
      at = found.next;
    }
  }
  return items;
}

function readReference(
  tokens: readonly TextToken[],
  at: number,
  text: string,
  catalogue: Catalogue,
  before: readonly Item[],
): FoundReference | null {
  const same = readSame(tokens, at);
  if (same !== null) return same;
  const instrument = readInstrument(tokens, at, text, catalogue);
  if (instrument !== null)
    return { ...instrument, reference: apposition(instrument.reference, before, catalogue) };
  const plan = readPlan(tokens, at, text);
  if (plan !== null) return plan;
  const name = matchLawName(tokens, at, catalogue);
  if (name !== null) {
    return { reference: named(name.law, name.genitive), next: name.next, adjacentOnly: name.abbreviation };
  }
  return readUnknownLaw(tokens, at, text);
}

/** `lovens`, `samme lovs`. */
function readSame(tokens: readonly TextToken[], at: number): FoundReference | null {
  const { folded } = tokens[at]!;
  const noun = SAME_WORD.test(folded) ? SAME_NOUN.exec(tokens[at + 1]?.folded ?? '') : null;
  if (noun !== null) {
    const of = noun[1] === 'lov' ? 'law' : noun[1]!.endsWith('plan') ? 'plan' : 'order';
    const genitive = tokens[at + 1]!.folded.endsWith('s');
    return { reference: { how: 'same', of, genitive }, next: at + 2, adjacentOnly: true };
  }
  const of = Object.hasOwn(SAME, folded) ? SAME[folded] : undefined;
  if (of === undefined) return null;
  return { reference: { how: 'same', of, genitive: folded.endsWith('s') }, next: at + 1, adjacentOnly: true };
}

const APPOSITION = new Set([
  ',',
  '(',
  'jf',
  'jfr',
  '.',
  'som',
  'senest',
  'bekendtgjort',
  'ved',
  'i',
  'nu',
  'se',
  'cf',
]);

const AMENDMENT = /^aendr(?:et|ing|inger|ingen|ingerne|ede)$/;

/**
 * `byggeloven, jf. lovbekendtgørelse nr. …`: an unknown number behind a law's name is that law's; so is
 * that of an amendment (`som ændret ved lov nr. …`).
 */
function apposition(reference: LawReference, before: readonly Item[], catalogue: Catalogue): LawReference {
  if (reference.how !== 'named' || catalogue.laws.some((law) => law.id === reference.id)) return reference;
  if (before.slice(-5).some((item) => AMENDMENT.test(item.folded))) {
    const amended = before.findLast((item) => item.reference?.how === 'named')?.reference;
    if (amended !== undefined) return amended;
  }
  let at = before.length - 1;
  for (let steps = 0; steps < 8 && at >= 0 && APPOSITION.has(before[at]!.folded); steps += 1) at -= 1;
  const law = at < before.length - 1 ? before[at]?.reference : undefined;
  return law?.how === 'named' && law.kind !== 'plan' ? law : reference;
}

function addressItem(address: Address, token: TextToken): Item {
  const item: Item = { ...token, kind: 'address', end: address.end, provisions: address.provisions };
  if (address.law === null) return item;
  return {
    ...item,
    reference: { how: 'named', id: address.law, genitive: false, kind: 'law', dotted: false },
  };
}
