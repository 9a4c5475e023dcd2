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
  try {
    await mkdir(folder, { mode });
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
    const parent = dirname(folder);
    if (code === 'ENOENT' && parent !== folder && !(await isFolder(parent))) {
      await makeFolder(parent, mode);
      return makeFolder(folder, mode);
    }
    // Another process may just have made it.
    if (code === 'EEXIST' && (await isFolder(folder))) return;
    if (code === 'EEXIST' || code === 'ENOTDIR') throw refuse(folder, 'a place under a file', cause);
    if (code === 'ENOENT') throw refuse(folder, 'a place where the system makes no folder', cause);
    throw cause;
  }
}

async function isFolder(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null))?.isDirectory() === true;
}

function refuse(file: string, is: string, cause: unknown): InputError {
  return new InputError({ file, is, expected: 'a folder, or a place where one can be made' }, { cause });
}
