import { type FileHandle, mkdir, open, readFile, rm } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { Journal } from '../../evals/ports.ts';

/** A file of a journal that is open. */
interface OpenFile {
  handle: Promise<FileHandle>;
  /** Lines that wait for the write under way; then they go in one write. */
  waiting: string[];
  /** Resolves when the lines that wait now are written. */
  next: Promise<void> | undefined;
  /** The write under way, or the last one. */
  current: Promise<void>;
  /** A write failed, perhaps half way: no line may grow onto it. */
  broken?: { cause: unknown };
}

/** A journal as files under a folder, one a key. Lines appended while a write is under way share the next: they never mix. */
export function createFileJournal(root: string): Journal {
  const files = new Map<string, OpenFile>();

  const fileOf = (key: string): OpenFile => {
    let file = files.get(key);
    if (file === undefined) {
      const handle = openToAppend(resolve(root, key));
      // Told to whoever appends; not also as an error that nobody awaits.
      handle.catch(() => undefined);
      file = { handle, waiting: [], next: undefined, current: Promise.resolve() };
      files.set(key, file);
    }
    return file;
  };

  const closeOne = async (key: string): Promise<void> => {
    const file = files.get(key);
    if (file === undefined) return;
    files.delete(key);
    await file.next?.catch(() => undefined);
    await file.current.catch(() => undefined);
    await (await file.handle).close();
  };

  return {
    append(key, line) {
      const file = fileOf(key);
      if (file.broken !== undefined) return Promise.reject(file.broken.cause);
      file.waiting.push(line);
      file.next ??= writeWaiting(file);
      return file.next;
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
      for (const key of [...files.keys()]) await closeOne(key);
    },
  };
}

async function writeWaiting(file: OpenFile): Promise<void> {
  try {
    await file.current;
    const handle = await file.handle;
    const lines = file.waiting;
    file.waiting = [];
    file.current = file.next ?? file.current;
    file.next = undefined;
    await handle.appendFile(`${lines.join('\n')}\n`);
  } catch (cause) {
    file.broken = { cause };
    throw cause;
  }
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
