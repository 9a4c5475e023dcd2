import { createHash } from 'node:crypto';
import type { z } from 'zod';
import type { FileSchema } from '../../datasets/case.ts';
import { InputError } from '../../datasets/errors.ts';
import type { BlobStore } from '../../evals/ports.ts';

type CaseFile = z.infer<typeof FileSchema>;

/**
 * A file's bytes, as the case describes them.
 * @throws {InputError} where the data set does not hold them
 */
export async function readCaseFile(store: BlobStore, { sha256, bytes }: CaseFile): Promise<Uint8Array> {
  const key = `files/${sha256}`;
  const content = await store.read(key);
  const file = store.describe(key);
  const mend = 'Restore the file: cases name their files by SHA-256.';
  if (content === null) throw new InputError({ file, is: 'no such file', expected: `${bytes} bytes`, mend });
  if (content.length !== bytes) {
    throw new InputError({
      file,
      is: `${content.length} bytes`,
      expected: `${bytes}, as the case says`,
      mend,
    });
  }
  const hash = createHash('sha256').update(content).digest('hex');
  if (hash === sha256) return content;
  throw new InputError({
    file,
    is: `content with SHA-256 ${hash.slice(0, 12)}…`,
    expected: 'that of its name',
    mend,
  });
}
