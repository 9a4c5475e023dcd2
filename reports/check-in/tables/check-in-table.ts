import type { CheckInDataset } from '../../../evals/check-in/check-in.ts';
import type { Figure } from '../../../evals/statistics/interval.ts';
import type { CsvValue } from '../../render/render-csv.ts';

/** A number; text; nothing; or a share in [0, 1], which a workbook shows as a percentage. */
export type TableCell = CsvValue | { value: number; style: 'share' };

/** Figures of a check-in below a head: one file of CSV, and one sheet of the workbook. */
export interface CheckInTable {
  id: CheckInTableId;
  /** The same in every language. */
  head: readonly string[];
  rows: readonly (readonly TableCell[])[];
}

/** In the order of the workbook; the files' names too. */
export const checkInTableIds = [
  'trend',
  'changes',
  'gates',
  'municipalities',
  'provisions',
  'cases',
  'decisions',
  'labels',
] as const;
export type CheckInTableId = (typeof checkInTableIds)[number];

/** A cell as CSV has it. */
export function toCsvValue(cell: TableCell): CsvValue {
  return cell !== null && typeof cell === 'object' ? cell.value : cell;
}

/** The columns that say which data set a row is about. */
export const datasetHead = ['dataset', 'dataset_version', 'split'] as const;

export function datasetCells({ dataset }: Pick<CheckInDataset, 'dataset'>): TableCell[] {
  return [dataset.id, dataset.version, dataset.split];
}

/** The columns of a figure, as in `figures.csv`. */
export const figureHead = ['value', 'low', 'high', 'level', 'cases', 'items', 'reason'] as const;

/** @param share whether the figure is a share in [0, 1] */
export function figureCells({ value, interval, cases, items, reason }: Figure, share = true): TableCell[] {
  const number = (each: number | null) => (share ? shareCell(each) : each);
  return [
    number(value),
    number(interval?.low ?? null),
    number(interval?.high ?? null),
    interval?.level ?? null,
    cases,
    items,
    reason ?? null,
  ];
}

export function shareCell(value: number | null): TableCell {
  return value === null ? null : { value, style: 'share' };
}
