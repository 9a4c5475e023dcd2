import { excerpt } from '../errors.ts';
import { adjudicationColumns, type DecisionColumn, poolColumns } from './decision-sheet.ts';
import type { FilledWorkbook } from './open-workbook.ts';
import type { SheetContext } from './sheet-context.ts';
import type { SheetMeta } from './sheet-meta.ts';
import type { SheetProblem, SheetProblems } from './sheet-problems.ts';
import { SheetReader } from './sheet-reader.ts';

type MetaRow = NonNullable<SheetMeta['rows']>[number];

/** A row that somebody decided on, and a way to tell what is wrong in it. */
export interface FilledRow {
  meta: MetaRow;
  text(column: DecisionColumn): string;
  tell(column: DecisionColumn, problem: Pick<SheetProblem, 'is' | 'expected' | 'mend'>): void;
}

/** The rows of a sheet of decisions, in the order in which they were written. Each must be there. */
export function readDecisionSheet(
  { file, meta, sheets }: FilledWorkbook,
  { words }: SheetContext,
  problems: SheetProblems,
): FilledRow[] {
  const sheet = sheets.get(words.decisions);
  if (sheet === undefined) {
    const mend = 'The sheet is not renamed or removed.';
    problems.add({ file, is: `no sheet "${words.decisions}"`, expected: 'the sheet of decisions', mend });
    return [];
  }
  const reader = new SheetReader(sheet, file, problems);
  const columns: readonly DecisionColumn[] = meta.kind === 'pool' ? poolColumns : adjudicationColumns;
  if (!hasColumns(reader, columns, words.columns)) return [];
  reader.refuseMerges(0, sheet.rows.length);
  const places = findRows(reader, meta.rows ?? [], words.columns.id);
  return (meta.rows ?? []).flatMap((row): FilledRow[] => {
    const at = places.get(row.id);
    if (at === undefined) {
      const mend = 'Rows are not removed: where nothing is to change, choose the decision that says so.';
      reader.tell({
        field: words.columns.id,
        is: `no row "${row.id}"`,
        expected: 'each row that was exported',
        mend,
      });
      return [];
    }
    const caseId = reader.peek(at, columns.indexOf('case'));
    if (caseId !== row.caseId) {
      const mend = 'The case id is not edited.';
      reader.tell({
        row: at,
        column: columns.indexOf('case'),
        field: words.columns.case,
        is: `"${excerpt(caseId)}"`,
        expected: `"${row.caseId}"`,
        mend,
      });
      return [];
    }
    return [
      {
        meta: row,
        text: (column) => reader.text(at, columns.indexOf(column), words.columns[column]),
        tell: (column, problem) =>
          reader.tell({ row: at, column: columns.indexOf(column), field: words.columns[column], ...problem }),
      },
    ];
  });
}

function hasColumns(
  reader: SheetReader,
  columns: readonly DecisionColumn[],
  names: Readonly<Record<DecisionColumn, string>>,
): boolean {
  const wrong = columns.findIndex((column, at) => reader.peek(0, at) !== names[column]);
  if (wrong < 0) return true;
  const is = `"${excerpt(reader.peek(0, wrong))}"`;
  const expected = `the heading "${names[columns[wrong]!]}"`;
  reader.tell({ row: 0, column: wrong, is, expected, mend: 'Columns are not moved, inserted or removed.' });
  return false;
}

/** Rows may have been sorted: each is found by its number. */
function findRows(reader: SheetReader, rows: readonly MetaRow[], field: string): Map<string, number> {
  const known = new Set(rows.map(({ id }) => id));
  const places = new Map<string, number>();
  for (let at = 1; at < reader.sheet.rows.length; at += 1) {
    if (reader.sheet.rows[at]!.every(({ kind, formula }) => kind === 'empty' && formula === undefined))
      continue;
    const id = reader.peek(at, 0);
    if (known.has(id) && !places.has(id)) places.set(id, at);
    else {
      const is = places.has(id) ? `"${excerpt(id)}" again` : `"${excerpt(id)}"`;
      reader.tell({
        row: at,
        column: 0,
        field,
        is,
        expected: 'the number of an exported row',
        mend: 'Remove rows that were added.',
      });
    }
  }
  return places;
}
