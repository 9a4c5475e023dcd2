const controls = /(?![\n\t])\p{Cc}/gu;
const directions = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;

/**
 * Text of unknown origin, made safe to look at: control characters become `�`, marks that
 * turn the direction of writing become visible (`[U+202E]`), lone surrogates are mended.
 * Line feeds and tabs stay. Escaping for HTML or CSV comes on top of this.
 */
export function cleanText(text: string): string {
  return text
    .replaceAll('\r\n', '\n')
    .toWellFormed()
    .replace(controls, '\uFFFD')
    .replace(directions, (mark) => `[U+${mark.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}]`);
}
