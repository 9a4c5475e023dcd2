import { excerpt } from '../../datasets/errors.ts';
import { emptyCell, type TableCell } from '../../datasets/tables/table.ts';
import type { InputTable } from './input-table.ts';

const start = '#RET:';

/**
 * What stands in a file of rejected rows where a plain empty cell would hide what was wrong, so that the row cannot be
 * taken in before somebody has mended it.
 */
export function markCell(cell: TableCell, merged: boolean): TableCell {
  if (cell.kind === 'empty' && merged) return mark('flettede celler');
  if (cell.kind === 'empty' && cell.formula === true) return mark('formel uden værdi');
  // An Excel error is refused as it stands; the reader's own words for one would be taken for text.
  if (cell.kind === 'error' && !String(cell.value).startsWith('#')) return mark('dato uden for kalenderen');
  return cell;
}

function mark(reason: string): TableCell {
  return { kind: 'text', value: `${start} ${reason}` };
}

/** A row's cells with marks, as many as the row or its merged columns have. @param merged columns, from 0 */
export function markCells(cells: readonly TableCell[], merged: ReadonlySet<number>): TableCell[] {
  const length = Math.max(cells.length, ...[...merged].map((column) => column + 1));
  return Array.from({ length }, (_, column) => markCell(cells[column] ?? emptyCell, merged.has(column)));
}

/** The table, in which a cell with a mark is wrong. */
export function refuseMarks(table: InputTable): InputTable {
  return {
    ...table,
    async *rows() {
      for await (const row of table.rows()) yield { ...row, cell: (column) => refuse(row.cell(column)) };
    },
  };
}

function refuse(cell: TableCell | readonly string[]): TableCell | readonly string[] {
  if (!('kind' in cell) || cell.kind !== 'text' || !String(cell.value).trimStart().startsWith(start))
    return cell;
  return { kind: 'error', value: `the mark "${excerpt(String(cell.value), 60)}", not mended yet` };
}
