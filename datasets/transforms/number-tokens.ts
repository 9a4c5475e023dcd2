/** Words after which a number is a name or a place in a law, not a measure. */
const named =
  /(?:§+|\b(?:stk|nr|litra|kap|kapit(?:el|ler|let|lerne)|pkt|paragraf|afsnit|bilag|tabel|fig|figur|version|rev|revision|lokalplan\w*|lokplan|lp|kommuneplan\w*|byplanved\w*|matr|matrikel\w*|ejendomsnr|bfe|bfe-nr|cvr|tlf|telefon|mobil|kl|sag|sagsnr|j\.?nr|bom|ds|iso))(?:\.?nr)?[\s.:]*$/iu;

/** How far back the words before a number are looked at. */
const lookBack = 24;

export interface NumberToken {
  /** Digits with `.` and `,` among them. */
  text: string;
  start: number;
}

/**
 * The numbers of a text with a `.` or `,` in them that may be measures: no part of a word or an id, and not
 * after a word that makes them a paragraph, plan, cadastral number, time or the like. Dates and lists have
 * another form: whoever rewrites a number passes them over.
 */
export function findNumbers(text: string, fixed: ReadonlySet<string>): NumberToken[] {
  return [...text.matchAll(/\d[\d.,]*\d/gu)]
    .filter(({ 0: found, index }) => {
      if (!/[.,]/u.test(found) || fixed.has(found)) return false;
      const before = text.slice(Math.max(0, index - lookBack), index);
      return !isInWord(before) && !named.test(before);
    })
    .map(({ 0: found, index }) => ({ text: found, start: index }));
}

/** `A2.1`, `TK-7.140`; but not `10,0x12,5` and `2,5-3,0`. */
function isInWord(before: string): boolean {
  if (/\d\s?[xX]$/u.test(before)) return false;
  return /\p{L}$/u.test(before) || /[\p{L}_/][\p{N}]*[-_/]$/u.test(before);
}
