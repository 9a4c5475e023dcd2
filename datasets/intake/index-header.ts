import { excerpt, InputError } from '../errors.ts';
import { cleanHeader } from './clean-cell.ts';
import { isReasonColumn } from './reason-column.ts';

export interface HeaderIndex {
  /** Where each column stands, counted from 0. */
  at: ReadonlyMap<string, number>;
  columns: string[];
  /** The file holds rejected rows that we wrote: its first column is a reason. */
  resent: boolean;
  /** In the header and not in the mapping. */
  unmapped: string[];
}

/**
 * Finds the mapped columns in a header.
 * @param row as Excel counts it, from 1
 * @param hint what else may be wrong, for the case that a column is not there
 * @throws {InputError} naming columns that are missing or there twice
 */
export function indexHeader(
  header: readonly string[],
  wanted: readonly string[],
  place: { file: string; row: number; hint?: string | undefined },
): HeaderIndex {
  const columns = header.map(cleanHeader);
  const { file, row } = place;
  if (columns.every((name) => name === '')) {
    throw new InputError({
      file,
      line: row,
      is: 'an empty header',
      expected: 'the names of the columns',
      mend: 'Set `source.headerRow` in the mapping to the row with the names.',
    });
  }
  const missing = wanted.filter((name) => !columns.includes(name));
  if (missing.length > 0) {
    throw new InputError({
      file,
      line: row,
      is: `no column ${sayNames(missing)}`,
      expected: `the columns that the mapping names; the header has ${sayNames(columns.filter((name) => name !== ''))}`,
      mend:
        place.hint ??
        'Correct the name in the mapping or in the file; `source.headerRow` says which row holds the names.',
    });
  }
  const twice = wanted.find((name) => columns.indexOf(name) !== columns.lastIndexOf(name));
  if (twice !== undefined) {
    throw new InputError({
      file,
      line: row,
      is: `the column ${sayNames([twice])} twice`,
      expected: 'each mapped column once',
      mend: 'Give one of them another name.',
    });
  }
  return {
    at: new Map(wanted.map((name) => [name, columns.indexOf(name)])),
    columns,
    resent: isReasonColumn(columns[0] ?? ''),
    unmapped: columns.filter((name) => name !== '' && !wanted.includes(name) && !isReasonColumn(name)),
  };
}

/** At most eight names, each cut. */
export function sayNames(names: readonly string[]): string {
  const shown = names.slice(0, 8).map((name) => `"${excerpt(name, 40)}"`);
  return names.length > 8 ? `${shown.join(', ')} and ${names.length - 8} more` : shown.join(', ');
}
