import { type FileHandle, mkdir, open, readFile, rm } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { Journal } from '../../evals/ports.ts';

/** A journal as files under a folder, one a key. Appends to one file wait for each other: lines never mix. */
export function createFileJournal(root: string): Journal {
  const handles = new Map<string, Promise<FileHandle>>();
  const tails = new Map<string, Promise<unknown>>();

  const handleOf = (key: string): Promise<FileHandle> => {
    let handle = handles.get(key);
    if (handle === undefined) {
      handle = openToAppend(resolve(root, key));
      handles.set(key, handle);
    }
    return handle;
  };

  const closeOne = async (key: string): Promise<void> => {
    await tails.get(key);
    tails.delete(key);
    const handle = handles.get(key);
    handles.delete(key);
    await (await handle)?.close();
  };

  return {
    async append(key, line) {
      const before = tails.get(key);
      const written = (async () => {
        await before;
        const handle = await handleOf(key);
        await handle.appendFile(`${line}\n`);
      })();
      tails.set(
        key,
        written.catch(() => undefined),
      );
      await written;
    },

    async lines(key) {
      try {
        const text = await readFile(resolve(root, key), 'utf8');
        return text.split('\n').slice(0, -1);
      } catch (error) {
        if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
        throw error;
      }
    },

    async remove(key) {
      await closeOne(key);
      await rm(resolve(root, key), { force: true });
    },

    async close() {
      for (const key of [...handles.keys()]) await closeOne(key);
    },
  };
}

/** Opens at the end; a torn last line (a crash in mid-write) is cut off first. */
async function openToAppend(path: string): Promise<FileHandle> {
  await mkdir(dirname(path), { recursive: true });
  const handle = await open(path, 'a+');
  const { size } = await handle.stat();
  const text = await handle.readFile();
  const whole = text.lastIndexOf(0x0a) + 1;
  if (whole < size) await handle.truncate(whole);
  return handle;
}
