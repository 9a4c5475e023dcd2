/** Text made uniform for reading, and for each of its UTF-16 units the offset in the original. */
export interface NormalisedText {
  text: string;
  /** One longer than `text`: the last entry is the original's length. */
  offsets: Int32Array;
}

const DASH = /[\u00ad\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/u;
const DROPPED = /[\u00ad\u200b-\u200f\u2060\ufeff]/u;
const COMBINING = /\p{M}/u;
const SPACE = /\s/u;
const LOWER = /\p{Ll}/u;

/**
 * Unicode dashes become `-`, every white space a blank, soft hyphens and invisible marks vanish,
 * decomposed letters are composed, and a word broken over a line end (`byg-\nning`) is joined.
 */
export function normaliseText(original: string): NormalisedText {
  const offsets = new Int32Array(original.length + 1);
  const units: string[] = [];
  const push = (unit: string, at: number): void => {
    offsets[units.length] = at;
    units.push(unit);
  };
  for (let at = 0; at < original.length; ) {
    const unit = original[at]!;
    const skip = brokenWord(original, at, units.at(-1));
    if (skip > 0) at += skip;
    else if (DROPPED.test(unit)) at += 1;
    else if (COMBINING.test(unit) && units.length > 0) {
      units.push(...`${units.pop()}${unit}`.normalize('NFC').slice(0, 1));
      at += 1;
    } else {
      push(DASH.test(unit) ? '-' : SPACE.test(unit) ? ' ' : unit, at);
      at += 1;
    }
  }
  offsets[units.length] = original.length;
  return { text: units.join(''), offsets: offsets.subarray(0, units.length + 1) };
}

/** The length of hyphen, white space and line break inside a word broken over a line end; else 0. */
function brokenWord(text: string, at: number, before: string | undefined): number {
  if (!DASH.test(text[at]!) && text[at] !== '-') return 0;
  if (before === undefined || !LOWER.test(before)) return 0;
  let end = at + 1;
  let lineBreak = false;
  while (end < text.length && end < at + 40 && SPACE.test(text[end]!)) {
    lineBreak ||= text[end] === '\n';
    end += 1;
  }
  return lineBreak && end < text.length && LOWER.test(text[end]!) ? end - at : 0;
}
