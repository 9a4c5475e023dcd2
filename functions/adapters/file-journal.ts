import { closeSync, fstatSync, ftruncateSync, mkdirSync, openSync, readSync, writeSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { Journal } from '../../evals/ports.ts';

/** A file of a journal that is open. */
interface OpenFile {
  descriptor: number;
  /** A write failed, perhaps half way: no line may grow onto it. */
  broken?: { cause: unknown };
}

/**
 * A journal as files under a folder, one a key. A line is written at once, not handed to another thread: the few
 * microseconds it takes are less than the way there, and an answer is safe the sooner.
 */
export function createFileJournal(root: string): Journal {
  const files = new Map<string, OpenFile>();

  const fileOf = (key: string): OpenFile => {
    let file = files.get(key);
    if (file === undefined) {
      file = { descriptor: openToAppend(resolve(root, key)) };
      files.set(key, file);
    }
    return file;
  };

  const closeOne = (key: string): void => {
    const file = files.get(key);
    if (file === undefined) return;
    files.delete(key);
    closeSync(file.descriptor);
  };

  return {
    async append(key, line) {
      const file = fileOf(key);
      if (file.broken !== undefined) throw file.broken.cause;
      try {
        writeWhole(file.descriptor, Buffer.from(`${line}\n`));
      } catch (cause) {
        file.broken = { cause };
        throw cause;
      }
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
      closeOne(key);
      await rm(resolve(root, key), { force: true });
    },

    async close() {
      for (const key of [...files.keys()]) closeOne(key);
    },
  };
}

/** A write may take less than all of it. */
function writeWhole(descriptor: number, bytes: Buffer): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(descriptor, bytes, at);
}

const pieceLength = 64 * 1024;

/** Opens at the end; a torn last line (a crash in mid-write) is cut off first. */
function openToAppend(path: string): number {
  mkdirSync(dirname(path), { recursive: true });
  const descriptor = openSync(path, 'a+');
  const { size } = fstatSync(descriptor);
  const whole = endOfLastLine(descriptor, size);
  if (whole < size) ftruncateSync(descriptor, whole);
  return descriptor;
}

/** Looks from the end: what lies before it may be large. */
function endOfLastLine(descriptor: number, size: number): number {
  const piece = Buffer.alloc(Math.min(pieceLength, size));
  for (let end = size; end > 0; end -= piece.length) {
    const start = Math.max(0, end - piece.length);
    const length = readSync(descriptor, piece, 0, end - start, start);
    const at = piece.lastIndexOf(0x0a, length - 1);
    if (at !== -1 && length > 0) return start + at + 1;
  }
  return 0;
}
