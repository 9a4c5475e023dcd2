import { stringify } from 'csv-stringify/sync';
import { defuseCell } from './defuse-cell.ts';

export type CsvValue = string | number | null;

/** Makes Excel read the file as UTF-8. */
export const byteOrderMark = '\uFEFF';

/**
 * Rows of CSV as a Danish Excel opens them by double click: semicolons, decimal comma, CRLF. Strings are
 * defused; numbers are ours, keep their sign, and have up to six decimals. Null is an empty cell.
 * (Elsewhere: `sep=';', dec=','`. The figures in machine form are `result.json`.)
 */
export function renderCsv(rows: readonly (readonly CsvValue[])[]): string {
  return stringify(
    rows.map((row) => row.map(cell)),
    { delimiter: ';', record_delimiter: 'windows' },
  );
}

function cell(value: CsvValue): string {
  if (value === null) return '';
  return typeof value === 'number' ? decimalComma(value) : defuseCell(value);
}

function decimalComma(value: number): string {
  const plain = String(Number(value.toFixed(6)));
  return plain.replace('.', ',');
}
