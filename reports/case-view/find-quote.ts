/** A place in a text, in UTF-16 units; `end` is the first one behind it. */
export interface Range {
  start: number;
  end: number;
}

/** A text in which quotes are looked for: white space folded once for all of them. */
export interface SearchText {
  folded: string;
  /** Where each unit of `folded` stands in the text; one more for its end. */
  places: readonly number[] | null;
  length: number;
}

/** Each run of white space as one blank, as the scorer folds it. */
export function foldText(text: string): SearchText {
  const folded = text.replace(/\s+/gu, ' ');
  if (folded === text) return { folded, places: null, length: text.length };
  const places: number[] = [];
  let inBlank = false;
  for (let at = 0; at < text.length; at += 1) {
    const blank = /\s/u.test(text[at]!);
    if (!blank || !inBlank) places.push(at);
    inBlank = blank;
  }
  return { folded, places, length: text.length };
}

/**
 * Where a quote stands in a text for the first time, white space folded on both sides as the scorer folds it. Takes time by the
 * length of both, whatever a model quotes.
 * @returns null where it stands nowhere, or is empty
 */
export function findQuote({ folded, places, length }: SearchText, quote: string): Range | null {
  const words = quote.trim().replace(/\s+/gu, ' ');
  if (words === '') return null;
  const at = folded.indexOf(words);
  if (at === -1) return null;
  const placeOf = (unit: number) => (places === null ? unit : (places[unit] ?? length));
  return { start: placeOf(at), end: placeOf(at + words.length - 1) + 1 };
}
