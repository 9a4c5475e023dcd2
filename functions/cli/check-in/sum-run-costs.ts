import { readdir } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { createFileStore } from '../../adapters/file-store.ts';
import { countForLimit, readSpent } from '../../run/read-spent.ts';

/**
 * DKK that the calls of all runs in a folder count for a limit, those of one run left out.
 * @param runs where the runs lie; nothing need be there yet
 * @param but the folder of the run that is left out
 */
export async function sumRunCosts(runs: string, but: string): Promise<number> {
  const entries = await readdir(runs, { withFileTypes: true }).catch(() => []);
  let sum = 0;
  for (const entry of entries.filter((each) => each.isDirectory())) {
    const folder = join(runs, entry.name);
    if (relative(resolve(but), resolve(folder)) === '') continue;
    const store = createFileStore(folder);
    for (const key of await store.list('calls/')) {
      const spent = await readSpent(key, store);
      sum += countForLimit(spent, spent.dearestDkk);
    }
  }
  return sum;
}
