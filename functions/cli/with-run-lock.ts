import { join } from 'node:path';
import { runKeys } from '../../evals/run-keys.ts';
import { withFileLock } from '../adapters/file-lock.ts';

/**
 * Does what writes to a run's folder while no other process does. The folder is made where there is none.
 * @throws {InputError} where another process works on it
 */
export function withRunLock<T>(folder: string, action: () => Promise<T>): Promise<T> {
  return withFileLock(join(folder, runKeys.lock), action);
}
