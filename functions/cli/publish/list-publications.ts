import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { ArtifactError, InputError } from '../../../datasets/errors.ts';
import { publicationKeys } from '../../../evals/publishing/publication-keys.ts';
import { type PublishedRun, readPublication } from '../../../evals/publishing/read-publication.ts';
import { withFileLock } from '../../adapters/file-lock.ts';
import { createFileStore } from '../../adapters/file-store.ts';
import { recoverFolder } from '../../intake/swap-folder.ts';
import { verifyPath } from '../verify.ts';

const mark = `/${publicationKeys.publication}`;
const left = /\.(?:before-)?intake$/u;

/**
 * All publications in a folder, by name, each as it was signed.
 * @param key the file of the public key that all of them must be signed with
 * @throws {ArtifactError} where one is damaged, altered, unsigned or signed with another key
 */
export async function listPublications(to: string, key?: string): Promise<PublishedRun[]> {
  const store = createFileStore(to);
  const runs: PublishedRun[] = [];
  for (const name of await namesIn(to)) {
    const { genuine, problems } = await verifyPath(join(to, name), key);
    if (!genuine) {
      const { file, because } = problems[0]!;
      throw new ArtifactError(`Cannot use the publication "${join(to, name)}": ${file}: ${because}`);
    }
    runs.push(await readPublication(store, name));
  }
  return runs;
}

/** What a crash left between two renames is put right first. */
async function namesIn(to: string): Promise<string[]> {
  const found = async () => {
    const keys = (await createFileStore(to).list('')).filter((each) => each.endsWith(mark));
    return keys.map((each) => each.slice(0, -mark.length)).filter((name) => !name.includes('/'));
  };
  for (const name of await found())
    if (left.test(name)) await recoverFolder(join(to, name.replace(left, '')));
  return found();
}

/** Does something with publications while no other process does. @throws {InputError} where one does */
export function withPublications<T>(to: string, action: () => Promise<T>): Promise<T> {
  return withFileLock(join(to, 'publish.lock'), action);
}

/** @throws {InputError} where nothing was published there */
export async function requirePublications(to: string, key?: string): Promise<PublishedRun[]> {
  const runs = await listPublications(to, key);
  if (runs.length > 0) return runs;
  throw noPublication(to);
}

/** Before a lock is taken there, which makes the folder. @throws {InputError} */
export async function requirePublicationFolder(to: string): Promise<void> {
  if ((await stat(to).catch(() => null))?.isDirectory() !== true) throw noPublication(to);
}

function noPublication(to: string): InputError {
  return new InputError({
    file: to,
    is: 'no publication',
    expected: 'a folder that `maalestok publish RUN --to` wrote to',
  });
}
