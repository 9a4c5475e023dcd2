import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BlobStore } from '../../evals/ports.ts';
import { createRandom } from '../../evals/statistics/random.ts';
import type { SuiteModel } from '../../evals/suite-model.ts';
import { createFileStore } from '../../functions/adapters/file-store.ts';
import { knownCodes } from './arbitraries.ts';
import { runCli } from './run-cli.ts';
import { smallCase, smallLabel, writeSmallDataset } from './small-dataset.ts';

/** Cases of the test split: three shards of them. */
export const caseCount = 120;

/** A data set with a practice and a test split, whose labels differ. */
export async function writeData(folder: string): Promise<void> {
  const random = createRandom('cloud run');
  const codes = () => knownCodes.filter(() => random.below(4) === 0);
  const split = (prefix: string, count: number) => {
    const ids = Array.from({ length: count }, (_, at) => `${prefix}${String(at).padStart(4, '0')}`);
    return { cases: ids.map((id) => smallCase(id)), labels: ids.map((id) => smallLabel(id, codes())) };
  };
  await writeSmallDataset(folder, { test: split('c', caseCount), practice: split('p', 20) });
}

/**
 * Runs on one machine what a run of the registry asks, by `maalestok run`.
 * @param name of the folder of its runs
 * @param flags beside the usual ones
 * @returns the run's folder as a store
 */
export async function runHere(
  folder: string,
  entries: readonly SuiteModel[],
  env: Record<string, string>,
  { name = 'runs', flags = [] }: { name?: string; flags?: readonly string[] } = {},
): Promise<{ store: BlobStore; folder: string }> {
  const suite = {
    ...{ schema: 'maalestok.suite.v1', id: 'api-small', titleDa: 'Lille', titleEn: 'Small', dataset: 'data' },
    ...{ protocol: { repeats: 1 }, models: entries },
  };
  await writeFile(join(folder, 'suite.json'), JSON.stringify(suite));
  const out = join(folder, name);
  const suiteArgs = [
    '--suite',
    join(folder, 'suite.json'),
    '--out',
    out,
    '--language',
    'da',
    '--allow-private',
  ];
  const done = await runCli(['run', ...suiteArgs, ...flags], { env });
  if (done.code !== 0) throw new Error(done.stderr);
  const place = /Rapport: (\S+)\/report\//u.exec(done.stdout)![1]!;
  return { store: createFileStore(place), folder: place };
}

/** The report of a run on this machine, written anew, and printed. */
export async function reportHere(folder: string): Promise<void> {
  const done = await runCli(['report', folder, '--language', 'da', '--pdf']);
  if (done.code !== 0) throw new Error(done.stderr);
}

/** All blobs of a store under some prefixes, less signatures: those are of two keys. */
export async function textsOf(
  store: BlobStore,
  prefixes: readonly string[],
): Promise<Record<string, string>> {
  const texts: Record<string, string> = {};
  for (const prefix of prefixes) {
    for (const key of await store.list(prefix)) {
      if (!key.endsWith('result.sig.json'))
        texts[key] = Buffer.from((await store.read(key))!).toString('latin1');
    }
  }
  return texts;
}
