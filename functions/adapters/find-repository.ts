import { realpath, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';

/** The repository in whose working tree a file lies or would lie, wherever links lead; undefined where it is in none. */
export async function findRepository(file: string): Promise<string | undefined> {
  for (let folder = dirname(await realPlace(resolve(file))); ; folder = dirname(folder)) {
    if ((await stat(join(folder, '.git')).catch(() => undefined)) !== undefined) return folder;
    if (folder === dirname(folder)) return undefined;
  }
}

/** The real path of what need not be there yet. */
async function realPlace(path: string): Promise<string> {
  const real = await realpath(path).catch(() => undefined);
  if (real !== undefined || path === dirname(path)) return real ?? path;
  return join(await realPlace(dirname(path)), basename(path));
}
