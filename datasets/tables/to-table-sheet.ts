import type { Cell, Sheet } from 'hucre/xlsx';
import { emptyCell, type TableCell, type TableSheet } from './table.ts';

const errorValue =
  /^#(?:REF!|N\/A|I\/T|VALUE!|VÆRDI!|DIV\/0!|DIVISION\/0!|NAME\?|NAVN\?|NUM!|NULL!|NUL!|SPILL!|CALC!|GETTING_DATA)$/u;

/** The library's sheet in our own terms. */
export function toTableSheet(sheet: Sheet): TableSheet {
  const rows = sheet.rows.map((values, row) =>
    trimEnd(
      values.map((value, column) => toCell(value, sheet.cells?.get(`${row},${column}`))),
      ({ kind, formula }) => kind === 'empty' && formula === undefined,
    ),
  );
  const hidden = (entries: Iterable<[number, { hidden?: boolean }]>) =>
    new Set([...entries].filter(([, definition]) => definition.hidden === true).map(([index]) => index));
  return {
    name: sheet.name,
    hidden: sheet.hidden === true || sheet.veryHidden === true,
    rows: trimEnd(rows, (row) => row.length === 0),
    hiddenRows: hidden(sheet.rowDefs ?? []),
    hiddenColumns: hidden((sheet.columns ?? []).entries()),
    merges: (sheet.merges ?? []).map(({ startRow, startCol, endRow, endCol }) => ({
      top: startRow,
      left: startCol,
      bottom: endRow,
      right: endCol,
    })),
  };
}

function toCell(value: Cell['value'], details: Cell | undefined): TableCell {
  const plain = toPlain(value);
  const formula = details?.formula !== undefined || details?.type === 'formula';
  const percent = plain.kind === 'number' && showsPercent(details?.style?.numFmt);
  if (!formula && !percent) return plain;
  return { ...plain, ...(formula ? { formula: true } : {}), ...(percent ? { percent: true } : {}) };
}

function toPlain(value: Cell['value']): TableCell {
  if (value === null || value === '') return emptyCell;
  if (value instanceof Date) return toDate(value);
  if (typeof value === 'number') return { kind: 'number', value };
  if (typeof value === 'boolean') return { kind: 'boolean', value };
  return { kind: errorValue.test(value) ? 'error' : 'text', value };
}

function toDate(value: Date): TableCell {
  if (Number.isNaN(value.getTime())) return { kind: 'error', value: 'a date outside the calendar' };
  const [day, time] = value.toISOString().split('T');
  return { kind: 'date', value: time === '00:00:00.000Z' ? day! : `${day}T${time!.slice(0, 8)}` };
}

/** A `%` in the number format that is no quoted text. */
function showsPercent(format: string | undefined): boolean {
  return (format ?? '').replace(/"[^"]*"|\\./gu, '').includes('%');
}

function trimEnd<T>(list: T[], isEmpty: (each: T) => boolean): T[] {
  let end = list.length;
  while (end > 0 && isEmpty(list[end - 1]!)) end -= 1;
  return end === list.length ? list : list.slice(0, end);
}
