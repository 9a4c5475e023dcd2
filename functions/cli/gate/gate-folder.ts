import { readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { InputError } from '../../../datasets/errors.ts';
import { type FoundValue, gateFileName } from '../../../datasets/privacy/gate-text.ts';
import type { BlobStore } from '../../../evals/ports.ts';
import { scanFile } from './scan-file.ts';

const mostFiles = 100_000;

/**
 * What the gate finds in all files under a folder and in the names of its folders, sorted by path: lock files and
 * half-written ones too. Only `.git` is left out.
 * @param skip files that are left out as well, by their path with `/`
 */
export async function* gateFolder(
  store: BlobStore,
  folder: string,
  skip: (key: string) => boolean = () => false,
): AsyncGenerator<FoundValue> {
  const { folders, files } = await walk(folder);
  if (files.length === 0) throw new InputError({ file: folder, is: 'an empty folder', expected: 'files' });
  if (files.length > mostFiles) {
    throw new InputError({ file: folder, is: `${files.length} files`, expected: `at most ${mostFiles}` });
  }
  for (const key of folders) yield* gateFileName(key.slice(key.lastIndexOf('/') + 1), store.describe(key));
  for (const key of files) if (!skip(key)) yield* scanFile(store, key);
}

/** The store's own list hides what is half-written; whoever copies the folder copies that too. */
async function walk(folder: string): Promise<{ folders: string[]; files: string[] }> {
  const entries = (await readdir(folder, { recursive: true, withFileTypes: true })).map((entry) => {
    const path = relative(folder, join(entry.parentPath, entry.name));
    return { entry, key: path.split(sep).join('/') };
  });
  const other = entries.find(({ entry }) => !entry.isFile() && !entry.isDirectory());
  if (other !== undefined) {
    throw new InputError({
      file: folder,
      is: `a link or a device ("${other.entry.name.slice(0, 60)}")`,
      expected: 'files only',
      mend: 'The gate does not follow links: replace it by the file itself.',
    });
  }
  const read = entries.filter(({ key }) => !/(?:^|\/)\.git(?:\/|$)/u.test(key));
  const keysOf = (list: typeof read) => list.map(({ key }) => key).sort();
  return {
    folders: keysOf(read.filter(({ entry }) => entry.isDirectory())),
    files: keysOf(read.filter(({ entry }) => entry.isFile())),
  };
}
