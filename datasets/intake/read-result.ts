/** Why a cell, a file or a whole row is not taken in. */
export interface RowProblem {
  column?: string | undefined;
  is: string;
  expected: string;
}

export type ReadResult<T> = { ok: true; value: T } | ({ ok: false } & Omit<RowProblem, 'column'>);

export function good<T>(value: T): ReadResult<T> {
  return { ok: true, value };
}

export function bad(is: string, expected: string): { ok: false } & Omit<RowProblem, 'column'> {
  return { ok: false, is, expected };
}

/** One line, as it stands in the reason column and on the screen. */
export function renderProblem({ column, is, expected }: RowProblem): string {
  return `${column === undefined ? '' : `${column}: `}${is}, expected ${expected}`;
}
