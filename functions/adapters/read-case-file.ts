import { createHash } from 'node:crypto';
import type { Case } from '../../datasets/case.ts';
import { InputError } from '../../datasets/errors.ts';
import type { BlobStore } from '../../evals/ports.ts';

/**
 * The bytes of a case's file, which lie under its hash.
 * @throws {InputError} where they are missing, or are not what the hash says
 */
export async function readCaseFile(store: BlobStore, { sha256 }: Case['files'][number]): Promise<Uint8Array> {
  const key = `files/${sha256}`;
  const bytes = await store.read(key);
  if (bytes === null) {
    throw new InputError({
      file: store.describe(key),
      is: 'no such file',
      expected: 'the file that a case names',
      mend: 'Restore the data set, or measure without files (`protocol.shown.files: false`).',
    });
  }
  const is = createHash('sha256').update(bytes).digest('hex');
  if (is === sha256) return bytes;
  throw new InputError({
    file: store.describe(key),
    is: `content with SHA-256 ${is.slice(0, 12)}…`,
    expected: 'the content that its name says',
    mend: 'Restore the file from where the data set came from.',
  });
}
