import { join } from 'node:path';
import { runKeys } from '../../evals/run-keys.ts';
import { takeFileLock } from '../adapters/file-lock.ts';

/**
 * Does what writes to a run's folder while no other process does. The folder is made where there is none.
 * @throws {InputError} where another process works on it
 */
export async function withRunLock<T>(folder: string, action: () => Promise<T>): Promise<T> {
  const release = await takeFileLock(join(folder, runKeys.lock));
  try {
    return await action();
  } finally {
    await release();
  }
}
