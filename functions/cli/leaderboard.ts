import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { InputError } from '../../datasets/errors.ts';
import { buildBoards } from '../../evals/publishing/build-boards.ts';
import { renderSite } from '../../reports/leaderboard/render-site.ts';
import { apiPaths } from '../../reports/leaderboard/site-paths.ts';
import { takeFileLock } from '../adapters/file-lock.ts';
import { createFileStore } from '../adapters/file-store.ts';
import { makeFolder } from '../adapters/make-folder.ts';
import { besideOf, recoverFolder, swapFolder } from '../intake/swap-folder.ts';
import { requirePublicationFolder, requirePublications } from './publish/list-publications.ts';
import { flagError, readLanguage } from './read-options.ts';

export interface LeaderboardOptions {
  out: string;
  baseUrl?: string;
  key?: string;
  language: string;
}

/** `maalestok leaderboard build FOLDER --out SITE`: the site of all publications, whole or not at all. */
export async function buildLeaderboard(folder: string, options: LeaderboardOptions): Promise<void> {
  const language = readLanguage(options.language);
  const baseUrl = readBaseUrl(options.baseUrl);
  const { out } = options;
  await requirePublicationFolder(folder);
  await recoverFolder(out);
  await requireSitePlace(out);
  const release = await takeFileLock(join(folder, 'publish.lock'));
  const boards = buildBoards(await requirePublications(folder, options.key).finally(release));
  const beside = besideOf(out);
  await makeFolder(beside);
  const store = createFileStore(beside);
  let files = 0;
  for await (const { path, body } of renderSite(boards, baseUrl)) {
    await store.write(path, body);
    files += 1;
  }
  await swapFolder(out);
  const first = join(out, language === 'da' ? 'index.html' : 'en/index.html');
  process.stdout.write(
    language === 'da'
      ? `Resultattavle: ${first} (${boards.length} tavler, ${files} filer)\n`
      : `Leaderboard: ${first} (${boards.length} boards, ${files} files)\n`,
  );
}

/** Only what an earlier build wrote is replaced. @throws {InputError} */
async function requireSitePlace(out: string): Promise<void> {
  const entries = await readdir(out).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT') return [];
    throw cause;
  });
  if (entries.length === 0 || (await createFileStore(out).read(apiPaths.boards)) !== null) return;
  throw new InputError({
    file: out,
    is: 'a folder with other files',
    expected: 'an empty one, or one that an earlier build wrote: all of it is replaced',
  });
}

/** @throws {InputError} */
function readBaseUrl(value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  const url = URL.parse(value);
  if (url === null || !/^https?:$/u.test(url.protocol) || url.search !== '' || url.hash !== '')
    throw flagError('--base-url', value, 'an address like https://maalestok.example.dk/');
  return url.href.endsWith('/') ? url.href : `${url.href}/`;
}
