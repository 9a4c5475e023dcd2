import type { Case } from '../../datasets/case.ts';
import type { RunRecord, Shard } from '../../evals/artifacts.ts';
import type { AnswerCache } from '../../evals/engine/answer-cache.ts';
import { type Spending, SpendingLimitError } from '../../evals/engine/spending.ts';
import type { Dataset } from '../../evals/open-dataset.ts';
import type { BlobStore, Clock, Journal } from '../../evals/ports.ts';
import type { ShownShard } from '../../evals/steps/screen-shards.ts';
import { oneLine } from '../../reports/render/one-line.ts';
import { createFileJournal } from '../adapters/file-journal.ts';
import type { ReadyModel } from '../models/ready-model.ts';
import { screenModel } from '../run/screen-model.ts';
import { createProgress, type Progress } from './progress.ts';
import { sayDown } from './say-failures.ts';

export interface ScreenRunInput {
  record: RunRecord;
  dataset: Dataset;
  models: readonly ReadyModel[];
  shards: readonly Shard[];
  store: BlobStore;
  folder: string;
  clock: Clock;
  cache?: AnswerCache | undefined;
  spending?: Spending | undefined;
  /** Asks failed and timed-out questions once more. */
  askFailedAgain?: boolean | undefined;
}

/**
 * Asks all models about all cases of a run. Models that run in this process come first, one after the other, so that
 * their work does not slow the calls to the others, which go side by side.
 */
export async function screenRun(input: ScreenRunInput): Promise<void> {
  const { record, models, folder } = input;
  const progress = createProgress(record.cases * record.protocol.repeats * models.length);
  const journal = createFileJournal(folder);
  try {
    for (const model of models.filter(({ called }) => !called))
      await screenOne(model, input, journal, progress);
    const called = models.filter((model) => model.called);
    const ends = await Promise.allSettled(called.map((model) => screenOne(model, input, journal, progress)));
    const causes = ends.flatMap((end) => (end.status === 'rejected' ? [end.reason as unknown] : []));
    // The cost limit must not hide that something is broken.
    const [cause] = causes.sort((a, b) => Number(isLimit(a)) - Number(isLimit(b)));
    if (cause !== undefined) throw cause;
  } finally {
    progress.stop();
    await journal.close();
    for (const { model } of models) await model.close?.();
  }
}

function isLimit(cause: unknown): boolean {
  return cause instanceof SpendingLimitError;
}

async function screenOne(
  ready: ReadyModel,
  input: ScreenRunInput,
  journal: Journal,
  progress: Progress,
): Promise<void> {
  const { record, dataset, shards } = input;
  const { id } = ready.model;
  const { lane, done } = screenModel({
    ...input,
    ready,
    shards: showShards(dataset.cases(record.dataset.split), shards),
    journal,
    onDown: (error) => process.stderr.write(sayDown(id, record.protocol.timeoutMs, error)),
    onAnswer: () => progress.tick(id),
  });
  await done;
  if (lane.ended) {
    process.stderr.write(
      `${oneLine(id, 128)} did not answer for so long that it was asked no more: the rest counts as failed.\n`,
    );
  }
}

/** Streams the cases in the order of the plan, a shard at a time. */
async function* showShards(
  cases: AsyncGenerator<Case>,
  shards: readonly Shard[],
): AsyncGenerator<ShownShard> {
  for (const { shard, caseIds } of shards) {
    const shown: Case[] = [];
    while (shown.length < caseIds.length) {
      const { value } = await cases.next();
      if (value === undefined) break;
      shown.push(value);
    }
    yield { shard, cases: shown };
  }
  await cases.return(undefined);
}
