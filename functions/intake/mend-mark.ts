import { excerpt } from '../../datasets/errors.ts';
import { emptyCell, type TableCell } from '../../datasets/tables/table.ts';
import type { InputTable } from './input-table.ts';

const start = '#RET:';

/** In front of the reason of a row that somebody hid: where the file is sent again, nothing else would tell. */
export const hiddenRowMark = `${start} skjult række`;

/**
 * What stands in a file of rejected rows where the cell alone would hide what was wrong, so that the row cannot be
 * taken in before somebody has mended it.
 */
export function markCell(cell: TableCell, merged: boolean): TableCell {
  if (merged) return mark(cell.kind === 'empty' ? 'flettede celler' : `flettede celler: ${sayCell(cell)}`);
  if (cell.kind === 'empty' && cell.formula === true) return mark('formel uden værdi');
  // An Excel error is refused as it stands; the reader's own words for one would be taken for text.
  if (cell.kind === 'error' && !String(cell.value).startsWith('#')) return mark('dato uden for kalenderen');
  return cell;
}

/** A text in place of several that differ. */
export function markChoice(values: readonly string[]): string {
  return `${start} ${values.map((value) => `"${excerpt(value, 100)}"`).join(' eller ')}`;
}

/** A row's cells with marks, as many as the row or its merged columns have. @param merged columns, from 0 */
export function markCells(cells: readonly TableCell[], merged: ReadonlySet<number>): TableCell[] {
  const length = Math.max(cells.length, ...[...merged].map((column) => column + 1));
  return Array.from({ length }, (_, column) => markCell(cells[column] ?? emptyCell, merged.has(column)));
}

/** Whether the first column of a file of rejected rows still says that the row was hidden. */
export function holdsHiddenMark(reason: string): boolean {
  return reason.trimStart().startsWith(hiddenRowMark);
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

function mark(reason: string): TableCell {
  return { kind: 'text', value: `${start} ${reason}` };
}

/** As it is to be typed in its place. */
function sayCell({ kind, value, percent }: TableCell): string {
  if (kind === 'boolean') return value === true ? 'ja' : 'nej';
  if (kind === 'date') return String(value).slice(0, 10).split('-').reverse().join('-');
  if (kind !== 'number') return String(value);
  const shown = percent === true ? Number((Number(value) * 100).toPrecision(15)) : value;
  return `${String(shown).replace('.', ',')}${percent === true ? ' %' : ''}`;
}

function refuse(cell: TableCell | readonly string[]): TableCell | readonly string[] {
  if (!('kind' in cell) || cell.kind !== 'text' || !String(cell.value).trimStart().startsWith(start))
    return cell;
  return { kind: 'error', value: `the mark "${excerpt(String(cell.value), 60)}", not mended yet` };
}
