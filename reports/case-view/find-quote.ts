/** A place in a text, in UTF-16 units; `end` is the first one behind it. */
export interface Range {
  start: number;
  end: number;
}

/**
 * Where a quote stands in a text for the first time, white space folded on both sides as the scorer folds it.
 * @returns null where it stands nowhere, or is empty
 */
export function findQuote(text: string, quote: string): Range | null {
  const words = quote.trim();
  if (words === '') return null;
  const pattern = words.split(/\s+/u).map(escapePattern).join('\\s+');
  const found = new RegExp(pattern, 'u').exec(text);
  return found === null ? null : { start: found.index, end: found.index + found[0].length };
}

function escapePattern(word: string): string {
  return word.replace(/[$()*+.?[\\\]^{|}]/gu, '\\$&');
}
