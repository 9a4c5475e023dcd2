import { InputError } from '../../datasets/errors.ts';
import { indexHeader } from '../../datasets/intake/index-header.ts';
import type { InputRow } from '../../datasets/intake/input-row.ts';
import { mappedColumns } from '../../datasets/intake/mapped-columns.ts';
import type { Mapping } from '../../datasets/intake/mapping.ts';
import type { RowProblem } from '../../datasets/intake/read-result.ts';
import { emptyCell } from '../../datasets/tables/table.ts';
import type { InputTable } from './input-table.ts';
import { markChoice } from './mend-mark.ts';
import type { FoundFile, ScannedFolder } from './scan-folder.ts';

/** A folder without a table: each case is a row, and the names in the pattern are its columns. @throws {InputError} */
export function openFolder({ byCase, names }: ScannedFolder, file: string, mapping: Mapping): InputTable {
  if (byCase.size === 0) {
    throw new InputError({
      file,
      is: 'no file that fits the pattern',
      expected: 'files of cases',
      mend: 'Correct `files.pattern` in the mapping, or name the table of the cases with `source.table`.',
    });
  }
  indexHeader(names, mappedColumns(mapping), {
    file,
    row: 1,
    hint: 'Without a table (`source.table`), the names in `files.pattern` are the only columns; other values are set with `value`.',
  });
  const sorted = [...byCase.values()].sort((a, b) => (a[0]!.path < b[0]!.path ? -1 : 1));
  return {
    format: 'csv',
    notes: [`${byCase.size} cases found by their files`],
    unmapped: [],
    dateSystem: '1900',
    shape: { format: 'csv', delimiter: ';', encoding: 'utf-8', header: names },
    async *rows() {
      for (const [at, files] of sorted.entries()) yield toRow(files, at + 1, names);
    },
  };
}

function toRow(files: readonly FoundFile[], row: number, names: readonly string[]): InputRow {
  const { values } = files[0]!;
  const problems: RowProblem[] = [];
  for (const name of names) {
    const other = files.find((each) => each.values.get(name) !== values.get(name));
    if (other !== undefined)
      problems.push({
        column: name,
        is: `"${values.get(name)}" and "${other.values.get(name)}" among the files of one case`,
        expected: 'the same in all of them',
      });
  }
  return {
    row,
    problems,
    raw: { texts: names.map((name) => rawText(files, name)) },
    cell: (column) => {
      const value = values.get(column);
      return value === undefined ? emptyCell : { kind: 'text', value };
    },
  };
}

/** Where the files differ, none of the values may go in before somebody has chosen. */
function rawText(files: readonly FoundFile[], name: string): string {
  const values = [...new Set(files.map((file) => file.values.get(name) ?? ''))];
  return values.length === 1 ? values[0]! : markChoice(values);
}
