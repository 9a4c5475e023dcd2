import { randomUUID } from 'node:crypto';
import { readFile, rm, stat, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { z } from 'zod';
import { InputError } from '../../datasets/errors.ts';
import { makeFolder } from './make-folder.ts';

/** Who holds a lock. `started` tells a process from a later one with the same number, where the system says. */
const HolderSchema = z.object({
  pid: z.int().min(1),
  host: z.string(),
  started: z.string().nullable(),
  id: z.string(),
});
type Holder = z.infer<typeof HolderSchema>;

/** A lock file without content is one being written; older than this it was left by a kill. */
const halfWrittenMs = 2000;
/** Together longer than that. */
const attempts = 120;
const pauseMs = 25;

/**
 * Takes a lock: a file that only one process can create, and that says who did. One left by a process that
 * is gone from this machine is taken over. Of several that find it so at once, one removes it: the others wait.
 * @param folder what the lock is for, as an error names it
 * @returns what gives the lock back; a killed process need not
 * @throws {InputError} where a living process holds it, or one on another machine
 */
export async function takeFileLock(path: string, folder = dirname(path)): Promise<() => Promise<void>> {
  await makeFolder(dirname(path));
  const id = randomUUID();
  const holder: Holder = {
    pid: process.pid,
    host: hostname(),
    started: (await readProcess(process.pid))?.started ?? null,
    id,
  };
  const text = `${JSON.stringify(holder)}\n`;
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    if (await createNew(path, text)) return () => release(path, text);
    const found = await readLock(path);
    if (found === null) continue;
    if (!(await isLeft(found))) {
      const living = readHolder(found.text);
      if (living !== null) throw held(path, folder, living);
    } else await removeLeft(path, found.text);
    await setTimeout(pauseMs);
  }
  throw held(path, folder, null);
}

/** Does something while it holds a lock ({@link takeFileLock}). */
export async function withFileLock<T>(
  path: string,
  action: () => Promise<T>,
  folder = dirname(path),
): Promise<T> {
  const release = await takeFileLock(path, folder);
  try {
    return await action();
  } finally {
    await release();
  }
}

interface Lock {
  text: string;
  ageMs: number;
}

async function createNew(path: string, text: string): Promise<boolean> {
  try {
    await writeFile(path, text, { flag: 'wx' });
    return true;
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false;
    if (!hasCode(error, 'ENOENT')) throw error;
    const expected = 'a place where files can be made';
    throw new InputError(
      { file: path, is: 'a place where the system makes no file', expected },
      { cause: error },
    );
  }
}

async function readLock(path: string): Promise<Lock | null> {
  try {
    const [text, { mtimeMs }] = await Promise.all([readFile(path, 'utf8'), stat(path)]);
    return { text, ageMs: Date.now() - mtimeMs };
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return null;
    throw error;
  }
}

/** Whether a lock's process is known to be gone. */
async function isLeft({ text, ageMs }: Lock): Promise<boolean> {
  const holder = readHolder(text);
  if (holder === null) return ageMs > halfWrittenMs;
  if (holder.host !== hostname()) return false;
  const running = await readProcess(holder.pid);
  if (running === null) return !isAlive(holder.pid);
  return running.dead || (holder.started !== null && holder.started !== running.started);
}

/**
 * Removes a left lock unless another process has just done so and taken its own. Only who creates the file
 * beside it may remove, and looks again first, so a living process's lock is never removed.
 */
async function removeLeft(path: string, text: string): Promise<void> {
  const removing = `${path}.removing`;
  if (!(await createNew(removing, ''))) {
    const other = await readLock(removing);
    if (other !== null && other.ageMs > halfWrittenMs) await rm(removing, { force: true });
    return;
  }
  try {
    if ((await readLock(path))?.text === text) await rm(path, { force: true });
  } finally {
    await rm(removing, { force: true });
  }
}

async function release(path: string, text: string): Promise<void> {
  if ((await readLock(path))?.text === text) await rm(path, { force: true });
}

function readHolder(text: string): Holder | null {
  try {
    return HolderSchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return !hasCode(error, 'ESRCH');
  }
}

/** A process as Linux shows it; null where there is none, or on another system. */
async function readProcess(pid: number): Promise<{ started: string; dead: boolean } | null> {
  try {
    const status = await readFile(`/proc/${pid}/stat`, 'utf8');
    // The second field, the name in brackets, may hold spaces. State is the third field, start the 22nd.
    const fields = status.slice(status.lastIndexOf(')') + 2).split(' ');
    return { started: fields[19] ?? '', dead: fields[0] === 'Z' || fields[0] === 'X' };
  } catch {
    return null;
  }
}

function held(path: string, folder: string, holder: Holder | null): InputError {
  const by = holder === null ? 'another process' : `process ${holder.pid} on ${holder.host.slice(0, 60)}`;
  return new InputError({
    file: folder,
    is: `in use by ${by}`,
    expected: 'a folder that no other maalestok works on',
    mend: `Wait until it is done, and repeat the command: nothing is lost. If no such process runs, remove ${path}.`,
  });
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
