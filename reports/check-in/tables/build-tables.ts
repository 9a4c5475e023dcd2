import type { CheckIn } from '../../../evals/check-in/check-in.ts';
import { byteOrderMark, renderCsv } from '../../render/render-csv.ts';
import { changesTable } from './changes-table.ts';
import { type CheckInTable, toCsvValue } from './check-in-table.ts';
import { gatesTable } from './gates-table.ts';
import { municipalitiesTable } from './municipalities-table.ts';
import { provisionsTable } from './provisions-table.ts';
import { casesTable, decisionsTable, labelsTable } from './talk-tables.ts';
import { trendTable } from './trend-table.ts';

const builders = [
  trendTable,
  changesTable,
  gatesTable,
  municipalitiesTable,
  provisionsTable,
  casesTable,
  decisionsTable,
  labelsTable,
];

/** Every figure of a check-in as tables, whose columns and words are the same in every language. */
export function buildTables(record: CheckIn): CheckInTable[] {
  return builders.map((build) => build(record));
}

/** A table for a Danish Excel (see `renderCsv`), with a byte order mark. */
export function renderTableCsv({ head, rows }: CheckInTable): string {
  return byteOrderMark + renderCsv([head, ...rows.map((row) => row.map(toCsvValue))]);
}
