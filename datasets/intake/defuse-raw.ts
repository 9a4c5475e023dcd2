import { formulaStart } from '../tables/formula-start.ts';

const plainNumber = /^[-+]?[\d.,]*$/u;
const apostrophes = /^'*/u;

/** A cell of a CSV that we write: what a spreadsheet would run gets an apostrophe in front; numbers stay. */
export function defuseRaw(text: string): string {
  return isFormula(text) && !plainNumber.test(text) ? `'${text}` : text;
}

/** Takes that apostrophe away again where a file of rejected rows is sent once more. */
export function undoDefuse(text: string): string {
  return text.startsWith("'") && isFormula(text) ? text.slice(1) : text;
}

/** Also behind apostrophes: one of them may be ours. */
function isFormula(text: string): boolean {
  return formulaStart.test(text.replace(apostrophes, ''));
}
