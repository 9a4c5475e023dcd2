import type { Catalogue, Law } from '../catalogue.ts';
import { matchLawName } from './law-names.ts';
import type { FoundReference } from './law-reference.ts';
import type { TextToken } from './tokenise.ts';

const INSTRUMENT =
  /(?<type>bek|bekg|bkg|lbk|lbkg|lovbek|lovbkg|lov|vej|cir|bekendtgørelse|lovbekendtgørelse|vejledning|cirkulære|anordning)(?:n|s|en|ens)?\.?\s{0,3}(?<word>nr\.?|nummer)?\s{0,3}(?<number>\d{1,5})(?![\d.]\d)(?:\s{0,3}(?:af|\/)\s{0,3}(?:den\s{1,3})?(?<date>\d{1,2}\.?\s{0,3}[a-zæøå]{3,9}\.?\s{1,3}\d{4}|\d{1,2}[./-]\s?\d{1,2}[./\s-]\s?\d{4}|\d{4}(?:-\d{2}-\d{2})?))?/iuy;

const STARTS =
  /^(?:bek|bekg|bkg|lbk|lbkg|lovbek|lovbkg|lov|vej|cir|bekendtgoerelse|lovbekendtgoerelse|vejledning|cirkulaere|anordning)(?:n|s|en|ens)?$/;
const TYPES: Record<string, string> = {
  bek: 'BEK',
  bekg: 'BEK',
  bkg: 'BEK',
  bekendtgørelse: 'BEK',
  lbk: 'LBK',
  lbkg: 'LBK',
  lovbek: 'LBK',
  lovbkg: 'LBK',
  lovbekendtgørelse: 'LBK',
  lov: 'LOV',
  vej: 'VEJ',
  vejledning: 'VEJ',
  cir: 'CIR',
  cirkulære: 'CIR',
};

/** `LBK nr 572 af 29/05/2024`, `bekendtgørelse nr. 1399 af 12. december 2019` at token `at`, or null. */
export function readInstrument(
  tokens: readonly TextToken[],
  at: number,
  text: string,
  catalogue: Catalogue,
): FoundReference | null {
  if (!STARTS.test(tokens[at]!.folded)) return null;
  INSTRUMENT.lastIndex = tokens[at]!.start;
  const match = INSTRUMENT.exec(text);
  if (match === null) return null;
  const { type, word, number, date } = match.groups!;
  const code = TYPES[type!.toLowerCase()];
  const bare = type !== type!.toUpperCase() || type!.length > 3;
  if (word === undefined && date === undefined && bare) return null;
  let next = at;
  while (next < tokens.length && tokens[next]!.start < INSTRUMENT.lastIndex) next += 1;
  const law = findByNumber(catalogue, code, number!, yearOf(date));
  const titled = tokens[next]?.folded === 'om' ? readTitle(tokens, next, code, catalogue) : null;
  if (titled !== null) return { reference: named(law ?? titled.law), next: titled.next };
  if (law !== undefined) return { reference: named(law), next };
  const id = match[0].replace(/\s+/gu, ' ').trim();
  const kind = code === 'BEK' ? 'order' : 'law';
  return { reference: { how: 'named', id, genitive: false, kind, dotted: false }, next };
}

/** The catalogue's law as a reference. */
export function named(law: Law, genitive = false): FoundReference['reference'] {
  const kind = law.kind === 'order' ? 'order' : 'law';
  return { how: 'named', id: law.id, genitive, kind, dotted: law.numbering === 'dotted' };
}

function readTitle(tokens: readonly TextToken[], om: number, code: string | undefined, catalogue: Catalogue) {
  return (
    matchLawName(tokens, om, catalogue, code === 'BEK' ? 'bekendtgoerelse' : 'lov') ??
    matchLawName(tokens, om + 1, catalogue)
  );
}

/** The law with this number of that year; without a year only where type and number fit one law. */
export function findByNumber(
  catalogue: Catalogue,
  type: string | undefined,
  number: string,
  year: string | undefined,
): Law | undefined {
  const fitting = catalogue.laws.filter((law) =>
    law.instruments.some(
      (i) => i.number === number && (year === undefined ? i.type === type : i.date.slice(0, 4) === year),
    ),
  );
  return fitting.length === 1 ? fitting[0] : undefined;
}

function yearOf(date: string | undefined): string | undefined {
  return date === undefined ? undefined : /\d{4}/.exec(date)?.[0];
}
