import type { RunRecord } from '../../evals/artifacts.ts';
import type { AnswerCache } from '../../evals/engine/answer-cache.ts';
import { Lane } from '../../evals/engine/lane.ts';
import type { Spending } from '../../evals/engine/spending.ts';
import type { UnderWay } from '../../evals/engine/under-way.ts';
import type { Dataset } from '../../evals/open-dataset.ts';
import type { BlobStore, Clock, Journal } from '../../evals/ports.ts';
import type { Screening } from '../../evals/screening/screening.ts';
import { type ShownShard, screenShards } from '../../evals/steps/screen-shards.ts';
import type { ReadyModel } from '../models/ready-model.ts';

export interface ScreenModelInput {
  record: RunRecord;
  /** Of which run the questions are, to the model; absent: the record's. */
  askedAs?: string | undefined;
  dataset: Dataset;
  ready: ReadyModel;
  shards: AsyncIterable<ShownShard> | Iterable<ShownShard>;
  /** The run's folder. */
  store: BlobStore;
  journal: Journal;
  clock: Clock;
  cache?: AnswerCache | undefined;
  spending?: Spending | undefined;
  /** Asks failed and timed-out questions once more. */
  askFailedAgain?: boolean | undefined;
  /** What another process left: questions that it began, and how often in a row the service had failed. */
  underWay?: UnderWay | undefined;
  before?: number | undefined;
  onAnswer?: (screening: Screening) => void;
  /** Told each time that the model's service is taken to be down, with what it last said. */
  onDown?: (error: Screening['error']) => void;
}

/** Asks a model about cases of a run, on a lane of its own. `done` as `screenShards`; whoever stops the lane is obeyed. */
export function screenModel(input: ScreenModelInput): { lane: Lane; done: Promise<void> } {
  const { record, dataset, ready, cache, spending, askFailedAgain = false, onAnswer } = input;
  const { protocol } = record;
  const runId = input.askedAs ?? record.runId;
  const { model, fingerprint, concurrency, price, called } = ready;
  const { shards, store, journal, clock, underWay, before } = input;
  let lastError: Screening['error'];
  const lane = new Lane({
    clock,
    // What is worked out in this process gains nothing from more at once.
    concurrency: called ? concurrency : 1,
    giveUpAfterMs: protocol.timeoutMs,
    before,
    onDown: () => input.onDown?.(lastError),
  });
  const done = screenShards({
    ...{ runId, model, fingerprint, shards, protocol, lane, store, journal, clock, price, askFailedAgain },
    cache: called ? cache : undefined,
    beside: namesBeside(dataset, protocol),
    underWay,
    spending: called ? spending : undefined,
    onAnswer: (screening) => {
      lastError = screening.error ?? lastError;
      onAnswer?.(screening);
    },
  });
  return { lane, done };
}

/** The lists that the protocol shows beside a case, by name and version. */
function namesBeside(
  { taxonomy, catalogue }: Dataset,
  { shown }: RunRecord['protocol'],
): Record<string, string> {
  return {
    ...(shown.taxonomy ? { taxonomy: `${taxonomy.id} ${taxonomy.version}` } : {}),
    ...(shown.catalogue ? { catalogue: `${catalogue.id} ${catalogue.version}` } : {}),
  };
}
