import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Zip, ZipDeflate } from 'fflate';

export interface ZipPart {
  name: string;
  bytes: () => Promise<Uint8Array>;
}

/** The earliest date that the format knows, in whatever time zone the machine is. */
const fixedTime = new Date(1980, 0, 1);

/**
 * Writes a ZIP, one part at a time, in the order of their names: the same parts give the same bytes on every machine
 * (the packing is JavaScript, not the system's). The file takes its place when it is whole.
 */
export async function writeZip(path: string, parts: readonly ZipPart[]): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const temporary = `${path}.tmp`;
  const file = await open(temporary, 'w');
  try {
    const chunks: Uint8Array[] = [];
    const zip = new Zip((error, chunk) => {
      if (error !== null) throw error;
      chunks.push(chunk);
    });
    const flush = async () => {
      for (const chunk of chunks.splice(0)) await file.write(chunk);
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
