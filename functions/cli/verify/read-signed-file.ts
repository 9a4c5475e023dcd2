import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { InputError } from '../../../datasets/errors.ts';
import { type HashedJson, hashJson } from '../../../evals/signing/hash-json.ts';

/** Beyond this a JSON file is not read: no result or signature comes near it. */
const mostBytes = 128 * 1024 * 1024;

/** `missing`; or why there are no bytes to compare. */
export type NoBytes = 'missing' | 'it is no file' | 'it is larger than any such file';

/** SHA-256 of a file's bytes, which pass through: a file of any size takes the same memory. */
export async function hashFile(path: string): Promise<{ sha256: string } | { wrong: NoBytes }> {
  const size = await sizeOf(path);
  if (typeof size !== 'number') return size;
  const hash = createHash('sha256');
  await withReadErrors(path, () => pipeline(createReadStream(path), hash));
  return { sha256: hash.digest('hex') };
}

/** A JSON file with the hash of its canonical form. */
export async function readJsonFile(path: string): Promise<HashedJson | { wrong: NoBytes }> {
  const size = await sizeOf(path);
  if (typeof size !== 'number') return size;
  if (size > mostBytes) return { wrong: 'it is larger than any such file' };
  return hashJson(await withReadErrors(path, () => readFile(path)));
}

/** A device or a pipe might never end. */
async function sizeOf(path: string): Promise<number | { wrong: NoBytes }> {
  const found = await withReadErrors(path, () =>
    stat(path).catch((cause: NodeJS.ErrnoException) => {
      if (cause.code === 'ENOENT' || cause.code === 'ENOTDIR') return null;
      throw cause;
    }),
  );
  if (found === null) return { wrong: 'missing' };
  return found.isFile() ? found.size : { wrong: 'it is no file' };
}

async function withReadErrors<T>(file: string, action: () => Promise<T>): Promise<T> {
  try {
    return await action();
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === undefined) throw cause;
    const is = `a file that cannot be read (${code})`;
    throw new InputError({ file, is, expected: 'one that can' }, { cause });
  }
}
