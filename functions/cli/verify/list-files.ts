import { readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { InputError } from '../../../datasets/errors.ts';

const mostFiles = 200_000;

/** What systems put into every folder that somebody looks into. */
const ofTheSystem = new Set(['.DS_Store', 'Thumbs.db', 'desktop.ini']);

/**
 * What lies in a folder, links too, by its path with `/`, sorted. Empty where there is no folder.
 * @param deep what lies in its folders instead of the folders themselves
 */
export async function listFiles(folder: string, deep: boolean): Promise<string[]> {
  const entries = await readdir(folder, { recursive: deep, withFileTypes: true }).catch(
    (cause: NodeJS.ErrnoException) => {
      if (cause.code === 'ENOENT' || cause.code === 'ENOTDIR') return [];
      const is = `a folder that cannot be read (${cause.code})`;
      throw new InputError({ file: folder, is, expected: 'one that can' }, { cause });
    },
  );
  if (entries.length > mostFiles) {
    throw new InputError({ file: folder, is: `${entries.length} files`, expected: `at most ${mostFiles}` });
  }
  return entries
    .filter((entry) => !(deep && entry.isDirectory()) && !(entry.isFile() && ofTheSystem.has(entry.name)))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}
