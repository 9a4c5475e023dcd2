import { existsSync } from 'node:fs';
import { realpath } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { takeFileLock } from '../adapters/file-lock.ts';

/**
 * Does what writes to a data set's folder while no other process does. The lock stands beside the folder, since an
 * intake puts another in its place; what the folder holds is to be read inside.
 * @throws {InputError} where another process works on it
 */
export async function withDatasetLock<T>(folder: string, action: () => Promise<T>): Promise<T> {
  // Two names of one folder are one lock.
  const release = await take(await realpath(folder).catch(() => resolve(folder)), folder);
  try {
    return await action();
  } finally {
    await release();
  }
}

/** The same for a data set that is to be there: a folder that is not is none to lock, and opening it tells so. */
export async function withPresentDataset<T>(folder: string, action: () => Promise<T>): Promise<T> {
  return existsSync(folder) ? withDatasetLock(folder, action) : action();
}

/** Where nothing can be written beside a folder, no intake can replace it: then a lock in it will do. */
async function take(real: string, folder: string): Promise<() => Promise<void>> {
  try {
    return await takeFileLock(`${real}.lock`, folder);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && denied.has(String(error.code)))) throw error;
    return takeFileLock(join(real, lockKey), folder);
  }
}

/** In the folder itself, where it cannot stand beside it. */
export const lockKey = 'dataset.lock';

const denied = new Set(['EACCES', 'EPERM', 'EROFS']);
