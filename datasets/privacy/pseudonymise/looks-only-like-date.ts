import type { WrittenDate } from './date-grammar.ts';

/** What stands before a number that is a place in a text, a drawing, a size or a slope. */
const otherBefore =
  /(?:§+|(?<!\p{L})(?:stk\.?|pkt\.?|punkt|litra|afsnit|kap(?:itel|\.)|bilag|fig(?:ur|\.)|tabel|tegn(?:ing|\.)|(?:sags?|tegnings|matr(?:ikel)?|m)?\.?nr\.?|nummer|mål(?:estok(?:sforhold)?)?|skala|forhold|hældning|fald|rum|værelse|stue|lejlighed|lejl\.|BR\d*|BFE|DS|EN|ISO|matr\.|matrikel|kl\.?|ca\.|version|v\.)|(?:tegning|rum|værelse|nummer)s?|×|x|≈|=|<|>)\s*$/iu;
const unitBehind =
  /^\s?(?:m(?:²|2|m|³)?|cm|km|kvm|dele?|af|%|‰|°|grader|stk|kr|x|×|sten|kW|l|plade|glas|rør)(?![\p{L}\d])|^\s?[%‰°²³=]/iu;
const dateBefore =
  /(?:(?<!\p{L})(?:den|d\.|d|senest|inden|pr\.?|dato:?|dateret:?|modtaget:?|sendt|frist(?:en)?:?|svar(?:frist)?|møde(?:t)?|brev af|mail af|(?:man|tirs|ons|tors|fre|lør|søn)dag)(?:\s(?:den|d\.))?)\s*$/iu;
const fraction = /^(?:1\/[1-9]|1\/1[02]|2\/3|3\/4|2\/5|[345]\/[5-8]|24\/7|7\/8)$/u;

/**
 * Whether what has the form of a date is something else: a paragraph, a scale, a fraction, the size of a room. Only short
 * forms are in doubt (`14/9`, `1.2.24`); a name of a month or a whole year leaves none.
 */
export function looksOnlyLikeDate(
  date: WrittenDate,
  before: string,
  behind: string,
): 'date' | 'unsure' | 'other' {
  if (date.isNamed || date.year.length === 4) return 'date';
  if (otherBefore.test(before) || unitBehind.test(behind)) return 'other';
  if (date.year !== '' || dateBefore.test(before)) return 'date';
  if (fraction.test(`${date.day}/${date.month}`)) return 'other';
  return Number(date.day) > 12 ? 'date' : 'unsure';
}
