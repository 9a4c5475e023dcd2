/**
 * What an OCR program takes for what. Each goes both ways within a class of look-alikes, so that a reader who
 * knows them can tell what stood there; no digit becomes another digit, and no decimal sign is lost.
 */
const confusions: Record<string, readonly string[]> = {
  '0': ['O'],
  O: ['0'],
  Ø: ['O'],
  '1': ['l', 'I'],
  l: ['1', 'I'],
  I: ['l', '1'],
  i: ['l'],
  '2': ['Z'],
  Z: ['2'],
  '5': ['S'],
  S: ['5'],
  '6': ['G'],
  G: ['6'],
  '8': ['B'],
  B: ['8'],
  '9': ['g'],
  g: ['9', 'q'],
  q: ['g'],
  a: ['å'],
  å: ['a'],
  Å: ['A'],
  o: ['ø'],
  ø: ['o'],
  e: ['c'],
  c: ['e'],
  h: ['b'],
  b: ['h'],
  rn: ['m'],
  m: ['rn'],
};

export interface ReadingSite {
  start: number;
  length: number;
  /** What may be read instead. */
  readings: readonly string[];
}

/**
 * The places of a text where a look-alike may be read. A letter becomes a digit only at the beginning of a word or
 * within it, away from digits, so that no number comes into being; a letter that stands alone stays (a unit, a litra).
 */
export function findSites(text: string): ReadingSite[] {
  const sites: ReadingSite[] = [];
  for (let start = 0; start < text.length; ) {
    const pair = text.slice(start, start + 2);
    const found = Object.hasOwn(confusions, pair) && pair.length === 2 ? pair : text[start]!;
    const readings = Object.hasOwn(confusions, found) ? readingsAt(text, start, found) : [];
    if (readings.length > 0) sites.push({ start, length: found.length, readings });
    start += found.length;
  }
  return sites;
}

function readingsAt(text: string, start: number, found: string): readonly string[] {
  const all = confusions[found]!;
  if (/\d/u.test(found)) return all;
  const [before, after] = [text[start - 1] ?? ' ', text[start + found.length] ?? ' '];
  const isLetter = (sign: string) => /\p{L}/u.test(sign);
  if (!isLetter(before) && !isLetter(after) && found.length === 1) return [];
  const mayBeDigit = isLetter(after) && !/[\d.,]/u.test(before);
  return mayBeDigit ? all : all.filter((reading) => !/\d/u.test(reading));
}
