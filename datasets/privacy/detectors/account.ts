import type { Detector, Span } from '../detector.ts';
import { matchSpans } from '../match-spans.ts';

const iban =
  /(?<![\p{L}\d])(?<value>[A-Z]{2}(?!00)\d{2}(?:[\s]?[A-Z\d]{4}){3,7}(?:\s?[A-Z\d]{1,3})?)(?![\p{L}\d])/dgu;
const account = '(?:konto[\\s.-]?(?:nr|nummer)|konto|kto)[\\s.:#_-]{0,3}';
const patterns = [
  new RegExp(
    `(?<!\\p{L})reg(?:istrerings)?[\\s.-]{0,2}(?:nr|nummer)?[\\s.:#]{0,3}(?<value>(?!0000)\\d{4}[\\s,;./-]{0,3}(?:og\\s)?(?:${account})?\\d{5,10})(?!\\d)`,
    'dgiu',
  ),
  new RegExp(
    `(?<!\\p{L})${account}(?<value>(?:(?!0000)\\d{4}[\\s-]{1,3}\\d{5,10}|(?!0000)\\d{7,14}))(?!\\d)`,
    'dgiu',
  ),
];

/** Accounts, by their label; IBAN by its form, a foreign one with its check digits. */
export const bankAccount: Detector = (text): Span[] => [
  ...matchSpans(text, iban, 'account', ({ 0: found }) => {
    const right = hasCheckDigits(found.replace(/\s/gu, ''));
    return right ? 0.99 : /^DK\d{2}(?:\s?\d{4}){3}\s?\d{2}$/u.test(found) ? 0.9 : null;
  }),
  ...patterns.flatMap((pattern) => matchSpans(text, pattern, 'account', () => 0.95)),
];

/** @source ISO 13616-1:2020, check digits by MOD 97-10 */
function hasCheckDigits(value: string): boolean {
  const moved = value.slice(4) + value.slice(0, 4);
  let rest = 0;
  for (const sign of moved) {
    for (const digit of String(Number.parseInt(sign, 36))) rest = (rest * 10 + Number(digit)) % 97;
  }
  return rest === 1;
}
