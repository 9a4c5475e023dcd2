import type { Item } from './law-reference.ts';

const UNITS = new Set(
  (
    'm mm cm dm km m2 kvm ha pct procent promille grader kr dkk euro mio tkr kg t ton l liter kw kwh w lux db ' +
    'dage dag uger uge maaneder maaned aar timer time minutter stk x gange pkt meter centimeter millimeter kvadratmeter ' +
    'januar februar marts april maj juni juli august september oktober november december'
  ).split(' '),
);

/** Beginnings of nouns that are counted in building cases: `2 vinduer`, `3 boliger`. */
const COUNTED =
  /^(?:vindue|doer|skur|bolig|etage|bygning|tegning|nabo|person|ejendom|carport|garage|vaerelse|rum|altan|plads|parkering|p-plads|lejlighed|enhed|hus|sag|side|billede|foto|kopi|eksemplar|udhus|tilbygning|kvist|ovenlys|trappe|toilet|bad|parcel|grund|matrik|ansoegning|andre|andet|nye|eksisterende|gange|meter|plan|fag|lag|moeder|partshoering|indsigelse|bemaerkning|nedenstaaende|ovenstaaende)/;

const LIMIT = { chapter: 99, paragraph: 1899, stk: 60, nr: 120 } as const;

/**
 * Whether the bare number at `at` of a list (`… og 2 skure`, `…, 2,5 m`) counts or measures something
 * and so is no further provision.
 */
export function isMeasure(
  items: readonly Item[],
  at: number,
  level: keyof typeof LIMIT,
  plural: boolean,
): boolean {
  const number = items[at]!;
  const next = items[at + 1];
  if (Number(number.text) > LIMIT[level]) return true;
  if (next === undefined) return false;
  if (next.kind === 'mark') return markMeasures(items, at, plural, level);
  if (next.kind !== 'word') return false;
  if (next.tight && next.text.length > 1 && UNITS.has(next.folded)) return true;
  if (next.folded === 'stk') return items[at + 2]?.kind !== 'number' && items[at + 3]?.kind !== 'number';
  return (UNITS.has(next.folded) && !(next.tight && next.text.length === 1)) || COUNTED.test(next.folded);
}

function markMeasures(items: readonly Item[], at: number, plural: boolean, level: string): boolean {
  const mark = items[at + 1]!;
  const after = items[at + 2];
  if ('%°²³½"×+='.includes(mark.text)) return true;
  if (after === undefined || !mark.tight) return false;
  const digits = after.kind === 'number' && after.tight;
  if (mark.text === ':' || mark.text === '/') return digits && !(plural && mark.text === '/');
  if (mark.text === ',') return digits && !plural && (level === 'paragraph' || isUnit(items[at + 3]));
  if (mark.text === '.') return after.kind === 'word' && UNITS.has(after.folded) && after.folded !== 'stk';
  return mark.text === '-' && after.kind === 'word' && after.tight;
}

function isUnit(item: Item | undefined): boolean {
  return item !== undefined && (UNITS.has(item.folded) || '%°'.includes(item.text));
}
