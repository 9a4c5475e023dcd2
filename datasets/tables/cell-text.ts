import { cleanText } from '../clean-text.ts';

/** The longest text that a cell of a spreadsheet holds, in UTF-16 units. */
export const cellLimit = 32_767;

const formulaStart = /^'*[\s\u00AD\u200B-\u200D\u2060\uFEFF\uFFFD]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20\u2212]/u;

/**
 * Text of unknown origin as a cell shows it: cleaned (`cleanText`), and what a spreadsheet could take for a formula once somebody
 * edits the cell gets an apostrophe in front. What is too long for a cell is cut and ends with `…`.
 * The same text always gives the same cell.
 * @source OWASP, CSV Injection
 */
export function toCellText(text: string): string {
  const clean = cleanText(text);
  const safe = formulaStart.test(clean) ? `'${clean}` : clean;
  return safe.length > cellLimit ? `${safe.slice(0, cellLimit - 1).toWellFormed()}…` : safe;
}

/** What a person meant with a cell: without the apostrophe that `toCellText` put there, or one typed for the same end. */
export function fromCellText(text: string): string {
  return text.startsWith("'") && formulaStart.test(text) ? text.slice(1) : text;
}
