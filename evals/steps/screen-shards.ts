import type { Case } from '../../datasets/case.ts';
import type { Protocol } from '../artifacts.ts';
import type { AnswerCache } from '../engine/answer-cache.ts';
import type { Lane } from '../engine/lane.ts';
import type { CallCost, Spending } from '../engine/spending.ts';
import type { UnderWay } from '../engine/under-way.ts';
import type { BlobStore, Clock, Journal, Model } from '../ports.ts';
import type { Price } from '../prices/price.ts';
import { requestIdOf } from '../request-id.ts';
import type { Screening } from '../screening/screening.ts';
import { showCase } from '../screening/show-case.ts';
import { type Asked, askModel } from './ask-model.ts';
import { readAhead } from './read-ahead.ts';
import { reopenFailed } from './reopen-failed.ts';
import { ShardAnswers } from './shard-answers.ts';

/** A shard with its cases, in the order of the plan. */
export interface ShownShard {
  shard: string;
  cases: readonly Case[];
}

export interface ScreenShardsInput {
  runId: string;
  model: Model;
  /** See `PlannedModel`. */
  fingerprint: string;
  /** One in the cloud, all of a run on one machine. */
  shards: AsyncIterable<ShownShard> | Iterable<ShownShard>;
  protocol: Protocol;
  lane: Lane;
  /** The run's folder. */
  store: BlobStore;
  journal: Journal;
  clock: Clock;
  /** Answers of earlier runs, where they may be used. */
  cache?: AnswerCache | undefined;
  /** Catalogue and taxonomy, by id and version: part of a cached answer's key. */
  beside: Record<string, string>;
  /** Asks failed and timed-out questions once more, also those of closed shards. */
  askFailedAgain?: boolean;
  /** What the model costs, where that is known. */
  price?: Price | undefined;
  /** What the run may cost. */
  spending?: Spending | undefined;
  /** Questions that another process began. */
  underWay?: UnderWay | undefined;
  /** Told after each answer that is safe, new or found. */
  onAnswer?: (screening: Screening) => void;
}

/**
 * Asks one model about the cases of shards, as many at once as its lane admits, also across shards. Every answer is
 * journalled as it comes; what the journal holds is not asked again. A shard that has all its answers is closed: one
 * file, sorted by case and repeat, never redone. Holds the cases and answers of the shards under way, no more.
 * @throws {SpendingLimitError} once all calls in flight are done and safe
 */
export async function screenShards(input: ScreenShardsInput): Promise<void> {
  const { protocol, lane, onAnswer } = input;
  const closing: Promise<void>[] = [];
  try {
    for await (const { answers, cases } of readAhead(openShards(input))) {
      for (const caseShown of cases) {
        for (let repeat = 0; repeat < protocol.repeats; repeat += 1) {
          if (answers.has(caseShown.caseId, repeat)) continue;
          await lane.admit(async () => {
            const { asked, keep } = await answer(input, caseShown, repeat);
            const whole = await answers.add(asked);
            onAnswer?.(asked.screening);
            await keep?.();
            // Not awaited: the next question need not wait for the disk.
            if (whole) closing.push(answers.close().catch((cause) => lane.stop(cause)));
          });
        }
      }
    }
  } catch (cause) {
    lane.stop(cause);
  }
  await lane.settle().finally(() => Promise.all(closing));
  await lane.settle();
}

/** Shards that are not closed yet, with what their journals hold. */
async function* openShards(input: ScreenShardsInput) {
  const { model, protocol, store, journal, askFailedAgain = false, onAnswer } = input;
  for await (const { shard, cases } of input.shards) {
    const place = { modelId: model.id, shard, store, journal };
    if (askFailedAgain) await reopenFailed(place);
    const answers = await ShardAnswers.open(place, cases.length * protocol.repeats, onAnswer);
    if (answers === null) continue;
    if (answers.whole) await answers.close();
    yield { answers, cases };
  }
}

interface Answered {
  asked: Asked;
  /** Puts it by for later runs; done when it is safe in this one. */
  keep?: () => Promise<void>;
}

async function answer(input: ScreenShardsInput, caseShown: Case, repeat: number): Promise<Answered> {
  const { cache, model, fingerprint, beside } = input;
  if (cache === undefined) return { asked: await ask(input, caseShown, repeat) };
  const { id, version } = model;
  const { timeoutMs, retries, shown: parts } = input.protocol;
  const shown = showCase(caseShown, parts);
  const protocol = { timeoutMs, retries };
  const question = { model: { id, version }, fingerprint, shown, beside, repeat, protocol };
  const found = await cache.find(question);
  if (found !== null) return { asked: found };
  const asked = await ask(input, caseShown, repeat);
  return { asked, keep: () => cache.keep(question, asked) };
}

async function ask(input: ScreenShardsInput, caseShown: Case, repeat: number): Promise<Asked> {
  const { model, runId, protocol, lane, clock, spending, price, underWay } = input;
  const requestId = requestIdOf({ runId, model, caseId: caseShown.caseId, repeat });
  const question = { model, caseShown, repeat, requestId, protocol, lane, clock, price, underWay };
  if (spending === undefined) return askModel(question);
  const reserved = await spending.reserve(model.id);
  let cost: CallCost = 'failed';
  try {
    const asked = await askModel(question);
    cost = costOf(asked);
    return asked;
  } finally {
    spending.settle(model.id, reserved, cost);
  }
}

function costOf({ screening: { status }, call: { attempts, costDkk } }: Asked): CallCost {
  // The service had been given up, or the question had no time left.
  if (attempts === 0) return 'unmade';
  return costDkk ?? (status === 'failed' || status === 'timedOut' ? 'failed' : 'untold');
}
