import type { z } from 'zod';
import type { Case } from '../../datasets/case.ts';
import { type Call, CallSchema, caseTimeoutMsOf, type Protocol } from '../artifacts.ts';
import { drawBackoffMs } from '../engine/draw-backoff.ts';
import type { GivenUp, Lane } from '../engine/lane.ts';
import type { UnderWay } from '../engine/under-way.ts';
import type { Clock, Model } from '../ports.ts';
import { completeUsage } from '../prices/complete-usage.ts';
import type { Price } from '../prices/price.ts';
import type { Screening } from '../screening/screening.ts';
import { showCase } from '../screening/show-case.ts';
import { attemptAnswer, failure, type Reply } from './attempt-answer.ts';
import { isRecord, toScreening } from './to-screening.ts';

export interface AskInput {
  model: Model;
  caseShown: Case;
  /** From 0. */
  repeat: number;
  /** See `requestIdOf`. */
  requestId: string;
  protocol: Protocol;
  lane: Lane;
  clock: Clock;
  /** What the model costs, where that is known. */
  price?: Price | undefined;
  /** Where this question was begun before, it is gone on with. */
  underWay?: UnderWay | undefined;
}

/** An answer, and what it took. */
export interface Asked {
  screening: Screening;
  call: Call;
}

/**
 * Puts one case to one model, with time-outs and retries. Whatever happens, there is a screening: a failure is data.
 * A busy service is asked again for as long as the question has time (one time-out for each attempt that the protocol
 * allows), one that failed as often as the protocol says.
 */
export async function askModel(input: AskInput): Promise<Asked> {
  const { model, caseShown, repeat, protocol, clock, price } = input;
  const shown = showCase(caseShown, protocol.shown);
  const { reply, attempts, startedAt, latencyMs } = await attemptAll(input, shown);
  const screening = toScreening(model, caseShown.caseId, repeat, reply.answer);
  const usage = isRecord(reply.answer) && isRecord(reply.answer.usage) ? reply.answer.usage : {};
  // Of a call that failed it is not known what was used. A refusal is a reply, and paid for.
  const called =
    screening.error?.kind === 'refused' || (screening.status !== 'failed' && screening.status !== 'timedOut');
  const call: Call = {
    ...completeUsage(readUsage(usage), price, called),
    schema: 'maalestok.call.v1',
    caseId: caseShown.caseId,
    repeat,
    status: screening.status,
    attempts,
    latencyMs,
    startedAt: startedAt ?? clock.now(),
    pages: shown.documents.reduce((pages, document) => pages + document.pages.length, 0),
  };
  return { screening, call };
}

interface Attempts {
  reply: Reply;
  attempts: number;
  /** Absent where none was made. */
  startedAt?: string;
  /** From the first attempt to the last one's end. */
  latencyMs: number;
}

async function attemptAll(input: AskInput, shown: Case): Promise<Attempts> {
  const { model, repeat, requestId, protocol, lane, clock, underWay } = input;
  const question = { caseId: shown.caseId, repeat };
  const before = underWay?.find(question);
  const timeLimitMs = caseTimeoutMsOf(protocol);
  const leastMs = protocol.timeoutMs * leastPart;
  let { attempts, retries } = before ?? { attempts: 0, retries: 0 };
  let started: { at: string; ms: number } | undefined;
  let last: Reply | undefined;
  const ended = (reply: Reply): Attempts => {
    underWay?.ended(question);
    if (started === undefined) return { reply, attempts, latencyMs: 0 };
    return { reply, attempts, startedAt: started.at, latencyMs: Math.max(0, clock.elapsedMs() - started.ms) };
  };
  for (;;) {
    const ask = (): Promise<Reply> => {
      underWay?.asks(question);
      started ??= {
        at: before?.startedAt ?? clock.now(),
        ms: clock.elapsedMs() - (before?.spentMs ?? 0),
      };
      const leftMs = started.ms + timeLimitMs - clock.elapsedMs();
      if (leftMs < leastMs) return Promise.resolve(outOfTime);
      return attemptAnswer(model, shown, { repeat, requestId }, Math.min(protocol.timeoutMs, leftMs));
    };
    const attempted = await lane.attempt(ask, ({ sign }) => sign);
    if (attempted === null) return ended(last ?? givenUp[lane.givenUp]);
    const { reply, probe } = attempted;
    if (reply.sign === 'unmade') return ended(last ?? reply);
    attempts += 1;
    last = reply;
    if (reply.again === 'no') return ended(reply);
    if (reply.again === 'maybe' && !probe) {
      if (retries === protocol.retries || !lane.mayRetry()) return ended(reply);
      retries += 1;
    }
    const waitMs = reply.retryAfterMs ?? drawBackoffMs(requestId, attempts);
    // Others wait too, also where this question has no time left for it.
    if (reply.retryAfterMs !== undefined) lane.pause(waitMs);
    if (clock.elapsedMs() + waitMs > started!.ms + timeLimitMs - leastMs) return ended(reply);
    const { at: startedAt, ms: begunMs } = started!;
    const spentMs = clock.elapsedMs() - begunMs;
    underWay?.waits({ ...question, attempts, retries, spentMs, startedAt });
    await clock.sleep(waitMs);
  }
}

/**
 * Of an attempt's time-out: with less time left than this, none is made. It would be paid for, ended before the model
 * could answer, and put down to the model as too slow.
 */
const leastPart = 0.1;

/** The waits took all the time that the question had: it is not sent once more. */
const outOfTime: Reply = {
  answer: failure('timedOut', 'timeout', 'no answer in the time that the case has'),
  sign: 'unmade',
  again: 'no',
};

const givenUp: Record<GivenUp, Reply> = {
  silent: {
    answer: failure('failed', 'given-up', 'the service did not answer for so long that it was asked no more'),
    sign: 'failed',
    again: 'no',
  },
  slow: {
    answer: failure(
      'failed',
      'out-of-time',
      'the time that a run has for the model was over before this was asked',
    ),
    sign: 'failed',
    again: 'no',
  },
};

const UsageSchema = CallSchema.pick({
  inputTokens: true,
  outputTokens: true,
  cacheReadTokens: true,
  cacheWriteTokens: true,
  costDkk: true,
  pricesOf: true,
  ratesOf: true,
  region: true,
}).strip();

/** What the model tells of its cost, where it is of the right form. */
function readUsage(usage: Record<string, unknown>): z.infer<typeof UsageSchema> {
  const checked = UsageSchema.safeParse(usage);
  return checked.success ? checked.data : {};
}
