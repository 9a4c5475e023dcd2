import type { SplitName } from '../../datasets/card.ts';

/** What was taken in, what was not and why. */
export interface IntakeReport {
  format: 'csv' | 'xlsx' | 'jsonl';
  /** That are not empty: accepted, already there (or there twice, alike) and rejected. */
  rows: number;
  accepted: number;
  already: number;
  rejected: number;
  /** Cases in the whole data set, what was there before among them. */
  splits: Partial<Record<SplitName, number>>;
  notes: string[];
  /** Columns that the mapping does not name. */
  unmapped: string[];
  /** Of the first thousand rejected rows, every reason. */
  reasons: { row: number; reasons: string[] }[];
  /** Scans and drawings: the pages are in the data set, without text. */
  pagesWithoutText: { caseId: string; documentId: string; file: string; pages: number[] }[];
  /** Files that belong to no case. */
  leftOut: { path: string; why: string }[];
  rejectedFile?: string;
  /** Cases that were laid beside one in the data set. */
  compared?: number;
}
