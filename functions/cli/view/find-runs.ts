import { lstat, readdir, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import type { Language } from '../../../datasets/language.ts';
import type { RunRecord } from '../../../evals/artifacts.ts';
import { runKeys } from '../../../evals/run-keys.ts';
import { reportFiles } from '../../../reports/render/report-files.ts';
import { createFileStore } from '../../adapters/file-store.ts';
import { readRunRecord } from '../../run/run-plan.ts';

/** A run that can be looked at. */
export interface ListedRun {
  /** Its folder's name, which is its address. */
  name: string;
  folder: string;
  record: RunRecord;
  /** The languages that it has a report in. */
  reports: Language[];
}

/** The runs in a folder, or the run that it is, newest first; folders that hold no run are passed over. */
export async function findRuns(folder: string): Promise<ListedRun[]> {
  const own = await readRun(resolve(folder));
  if (own !== null) return [own];
  const entries = await readdir(folder, { withFileTypes: true });
  const runs = await Promise.all(
    entries.filter((entry) => entry.isDirectory()).map(({ name }) => readRun(resolve(folder, name))),
  );
  return runs
    .filter((run) => run !== null)
    .sort((a, b) => compare(b.record.startedAt, a.record.startedAt) || compare(a.name, b.name));
}

/** One of {@link findRuns} by its name, without a look at the others; null where there is none. */
export async function findRun(folder: string, name: string): Promise<ListedRun | null> {
  const own = await readRun(resolve(folder));
  if (own !== null) return own.name === name ? own : null;
  if (name !== basename(name) || name === '' || name === '.' || name === '..') return null;
  const place = resolve(folder, name);
  const found = await lstat(place).catch(() => null);
  return found?.isDirectory() === true ? readRun(place) : null;
}

async function readRun(folder: string): Promise<ListedRun | null> {
  const record = await readRunRecord(createFileStore(folder)).catch(() => null);
  if (record === null) return null;
  const reports: Language[] = [];
  for (const language of Object.keys(reportFiles) as Language[]) {
    const report = join(folder, runKeys.report(reportFiles[language].report));
    if ((await stat(report).catch(() => null))?.isFile() === true) reports.push(language);
  }
  return { name: basename(folder), folder, record, reports };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
