import { mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { InputError } from '../../datasets/errors.ts';

/**
 * Makes a folder and those above it, one after the other: Node's own `recursive` goes round for ever where a folder that
 * is there says "no such file" of what is to be made in it, as those under /proc do.
 * @param mode of the folders that are made; absent: as the system has it
 * @throws {InputError} under a file, or where the system makes no folders
 */
export async function makeFolder(folder: string, mode?: number): Promise<void> {
  if (await isFolder(folder)) return;
  const parent = dirname(folder);
  let failure = await tryToMake(folder, mode);
  if (failure?.code === 'ENOENT' && parent !== folder) {
    // The one above is missing, or was until another made it just now: what is tried again says which.
    await makeFolder(parent, mode);
    failure = await tryToMake(folder, mode);
  }
  if (failure === null) return;
  // Another process may just have made it.
  if (failure.code === 'EEXIST' && (await isFolder(folder))) return;
  if (failure.code === 'EEXIST' || failure.code === 'ENOTDIR')
    throw refuse(folder, 'a place under a file', failure);
  if (failure.code === 'ENOENT') throw refuse(folder, 'a place where the system makes no folder', failure);
  throw failure;
}

async function tryToMake(folder: string, mode: number | undefined): Promise<NodeJS.ErrnoException | null> {
  return mkdir(folder, { mode }).then(
    () => null,
    (cause: NodeJS.ErrnoException) => cause,
  );
}

async function isFolder(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null))?.isDirectory() === true;
}

function refuse(file: string, is: string, cause: unknown): InputError {
  return new InputError({ file, is, expected: 'a folder, or a place where one can be made' }, { cause });
}
