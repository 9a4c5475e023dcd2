/** Control characters, and what Unicode says is no character. */
const controls = /(?![\n\t])\p{Cc}|\p{Noncharacter_Code_Point}/gu;
/** Marks that turn the direction of writing; signs without width that can hide a word in a word; letters of hidden tags. */
const unseen =
  /[\u061C\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u2064\u2066-\u206F\uFEFF\uFFF9-\uFFFB\u{E0000}-\u{E007F}]/gu;
/** More marks on one letter than any writing has: they would be drawn over the lines around. */
const piled = /(\p{M}{8})\p{M}+/gu;

/**
 * Text of unknown origin, made safe to look at: control characters become `�`, what cannot be seen but changes what is read
 * becomes visible (`[U+202E]`), lone surrogates are mended, a pile of marks on one letter is cut to eight and ends with `…`.
 * Line feeds, tabs, soft hyphens and joiners stay. Escaping for a format comes on top of this.
 */
export function cleanText(text: string): string {
  return text
    .replaceAll('\r\n', '\n')
    .toWellFormed()
    .replace(controls, '\uFFFD')
    .replace(unseen, (mark) => `[U+${mark.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}]`)
    .replace(piled, '$1…');
}
