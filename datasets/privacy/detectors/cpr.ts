import type { Detector } from '../detector.ts';
import { before, matchSpans } from '../match-spans.ts';

/** No part of another number or word; `CPR010190-…` and `nr.010190-…` are none. */
const head =
  '(?:(?<![\\p{L}\\d]|[\\d./-][./-])(?<!\\d[./-])|(?<=(?<!\\p{L})(?:cpr|CPR|Cpr)(?:-?(?:nr|NR|Nr|nummer))?))';
const tail = '(?![\\p{L}\\d]|-\\d\\d)';
const letters = '[0-3OoIl][\\dOoIl][01OoIl][\\dOoIl]{3}';
const last = '[\\dOoIlSB]{4}';
/** Between the two parts: a dash, blanks, the end of a line and the next one's indent. */
const gap = '(?:\\s{0,2}[-./]?\\s{0,2}| {0,2}- {0,2}\\n {0,40}| {0,2}\\n {0,40}-? {0,2})';
/** Six and four digits; letters that OCR reads for digits too. */
const usual = new RegExp(`${head}(?<value>${letters}${gap}${last})${tail}`, 'dgu');
/** The date in parts, or with its whole year. */
const dated = [
  new RegExp(`${head}(?<value>[0-3]\\d([ ./-])[01]\\d\\2\\d\\d ?- ?\\d{4})${tail}`, 'dgu'),
  new RegExp(`${head}(?<value>[0-3]\\d[01]\\d(?:19|20)\\d\\d ?[- ] ?\\d{4})${tail}`, 'dgu'),
];
/** Nine digits, where a spreadsheet has dropped the first 0. */
const short = new RegExp(`${head}(?<value>[1-9][01]\\d{3} ?-? ?\\d{4})${tail}`, 'dgu');
const cue = /(?:cpr|personn|person-?n|cprnr|f(?:[øo]|oe)dselsn)/iu;
const cueRightBefore = /(?:cpr|personn|person-n)[^\d\n]{0,16}$/iu;
const weights = [4, 3, 2, 7, 6, 5, 4, 3, 2, 1];
const zeros = /[Oo]/gu;
const ones = /[Il]/gu;

/**
 * Personal identity numbers. The date must be possible; the check digit only raises confidence, since numbers
 * without it have been given out from 2007.
 * @source Det Centrale Personregister, "Personnummeret i CPR": the century by the seventh digit.
 */
export const cpr: Detector = (text) => [
  ...matchSpans(text, usual, 'cpr', ({ 0: found, index }) => {
    const confidence = judge(text, index, found.replace(/[\s./-]/gu, ''));
    if (confidence !== 0.9) return confidence;
    const bare = !/[\dOoIl]\s*[-./]/u.test(found);
    if (bare && (/\n {3}/u.test(found) || /[./-]/u.test(before(text, index, 1)))) return null;
    return /\d\s*-/u.test(found) || /\n *-/u.test(found) ? 0.9 : 0.7;
  }),
  ...dated.flatMap((pattern) =>
    matchSpans(text, pattern, 'cpr', ({ 0: found, index }) => {
      const digits = found.replace(/\D/gu, '');
      return judge(text, index, digits.length === 12 ? digits.slice(0, 4) + digits.slice(6) : digits);
    }),
  ),
  ...matchSpans(text, short, 'cpr', ({ 0: found, index }) =>
    cueRightBefore.test(before(text, index, 24)) ? judge(text, index, `0${found.replace(/\D/gu, '')}`) : null,
  ),
];

/** Null: no number of a person; 0.9: nothing but its date speaks for it. */
function judge(text: string, index: number, raw: string): number | null {
  if (raw.replace(/\d/gu, '').length > 3) return null;
  const digits = raw.replace(zeros, '0').replace(ones, '1').replace(/S/gu, '5').replace(/B/gu, '8');
  if (!isPossibleDate(digits)) return null;
  return cue.test(before(text, index, 24)) || hasCheckDigit(digits) ? 0.99 : 0.9;
}

function isPossibleDate(digits: string): boolean {
  const [day, month, year] = [0, 2, 4].map((at) => Number(digits.slice(at, at + 2))) as [
    number,
    number,
    number,
  ];
  const full = centuryOf(Number(digits[6]), year) + year;
  return day >= 1 && month >= 1 && month <= 12 && day <= new Date(Date.UTC(full, month, 0)).getUTCDate();
}

function centuryOf(seventh: number, year: number): number {
  if (seventh <= 3) return 1900;
  if (seventh === 4 || seventh === 9) return year <= 36 ? 2000 : 1900;
  return year <= 57 ? 2000 : 1800;
}

function hasCheckDigit(digits: string): boolean {
  return weights.reduce((sum, weight, at) => sum + weight * Number(digits[at]), 0) % 11 === 0;
}
