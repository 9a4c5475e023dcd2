import { formulaStart } from '../../datasets/tables/formula-start.ts';
import { cleanText } from './clean-text.ts';

/**
 * Text of unknown origin for one cell of a CSV: one line, and never a formula. Spreadsheets run what begins
 * with `=`, `+`, `-` or `@` (full-width too), also behind blanks; such text gets an apostrophe in front.
 * csv-stringify's `escape_formulas` looks at the first character only and would spoil our negative numbers.
 * @source OWASP, CSV Injection
 */
export function defuseCell(text: string): string {
  const line = cleanText(text).replace(/\s+/gu, ' ');
  return formulaStart.test(line) ? `'${line}` : line;
}
