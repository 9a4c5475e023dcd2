import type { Detector } from '../detector.ts';
import { matchSpans } from '../match-spans.ts';

const months =
  '(?:januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december|jan|feb|mar|apr|jun|jul|aug|sep|sept|okt|nov|dec)';
const date = `(?!00)\\d{1,2}(?:\\.?\\s?${months}\\.?\\s?|[./-]\\s?\\d{1,2}[./-]\\s?)(?:(?:18|19|20)?\\d{2})`;
const pattern = new RegExp(
  `(?<!\\p{L})(?:f[øo]dt(?:\\sden|\\sd\\.)?|f\\.|f[øo]dselsda(?:to|g)|f[øo]dselsdato(?:en)?)[\\s.:_]{0,3}(?<value>${date})(?!\\d)`,
  'dgiu',
);

/** Dates of birth, behind words that say so. */
export const birthDate: Detector = (text) => matchSpans(text, pattern, 'birthdate', () => 0.95);
