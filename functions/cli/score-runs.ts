import { readdir, stat } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import { ArtifactError, InputError } from '../../datasets/errors.ts';
import type { Result, RunRecord } from '../../evals/artifacts.ts';
import { explainDifference } from '../../evals/explain-comparability.ts';
import type { BlobStore } from '../../evals/ports.ts';
import { runKeys } from '../../evals/run-keys.ts';
import { readResult } from '../../evals/steps/read-result.ts';
import { createFileStore } from '../adapters/file-store.ts';
import { finishRun } from './finish-run.ts';
import { type OpenRun, openRun, requireRunRecord } from './open-run.ts';
import { openSigner } from './open-signer.ts';
import { readLanguage, readPolicy } from './read-options.ts';
import { namePart } from './refuse-incomparable.ts';
import { type ScoreOptions, score } from './score.ts';
import { withRunLock } from './with-run-lock.ts';

export interface ScoreRunsOptions extends ScoreOptions {
  /** A later version of the runs' data set. */
  dataset?: string;
}

/**
 * `maalestok score RUN …`: each run is scored again. With `--dataset` under that version's labels, from now on; then it
 * is told how the key changes. A run that cannot be scored does not keep the others from it.
 */
export async function scoreRuns(folders: readonly string[], options: ScoreRunsOptions): Promise<void> {
  readLanguage(options.language);
  if (options.policy !== undefined) readPolicy(options.policy);
  const runs = (await Promise.all(folders.map(runsIn))).flat();
  const failed: { folder: string; error: InputError | ArtifactError }[] = [];
  for (const folder of runs) {
    try {
      await scoreOne(folder, options);
    } catch (error) {
      if (!(error instanceof InputError || error instanceof ArtifactError) || runs.length === 1) throw error;
      failed.push({ folder, error });
    }
  }
  if (failed.length === 0) return;
  throw new InputError({
    is: `${failed.length} of ${runs.length} runs that cannot be scored`,
    expected: 'runs that can',
    mend: failed.map(({ folder, error }) => `${folder}: ${error.message}`).join('\n  '),
  });
}

/** A run's own folder; or the runs in a folder that holds some. */
async function runsIn(folder: string): Promise<string[]> {
  if (await exists(join(folder, runKeys.run))) return [folder];
  const entries = await readdir(folder).catch(() => []);
  const runs: string[] = [];
  for (const entry of entries.sort()) {
    if (await exists(join(folder, entry, runKeys.run))) runs.push(join(folder, entry));
  }
  return runs.length === 0 ? [folder] : runs;
}

async function exists(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null)) !== null;
}

async function scoreOne(folder: string, options: ScoreRunsOptions): Promise<void> {
  const { dataset, ...rest } = options;
  if (dataset === undefined) return score(folder, rest);
  const { policy, language } = rest;
  const store = createFileStore(folder);
  const record = await requireRunRecord(folder, store);
  const { signer } = await openSigner(options.signedBy);
  await withRunLock(folder, async () => {
    const before = await resultOf(store, record);
    const run = await moveTo(await openRun(folder, dataset), dataset, policy);
    await finishRun(run, readLanguage(language), signer);
    const after = await readResult(store, run.record);
    if (before !== null && after !== null) process.stdout.write(`${sayKeys(folder, before, after)}\n`);
  });
}

/** A result that is damaged or of an older form is no reason not to score again. */
async function resultOf(store: BlobStore, record: RunRecord): Promise<Result | null> {
  try {
    return await readResult(store, record);
  } catch (error) {
    if (error instanceof ArtifactError) return null;
    throw error;
  }
}

/** Lets the run's record name the version that it is scored with from now on. */
async function moveTo(run: OpenRun, folder: string, policy: string | undefined): Promise<OpenRun> {
  const { id, version } = run.dataset.card;
  if (id !== run.record.dataset.id) {
    throw new InputError({
      file: folder,
      field: '--dataset',
      is: `the data set "${id}"`,
      expected: `a version of "${run.record.dataset.id}", on which ${run.folder} was run`,
    });
  }
  const record: RunRecord = {
    ...run.record,
    dataset: { ...run.record.dataset, version },
    datasetFolder: relative(resolve(run.folder), resolve(folder)).split(sep).join('/'),
    ...(policy === undefined ? {} : { policy: readPolicy(policy) }),
  };
  await run.store.write(runKeys.run, `${JSON.stringify(record, null, 2)}\n`);
  return { ...run, record };
}

function sayKeys(folder: string, before: Result, after: Result): string {
  const short = ({ comparabilityKey }: Result) => comparabilityKey.slice(0, 12);
  if (before.comparabilityKey === after.comparabilityKey) {
    return `${folder}: the comparability key is ${short(after)}…, as before`;
  }
  const differ = explainDifference(before.comparability, after.comparability).map(namePart);
  return (
    `${folder}: the comparability key was ${short(before)}… and is ${short(after)}…, since these changed: ${differ.join(', ')}.\n` +
    '  Figures from before and after do not compare; score the other runs with the same data set to lay them side by side.'
  );
}
