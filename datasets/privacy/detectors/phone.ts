import type { Detector } from '../detector.ts';
import { before, matchSpans } from '../match-spans.ts';

/** Eight digits in any grouping, with or without the country's code. */
const pattern =
  /(?:(?<![\p{L}\d,/+-]|\d[.:])|(?<=(?<!\p{L})(?:[Tt]lf|TLF|[Tt]el|[Mm]ob|[Mm]obil|[Tt]elefon)))(?<value>\(?(?:\+|00)45\)?[\s./-]{0,2}[1-9](?:(?: {2}|[\s./-])?\d){7}|[1-9](?:(?: {2}|[\s./-])?\d){7})(?![\d\p{L}]|[.,:/-]\d)/dgu;
const cue =
  /(?<!\p{L})(?:tlf|telefon\p{L}{0,8}|mobil\p{L}{0,8}|mob|tel|fax|ring|ringet?|ringer|træffes?|kontakt\p{L}{0,4}|nås|naas|sms|opkald|phone)(?!\p{L})/iu;
const inPairs = /^\d\d(?:(?:[ .]\d\d){3}|(?:-\d\d){3}|(?:\/\d\d){3}|(?: {2}\d\d){3})$/u;
const measures =
  /(?:kote|dybde|m[åa]l|h[øo]jde|niveau|profil|r[æa]kke|budget|pris|kr\.?|areal|nr\.?)[^.\n]{0,20}$/iu;
const date = /^[0-3]?\d[.-][01]?\d[.-](?:19|20)\d\d$/u;
const unit = /^ {0,2}(?:(?:mm?|cm|km|kr|dkk|kg|kwh|stk)(?![\p{L}\d])|m[23²³]|%)/iu;

/** Telephone numbers: labelled, with the country's code, or in pairs where nothing speaks of measures. */
export const phone: Detector = (text) =>
  matchSpans(text, pattern, 'phone', ({ 0: found, index }) => {
    if (/^\(?(?:\+|00)45/u.test(found)) return 0.98;
    if (date.test(found)) return null;
    const lead = sinceLastNumber(before(text, index, 40));
    if (unit.test(text.slice(index + found.length, index + found.length + 6))) return null;
    if (cue.test(lead)) return 0.95;
    const listed =
      /\d[ ,/]{1,2}$/u.test(before(text, index, 3)) ||
      /^[ ,/]{1,2}\d/u.test(text.slice(index + found.length, index + found.length + 3));
    return inPairs.test(found) && !listed && !measures.test(lead) ? 0.7 : null;
  });

/** A label counts for the number right behind it, on its own line or at the head of the next. */
function sinceLastNumber(lead: string): string {
  return `${lead.trimEnd().replace(/^.*[\d\n]/su, '')} `;
}
