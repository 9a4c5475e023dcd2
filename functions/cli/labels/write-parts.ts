import { basename, dirname, extname } from 'node:path';
import { type WorkbookToWrite, writeXlsx } from '../../../datasets/tables/write-xlsx.ts';
import { createFileStore } from '../../adapters/file-store.ts';

/** `sager.xlsx`, or `sager-01.xlsx` … where there are several. */
export function partName(out: string, part: { number: number; of: number }): string {
  if (part.of === 1) return out;
  const ending = extname(out);
  const stem = ending === '' ? out : out.slice(0, -ending.length);
  return `${stem}-${String(part.number).padStart(String(part.of).length, '0')}${ending}`;
}

/** Writes a workbook beside its place and puts it there whole. */
export async function writeWorkbook(out: string, workbook: WorkbookToWrite): Promise<void> {
  await createFileStore(dirname(out)).write(basename(out), await writeXlsx(workbook));
}
