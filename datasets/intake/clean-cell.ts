const blanks = /[\u00A0\u2007\u202F\u3000]/gu;
/** Soft hyphens, zero-width marks and byte-order marks: nobody sees them, and they part equal texts. */
const unseen = /[\u00AD\u200B-\u200D\u2060\uFEFF]/gu;
const controls = /(?![\n\t\f])\p{Cc}/u;

/** A cell's text without what nobody sees: odd blanks are blanks, line ends are LF, ends are trimmed. */
export function cleanCell(text: string): string {
  return text
    .replace(/\r\n?/gu, '\n')
    .replace(blanks, ' ')
    .replace(unseen, '')
    .trim()
    .normalize('NFC')
    .toWellFormed();
}

/** A column's name or a word to look up: on one line. */
export function cleanHeader(text: string): string {
  return cleanCell(text).replace(/\s+/gu, ' ');
}

/** Words are looked up whatever their case. */
export function wordKey(text: string): string {
  return cleanHeader(text).toLowerCase();
}

/** Control characters, NUL among them, are no text; line feed, form feed and tab are. */
export function holdsControls(text: string): boolean {
  return controls.test(text);
}
