import type { InputRow } from '../../datasets/intake/input-row.ts';

/** A table that is open: its rows can be read more than once, from the first on. */
export interface InputTable {
  format: 'csv' | 'xlsx' | 'jsonl';
  /** How it was read, and what is odd in it: shown to whoever took it in. */
  notes: string[];
  /** Columns that the mapping does not name. */
  unmapped: readonly string[];
  dateSystem: '1900' | '1904';
  /** The rows that are not empty. @throws {InputError} where the file as such cannot be read on */
  rows(): AsyncIterable<InputRow>;
  /** What a file of rejected rows looks like. */
  shape: TableShape;
}

export type TableShape =
  | { format: 'csv'; delimiter: string; encoding: string; header: readonly string[] }
  | { format: 'xlsx'; sheet: string; header: readonly string[]; dateSystem: '1900' | '1904' }
  | { format: 'jsonl' };
