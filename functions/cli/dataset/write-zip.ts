import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Zip, ZipDeflate } from 'fflate';
import { InputError } from '../../../datasets/errors.ts';
import { makeFolder } from '../../adapters/make-folder.ts';

export interface ZipPart {
  name: string;
  bytes: () => Promise<Uint8Array>;
}

/** The earliest date that the format knows, in whatever time zone the machine is. */
const fixedTime = new Date(1980, 0, 1);

/**
 * Writes a ZIP, one part at a time, in the order of their names: the same parts give the same bytes on every machine
 * (the packing is JavaScript, not the system's). The file takes its place when it is whole.
 * @throws {InputError} where a file of another kind is there
 */
export async function writeZip(path: string, parts: readonly ZipPart[]): Promise<void> {
  await requireZipPlace(path);
  await makeFolder(dirname(path));
  const temporary = `${path}.${process.pid}.tmp`;
  const file = await open(temporary, 'w');
  try {
    const chunks: Uint8Array[] = [];
    const zip = new Zip((error, chunk) => {
      if (error !== null) throw error;
      chunks.push(chunk);
    });
    const flush = async () => {
      for (const chunk of chunks.splice(0)) await file.writeFile(chunk);
    };
    for (const { name, bytes } of parts.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
      const entry = new ZipDeflate(name, { level: 6 });
      entry.mtime = fixedTime;
      zip.add(entry);
      entry.push(await bytes(), true);
      await flush();
    }
    zip.end();
    await flush();
    await file.sync();
  } catch (error) {
    await file.close();
    await rm(temporary, { force: true });
    throw error;
  }
  await file.close();
  await rename(temporary, path);
}

/** An earlier archive is written anew; a file of another kind, such as the data set's own card, is left alone. */
async function requireZipPlace(path: string): Promise<void> {
  const file = await open(path).catch(() => null);
  if (file === null) return;
  try {
    const { bytesRead, buffer } = await file.read({ buffer: Buffer.alloc(2), position: 0 });
    if (bytesRead < 2 || buffer.toString('latin1') === 'PK') return;
  } finally {
    await file.close();
  }
  throw new InputError({
    field: '--out',
    is: `"${path}", where a file is that is no ZIP archive`,
    expected: 'a name that is free, or an earlier archive',
    mend: 'Choose another name, like my-data.zip.',
  });
}
