import { InputError } from '../errors.ts';
import { checkValue, parseJson } from '../parse-line.ts';
import { readXlsx } from '../tables/read-xlsx.ts';
import type { TableSheet } from '../tables/table.ts';
import { metaSheet, type SheetMeta, SheetMetaSchema } from './sheet-meta.ts';
import type { SheetProblems } from './sheet-problems.ts';

/** A workbook that came back, and what it was made from. */
export interface FilledWorkbook {
  file: string;
  meta: SheetMeta;
  sheets: ReadonlyMap<string, TableSheet>;
}

/** Opens a workbook that came back; null where it is none of ours, after telling why. */
export async function openWorkbook(
  bytes: Uint8Array,
  file: string,
  problems: SheetProblems,
): Promise<FilledWorkbook | null> {
  try {
    const { sheets } = await readXlsx(bytes, { file });
    const byName = new Map(sheets.map((sheet) => [sheet.name, sheet]));
    return { file, meta: readMeta(byName.get(metaSheet), file), sheets: byName };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const { is, expected, mend } = error.problem;
    problems.add({ file, is, expected, mend });
    return null;
  }
}

function readMeta(sheet: TableSheet | undefined, file: string): SheetMeta {
  const problem = {
    file,
    is:
      sheet === undefined
        ? 'a workbook that `maalestok labels` did not write'
        : 'a workbook whose hidden sheet was changed',
    expected: 'a workbook from `maalestok labels export`, `adjudicate` or `pool`',
    mend: 'Fill in the file as it was exported; do not copy its sheets into another file.',
  };
  if (sheet === undefined) throw new InputError(problem);
  const text = sheet.rows.map(([cell]) => String(cell?.value ?? '').replace(/^\|/u, '')).join('');
  try {
    return checkValue(parseJson(text, { file }), SheetMetaSchema, { file });
  } catch (cause) {
    throw new InputError(problem, { cause });
  }
}
