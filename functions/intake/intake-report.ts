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
  /** Taken in, but rarely so: somebody should look. */
  odd: { row: number; caseId: string; what: string }[];
  /** Cases that were taken in without any document: how many, and the first of them. */
  withoutDocuments: { count: number; caseIds: string[] };
  /** Files that belong to no case. */
  leftOut: { path: string; why: string }[];
  rejectedFile?: string;
  /** The folder in which files of cases were looked for; not where the mapping knows none. */
  filesFolder?: string;
  /** Cases that were laid beside one in the data set. */
  compared?: number;
}
