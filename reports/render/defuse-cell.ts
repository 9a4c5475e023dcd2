import { cleanText } from '../../datasets/clean-text.ts';
import { cellLimit } from '../../datasets/tables/cell-text.ts';
import { formulaStart } from '../../datasets/tables/formula-start.ts';
import { cutText } from './cut-text.ts';

/**
 * Text of unknown origin for one cell of a CSV: one line, and never a formula. Spreadsheets run what begins
 * with `=`, `+`, `-` or `@` (full-width too), also behind blanks; such text gets an apostrophe in front.
 * What is too long for a cell is cut and ends with `…`.
 * csv-stringify's `escape_formulas` looks at the first character only and would spoil our negative numbers.
 * @source OWASP, CSV Injection
 */
export function defuseCell(text: string): string {
  const line = cleanText(text).replace(/\s+/gu, ' ');
  const safe = formulaStart.test(line) || formulaStart.test(text) ? `'${line}` : line;
  return safe.length > cellLimit ? `${cutText(safe, cellLimit - 1).text}…` : safe;
}
