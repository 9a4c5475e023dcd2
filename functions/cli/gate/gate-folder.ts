import { readdir } from 'node:fs/promises';
import { InputError } from '../../../datasets/errors.ts';
import type { FoundValue } from '../../../datasets/privacy/gate-text.ts';
import type { BlobStore } from '../../../evals/ports.ts';
import { scanFile } from './scan-file.ts';

const mostFiles = 100_000;

/** What the gate finds in all files under a folder, sorted by path; lock files and half-written ones are left out. */
export async function* gateFolder(store: BlobStore, folder: string): AsyncGenerator<FoundValue> {
  const names = await readdir(folder, { recursive: true, withFileTypes: true });
  const links = names.filter((entry) => entry.isSymbolicLink());
  if (links.length > 0) {
    throw new InputError({
      file: folder,
      is: `a link ("${links[0]!.name.slice(0, 60)}")`,
      expected: 'files only',
      mend: 'The gate does not follow links: replace it by the file itself.',
    });
  }
  const keys = (await store.list('')).filter((key) => !/(?:^|\/)(?:\.git\/|run\.lock$)/u.test(key));
  if (keys.length === 0) throw new InputError({ file: folder, is: 'an empty folder', expected: 'files' });
  if (keys.length > mostFiles) {
    throw new InputError({ file: folder, is: `${keys.length} files`, expected: `at most ${mostFiles}` });
  }
  for (const key of keys) yield* scanFile(store, key);
}
