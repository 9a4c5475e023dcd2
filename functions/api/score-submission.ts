import { createHash } from 'node:crypto';
import { ArtifactError, InputError, renderPlace } from '../../datasets/errors.ts';
import type { Result } from '../../evals/artifacts.ts';
import { type Dataset, linesOf } from '../../evals/open-dataset.ts';
import type { BlobStore, Clock } from '../../evals/ports.ts';
import { runKeys } from '../../evals/run-keys.ts';
import type { ModelEntry } from '../../evals/scores/model-result.ts';
import { ScreeningIndex } from '../../evals/screening/screening-index.ts';
import { planRun, type RunPlan } from '../../evals/steps/plan-run.ts';
import { scoreRun } from '../../evals/steps/score-run.ts';
import { SuiteSchema } from '../../evals/suite.ts';
import { storeWithin } from '../adapters/store-within.ts';
import { openStoredDataset } from './open-stored-dataset.ts';
import type { DatasetRecord, SubmissionRecord } from './resources.ts';
import { submissionPlace, uploadKey } from './upload-keys.ts';

/** As a run of the API may have. */
const mostRepeats = 10;

export interface ScoreSubmissionInput {
  blobs: BlobStore;
  clock: Clock;
  submission: SubmissionRecord;
  dataset: DatasetRecord;
}

/**
 * Scores a file of screenings as a run of its split: planned, put away and scored by the steps of `maalestok run`, so that
 * its comparability key is a run's.
 * @throws {InputError} what is wrong with the file, and nothing else
 * @throws {ArtifactError} where the data set is damaged or the file is gone
 */
export async function scoreSubmission(input: ScoreSubmissionInput): Promise<Result> {
  const { blobs, clock, submission, dataset: record } = input;
  const dataset = await openStoredDataset(blobs, record);
  const { split } = submission.dataset;
  const { caseIds, labels } = await oursToAnswerFor(async () => {
    const ids = await dataset.caseIds(split);
    return { caseIds: ids, labels: await dataset.labels(split, new Set(ids)) };
  });
  const index = await readUpload(blobs, submission, caseIds);
  const repeats = requireWhole(index, submission, caseIds);
  const { plan, entry } = planOf(submission, dataset, caseIds, repeats, clock.now());
  const store = storeWithin(blobs, submissionPlace(submission.id));
  await store.write(runKeys.run, `${JSON.stringify({ ...plan.record, datasetFolder: '.' }, null, 2)}\n`);
  await store.write(runKeys.shards, toLines(plan.shards));
  for (const { shard, caseIds: ids } of plan.shards) {
    const screenings = ids.flatMap((caseId) =>
      Array.from({ length: repeats }, (_, repeat) => ({
        schema: 'maalestok.screening.v1',
        model: submission.model,
        caseId,
        repeat,
        ...index.get(submission.model, caseId, repeat)!,
      })),
    );
    await store.write(runKeys.screenings(entry.id, shard), toLines(screenings));
  }
  const run = { record: { ...plan.record, datasetFolder: '.' }, shards: plan.shards };
  return scoreRun({ ...run, dataset, labels, annotations: null, store });
}

async function readUpload(
  blobs: BlobStore,
  { id, upload }: SubmissionRecord,
  caseIds: readonly string[],
): Promise<ScreeningIndex> {
  const key = uploadKey(id);
  const bytes = await blobs.read(key);
  if (bytes === null) throw new ArtifactError(`Cannot read "${key}": it is missing`);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  if (sha256 !== upload.sha256) {
    throw new InputError({
      is: `a file with SHA-256 ${sha256}`,
      expected: `${upload.sha256}, as the submission said`,
    });
  }
  return ScreeningIndex.read(await linesOf(blobs, key), { file: 'the file', knownCaseIds: new Set(caseIds) });
}

/**
 * One model, the one announced, with an answer to every case in every repeat: a file of a few answers would be asking about
 * them, and not be measured. @returns the repeats @throws {InputError}
 */
function requireWhole(
  index: ScreeningIndex,
  { model }: SubmissionRecord,
  caseIds: readonly string[],
): number {
  const models = index.models();
  const [found, another] = models;
  if (
    found === undefined ||
    another !== undefined ||
    found.id !== model.id ||
    found.version !== model.version
  ) {
    throw new InputError({
      field: 'model',
      is: `answers by ${
        models
          .slice(0, 3)
          .map(({ id, version }) => `${id} ${version}`)
          .join(', ') || 'no model'
      }`,
      expected: `answers by ${model.id} ${model.version} alone, as the submission said`,
    });
  }
  const repeats = index.repeats(model);
  if (repeats > mostRepeats)
    throw new InputError({ field: 'repeat', is: `${repeats} repeats`, expected: `at most ${mostRepeats}` });
  for (const caseId of caseIds) {
    for (let repeat = 0; repeat < repeats; repeat += 1) {
      if (index.get(model, caseId, repeat) !== undefined) continue;
      throw new InputError({
        field: 'caseId',
        is: `no answer to "${caseId}" in repeat ${repeat}`,
        expected: `one to each of the ${caseIds.length} cases in each of ${repeats} repeats`,
        mend: 'Where the model gave none, say so: status "abstained", "timedOut" or "failed".',
      });
    }
  }
  return repeats;
}

function planOf(
  { dataset: { split }, model, upload, owner }: SubmissionRecord,
  dataset: Dataset,
  caseIds: readonly string[],
  repeats: number,
  startedAt: string,
): { plan: RunPlan; entry: ModelEntry } {
  const { id, titleDa, titleEn } = dataset.card;
  const suite = SuiteSchema.parse({
    schema: 'maalestok.suite.v1',
    id: `submission-${id}`.slice(0, 128),
    titleDa,
    titleEn,
    dataset: '.',
    split,
    models: [{ adapter: 'replay', screenings: 'upload.jsonl' }],
    protocol: { repeats },
  });
  const vendor = owner.replace(/^vendor:/u, '');
  const entry: ModelEntry = { ...model, kind: 'vendor', vendor, provenance: 'self-reported' };
  const models = [{ entry, fingerprint: upload.sha256 }];
  return { plan: planRun({ suite, suiteFile: '', dataset, models, caseIds, startedAt }), entry };
}

/** Cases and labels are ours: what is wrong with them is not the sender's doing, and not told. Nor does a log tell what stands there. */
async function oursToAnswerFor<T>(action: () => Promise<T>): Promise<T> {
  try {
    return await action();
  } catch (cause) {
    if (!(cause instanceof InputError)) throw cause;
    const { file, line } = cause.problem;
    throw new ArtifactError(
      `Cannot score: the data set is not as its card says (${renderPlace({ file, line })})`,
    );
  }
}

function toLines(records: readonly unknown[]): string {
  return records.map((record) => `${JSON.stringify(record)}\n`).join('');
}
