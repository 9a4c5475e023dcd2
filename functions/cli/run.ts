import { basename, dirname, relative, resolve, sep } from 'node:path';
import { InputError } from '../../datasets/errors.ts';
import type { RunRecord } from '../../evals/artifacts.ts';
import { type AnswerCache, createAnswerCache } from '../../evals/engine/answer-cache.ts';
import { openDataset } from '../../evals/open-dataset.ts';
import { requireGate } from '../../evals/require-gate.ts';
import { planRun } from '../../evals/steps/plan-run.ts';
import type { Suite } from '../../evals/suite.ts';
import { createFileStore } from '../adapters/file-store.ts';
import { makeFolder } from '../adapters/make-folder.ts';
import { createSecrets } from '../adapters/secrets.ts';
import { createSystemClock } from '../adapters/system-clock.ts';
import { readRunRecord, writePlan } from '../run/run-plan.ts';
import { createModels } from '../runtime.ts';
import { chooseFolder, type Fresh } from './choose-folder.ts';
import { openSigner } from './open-signer.ts';
import { openSpending } from './open-spending.ts';
import { readLanguage, readLimit, readMaxCost } from './read-options.ts';
import { withSuite } from './read-suite.ts';
import { screenRun } from './screen-run.ts';
import { withRunLock } from './with-run-lock.ts';

export interface RunOptions {
  suite: string;
  out: string;
  limit?: string;
  fresh?: Fresh;
  /** Asks failed and timed-out questions once more. */
  retryFailed?: boolean;
  allowPrivate?: boolean;
  /** Folder of answers of earlier runs. */
  cache?: string;
  maxCost?: string;
  language: string;
  signedBy?: string;
}

/** `maalestok run`: plan, screen, score, report. The same command resumes what was interrupted. */
export async function run(options: RunOptions): Promise<void> {
  readLanguage(options.language);
  readLimit(options.limit);
  readMaxCost(options.maxCost);
  const suiteFile = relative(process.cwd(), resolve(options.suite));
  await withSuite(options.suite, async (suite) => {
    await runSuite({ suite, suiteFile, baseFolder: dirname(options.suite) }, options);
  });
}

/** A suite that is read, and what its paths are relative to. */
export interface ReadSuite {
  suite: Suite;
  /** How the run's record names it. */
  suiteFile: string;
  baseFolder: string;
}

export interface RunSuiteOptions extends Omit<RunOptions, 'suite'> {
  /** DKK that runs beside this one, under the same `maxCost`, have cost. */
  sumBeside?: (folder: string) => Promise<number>;
}

/** Runs a suite as `maalestok run` does, wherever the suite came from. @returns the run's folder */
export async function runSuite(
  { suite, suiteFile, baseFolder }: ReadSuite,
  options: RunSuiteOptions,
): Promise<string> {
  const language = readLanguage(options.language);
  const limit = readLimit(options.limit);
  const maxCost = readMaxCost(options.maxCost);
  const cache = options.cache === undefined ? undefined : await openCache(options.cache);
  const { signer } = await openSigner(options.signedBy);
  const clock = createSystemClock();
  const datasetFolder = resolve(baseFolder, suite.dataset);
  const datasetStore = createFileStore(datasetFolder);
  const dataset = await openDataset(datasetStore);
  await requireGate(dataset.card, datasetStore);
  const caseIds = await dataset.caseIds(suite.split);
  const labels = await dataset.labels(suite.split, new Set(caseIds));
  const annotations = await dataset.annotations(suite.split, new Set(caseIds));
  const models = await createModels(suite, {
    dataset,
    datasetStore,
    store: createFileStore(baseFolder),
    secrets: createSecrets(),
    allowPrivate: options.allowPrivate ?? false,
  });
  const { record, shards } = planRun({
    suite,
    suiteFile,
    dataset,
    models: models.map(({ entry, fingerprint }) => ({ entry, fingerprint })),
    caseIds,
    limit,
    startedAt: clock.now(),
  });
  const folder = await chooseFolder(options.out, record.runId, options.fresh ?? false);
  const store = createFileStore(folder);
  const planned: RunRecord = {
    ...record,
    runId: basename(folder),
    datasetFolder: relative(folder, datasetFolder).split(sep).join('/'),
  };
  await withRunLock(folder, async () => {
    const stored = await readRunRecord(store);
    if (options.fresh === true && stored !== null) {
      process.stderr.write(`Going on with ${folder}, which was not finished; remove it to begin again\n`);
    }
    const spending =
      maxCost === undefined
        ? undefined
        : await openSpending(maxCost, models, store, await options.sumBeside?.(folder));
    await writePlan(store, { ...planned, startedAt: stored?.startedAt ?? planned.startedAt }, shards);
    const askFailedAgain = options.retryFailed;
    await screenRun({
      record: planned,
      dataset,
      models,
      shards,
      store,
      folder,
      clock,
      cache,
      spending,
      askFailedAgain,
    });
    // What draws the report is loaded when it is needed: while models are asked, memory stays small.
    const { finishRun } = await import('./finish-run.ts');
    const run = { folder, store, record: planned, shards, dataset, labels, annotations };
    await finishRun(run, language, signer);
    const { warnOfAnswers } = await import('./gate/warn-of-answers.ts');
    await warnOfAnswers(planned, folder, store, language);
  });
  return folder;
}

/** @throws {InputError} before anything is asked, where no folder can be made there */
async function openCache(folder: string): Promise<AnswerCache> {
  try {
    await makeFolder(folder);
  } catch (cause) {
    const expected = 'a folder, or a place where one can be made';
    throw new InputError({ field: '--cache', is: `"${folder}", which is no folder`, expected }, { cause });
  }
  return createAnswerCache(createFileStore(folder, { shared: true }));
}
