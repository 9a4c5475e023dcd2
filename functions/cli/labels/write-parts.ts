import { basename, dirname, extname } from 'node:path';
import { InputError } from '../../../datasets/errors.ts';
import { type WorkbookToWrite, writeXlsx } from '../../../datasets/tables/write-xlsx.ts';
import { createFileStore } from '../../adapters/file-store.ts';

/** `sager.xlsx`, or `sager-01.xlsx` … where there are several. */
export function partName(out: string, part: { number: number; of: number }): string {
  if (part.of === 1) return out;
  const ending = extname(out);
  const stem = ending === '' ? out : out.slice(0, -ending.length);
  return `${stem}-${String(part.number).padStart(String(part.of).length, '0')}${ending}`;
}

/**
 * Writes a workbook beside its place and puts it there whole.
 * @throws {InputError} where another file is there: a sheet that somebody has filled in, or a data set's own
 */
export async function writeWorkbook(out: string, workbook: WorkbookToWrite): Promise<void> {
  const store = createFileStore(dirname(out));
  const bytes = await writeXlsx(workbook);
  const there = await store.read(basename(out));
  if (there !== null && !Buffer.from(there).equals(bytes)) {
    throw new InputError({
      field: '--out',
      is: `"${out}", where another file is`,
      expected: 'a name that is free',
      mend: 'It may be a sheet that was filled in: choose another name, or remove it yourself.',
    });
  }
  await store.write(basename(out), bytes);
}
