import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { InputError } from '../../datasets/errors.ts';
import type { Language } from '../../datasets/language.ts';
import { buildBoards } from '../../evals/publishing/build-boards.ts';
import { renderSite } from '../../reports/leaderboard/render-site.ts';
import { apiPaths } from '../../reports/leaderboard/site-paths.ts';
import { withFileLock } from '../adapters/file-lock.ts';
import { createFileStore } from '../adapters/file-store.ts';
import { makeFolder } from '../adapters/make-folder.ts';
import { besideOf, recoverFolder, swapFolder } from '../intake/swap-folder.ts';
import {
  requirePublicationFolder,
  requirePublications,
  withPublications,
} from './publish/list-publications.ts';
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
  await requirePublicationFolder(folder);
  // Without a slash at its end: what lies beside it is named after it.
  const out = options.out.replace(/(?<=.)[/\\]+$/u, '');
  await withFileLock(`${out}.lock`, () => buildSite(folder, out, { ...options, language, baseUrl }), out);
}

interface SiteOptions {
  key?: string;
  language: Language;
  baseUrl: string | undefined;
}

async function buildSite(
  folder: string,
  out: string,
  { key, language, baseUrl }: SiteOptions,
): Promise<void> {
  await recoverFolder(out);
  await requireSitePlace(out);
  const published = await withPublications(folder, () => requirePublications(folder, key));
  const boards = buildBoards(published);
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
      ? `Resultattavle: ${first} (${boards.length} ${boards.length === 1 ? 'tavle' : 'tavler'}, ${files} filer)\n`
      : `Leaderboard: ${first} (${boards.length} ${boards.length === 1 ? 'board' : 'boards'}, ${files} files)\n`,
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
