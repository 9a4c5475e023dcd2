import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { InputError } from '../../datasets/errors.ts';
import type { BlobStore } from '../../evals/ports.ts';
import { decodeLines } from './decode-lines.ts';
import { makeFolder } from './make-folder.ts';

const chunkLength = 64 * 1024;

/**
 * Blobs as files under a folder. A write goes to a temporary file beside its target, is flushed to
 * disk, and takes its place by renaming, so that a crash leaves the old blob or the new one.
 * @param options shared: other processes may write the same keys
 */
export function createFileStore(root: string, { shared = false } = {}): BlobStore {
  const base = resolve(root);
  const inside = base.endsWith(sep) ? base : base + sep;
  const pathOf = (key: string): string => {
    const path = resolve(base, key);
    if (path !== base && !path.startsWith(inside)) {
      throw new InputError({ file: key, is: 'a path outside its folder', expected: `a file under ${base}` });
    }
    return path;
  };
  const describe = (key: string): string => relative(process.cwd(), pathOf(key)) || '.';
  return {
    describe,

    read: (key) => absentIsNull(() => refuseFolder(describe(key), () => readFile(pathOf(key)))),

    async readLines(key) {
      const path = pathOf(key);
      const file = await absentIsNull(() => open(path, 'r'));
      if (file === null) return null;
      const folder = (await file.stat()).isDirectory();
      await file.close();
      if (folder) throw folderError(describe(key));
      return decodeLines(createReadStream(path), describe(key));
    },

    async write(key, body) {
      const path = pathOf(key);
      await makeFolder(dirname(path));
      const temporary = shared ? `${path}.${randomUUID()}.tmp` : `${path}.tmp`;
      const file = await open(temporary, 'w');
      try {
        if (typeof body === 'string' || body instanceof Uint8Array) await file.writeFile(body);
        else for await (const chunk of gather(body)) await file.writeFile(chunk);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(temporary, path);
    },

    async list(prefix) {
      const folder = prefix.endsWith('/') ? prefix : `${dirname(prefix)}/`;
      const entries = await absentIsNull(() =>
        readdir(pathOf(folder), { recursive: true, withFileTypes: true }),
      );
      return (entries ?? [])
        .filter((entry) => entry.isFile() && !entry.name.endsWith('.tmp'))
        .map((entry) => relative(base, join(entry.parentPath, entry.name)).split(sep).join('/'))
        .filter((key) => key.startsWith(prefix))
        .sort();
    },

    remove: (key) => rm(pathOf(key), { force: true }),
  };
}

/** Joins small parts, so that a line does not cost a system call. */
async function* gather(parts: AsyncIterable<string>): AsyncGenerator<string> {
  let pending = '';
  for await (const part of parts) {
    pending += part;
    if (pending.length < chunkLength) continue;
    yield pending;
    pending = '';
  }
  if (pending !== '') yield pending;
}

async function refuseFolder<T>(file: string, action: () => Promise<T>): Promise<T> {
  try {
    return await action();
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'EISDIR')
      throw folderError(file, { cause });
    throw cause;
  }
}

function folderError(file: string, options?: { cause: unknown }): InputError {
  return new InputError({ file, is: 'a folder', expected: 'a file', mend: 'Name a file in it.' }, options);
}

async function absentIsNull<T>(action: () => Promise<T>): Promise<T | null> {
  try {
    return await action();
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR'))
      return null;
    throw error;
  }
}
