import type { Detector } from '../detector.ts';
import { before, matchSpans } from '../match-spans.ts';

/** Six and four digits, with dash, space or line break between, or nothing; letters that OCR reads for digits too. */
const pattern =
  /(?<![\p{L}\d./-])(?<value>[0-3OoIl][\dOoIl][01OoIl][\dOoIl]{3}\s{0,2}[-–—]?\s{0,2}[\dOoIlSB]{4})(?![\p{L}\d]|-\d)/dgu;
const cue = /(?:cpr|personn|person-?n|cprnr|f[øo]dselsn)/iu;
const weights = [4, 3, 2, 7, 6, 5, 4, 3, 2, 1];
const zeros = /[Oo]/gu;
const ones = /[Il]/gu;

/**
 * Personal identity numbers. The date must be possible; the check digit only raises confidence, since numbers
 * without it have been given out from 2007.
 * @source Det Centrale Personregister, "Personnummeret i CPR": the century by the seventh digit.
 */
export const cpr: Detector = (text) =>
  matchSpans(text, pattern, 'cpr', (match) => {
    const raw = match[0].replace(/[\s–—-]/gu, '');
    if (raw.replace(/\d/gu, '').length > 3) return null;
    const digits = raw.replace(zeros, '0').replace(ones, '1').replace(/S/gu, '5').replace(/B/gu, '8');
    if (!isPossibleDate(digits)) return null;
    const sure = cue.test(before(text, match.index, 24)) || hasCheckDigit(digits);
    return sure ? 0.99 : /\d\s*[-–—]/u.test(match[0]) ? 0.9 : 0.7;
  });

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
