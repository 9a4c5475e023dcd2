import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ModelCallError, ModelThrottledError } from '../../../datasets/errors.ts';
import type { Protocol } from '../../../evals/artifacts.ts';
import { drawBackoffMs } from '../../../evals/engine/draw-backoff.ts';
import type { Model, ModelAnswer, Registry } from '../../../evals/ports.ts';
import { requestIdOf } from '../../../evals/request-id.ts';
import { runKeys } from '../../../evals/run-keys.ts';
import { createMemoryRegistry } from '../../../functions/adapters/registry/create-memory-registry.ts';
import { createSystemClock } from '../../../functions/adapters/system-clock.ts';
import { planCloudRun } from '../../../functions/cloud/plan-cloud-run.ts';
import { checkEveryMs } from '../../../functions/cloud/run-job.ts';
import { workKeys } from '../../../functions/cloud/run-order.ts';
import { recordStop } from '../../../functions/cloud/run-stop.ts';
import { mostFunctions, mostSilent } from '../../../functions/cloud/shard-left.ts';
import { ShardUnfinishedError } from '../../../functions/cloud/watch-time.ts';
import { runJob } from '../../support/cloud.ts';
import {
  planShard,
  plannedRun as run,
  plannedShard as shard,
  writePlanData,
} from '../../support/plan-shard.ts';

let data: Awaited<ReturnType<typeof writePlanData>>;
beforeAll(async () => {
  data = await writePlanData();
});
afterAll(() => data[Symbol.asyncDispose]());

/** Functions are called as the state machine would, until the shard is closed. */
async function planned(
  protocol: Pick<Protocol, 'timeoutMs' | 'retries'>,
  screen: Model['screen'],
  registry: Registry | null = null,
) {
  const made = await planShard(data.files, { protocol, registry });
  const call = (remainingMs?: () => number) =>
    made.call({ screen, ...(remainingMs === undefined ? {} : { remainingMs }) });
  return {
    ...made,
    call,
    /** @returns how each function ended */
    async untilClosed(most: number): Promise<string[]> {
      const ends: string[] = [];
      while (ends.length < most) {
        const end = await call().then(
          () => 'closed',
          (error: Error) => error.name,
        );
        ends.push(end);
        if (end === 'closed') return ends;
      }
      throw new Error(`not closed: ${ends.join(', ')}`);
    },
  };
}

/** The question that waits least between its attempts, so that their number does not hang on how busy this machine is. */
const patient = Array.from({ length: 50 }, (_, at) => `c${String(at).padStart(4, '0')}`).reduce((a, b) =>
  longestWait(a) <= longestWait(b) ? a : b,
);
function longestWait(caseId: string): number {
  const requestId = requestIdOf({ runId: run, model: { id: 'vendor', version: '1' }, caseId, repeat: 0 });
  return Math.max(drawBackoffMs(requestId, 1), drawBackoffMs(requestId, 2));
}
const answer: ModelAnswer = { findings: [], status: 'answered', outcome: 'complete' };
const never = new Promise<never>(() => undefined);
const after = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const gatewayTimeout = (): never => {
  throw new ModelCallError('http', '504', { retryable: true });
};

describe('a shard that is asked by one function after the other', { timeout: 60_000 }, () => {
  it('ends a question whose attempts last longer than a function: as failed, after as many as on one machine', async () => {
    const asked: string[] = [];
    const { untilClosed, screenings, store } = await planned(
      { timeoutMs: 900, retries: 2 },
      async (shown) => {
        asked.push(shown.caseId);
        if (shown.caseId !== patient) return answer;
        await after(600);
        return gatewayTimeout();
      },
    );
    const ends = await untilClosed(6);
    expect(new Set(ends.slice(0, -1))).toEqual(new Set(['ShardUnfinishedError']));
    const all = await screenings();
    expect(all.filter(({ status }) => status === 'answered')).toHaveLength(all.length - 1);
    expect(all.find(({ caseId }) => caseId === patient)).toMatchObject({
      status: 'failed',
      error: { kind: 'http', message: '504' },
    });
    const calls = new TextDecoder().decode((await store.read(runKeys.shardCalls('vendor', shard)))!);
    const lines: { caseId: string; attempts: number }[] = calls
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.find(({ caseId }) => caseId === patient)).toMatchObject({ attempts: 3 });
    // Those that a function's end cut off come on top.
    expect(asked.filter((id) => id === patient).length).toBeLessThanOrEqual(3 + ends.length - 1);
    expect(await store.list('work/questions/')).toEqual([]);
  });

  it('ends a question that the service keeps putting off, since its time is over', async () => {
    const { untilClosed, screenings } = await planned({ timeoutMs: 900, retries: 1 }, async ({ caseId }) => {
      if (caseId === 'c0007') throw new ModelThrottledError('busy', { retryAfterMs: 1300 });
      return answer;
    });
    await untilClosed(6);
    const all = await screenings();
    expect(all.find(({ caseId }) => caseId === 'c0007')).toMatchObject({
      status: 'failed',
      error: { kind: 'throttled' },
    });
  });

  it('gives a service up that hangs, over functions as within one: what is left is failed, and stays in the count', async () => {
    const asked: AbortSignal[] = [];
    const { untilClosed, screenings, store } = await planned(
      { timeoutMs: 700, retries: 2 },
      (_, { signal }) => {
        asked.push(signal);
        return never;
      },
    );
    // 50 cases, of which a function gets through four at most.
    const ends = await untilClosed(10);
    expect(ends.length).toBeLessThanOrEqual(9);
    const all = await screenings();
    expect(all).toHaveLength(50);
    expect(new Set(all.map(({ status }) => status))).toEqual(new Set(['timedOut', 'failed']));
    expect(all.filter(({ error }) => error?.kind === 'given-up').length).toBeGreaterThan(20);
    expect(asked.length).toBeLessThan(50);
    // No call goes on when its function has ended.
    expect(asked.every(({ aborted }) => aborted)).toBe(true);
    // The next shard finds the service as this one left it.
    expect(await store.list('work/down/')).toHaveLength(1);
  });
});

describe('a shard of a model that does not come to an end', { timeout: 60_000 }, () => {
  const left = (functions: number, silent: number) =>
    JSON.stringify({ schema: 'maalestok.cloud-questions.v1', questions: [], functions, silent });

  it.each([
    ['has had all its functions', mostFunctions, 0, 'out-of-time'],
    ['has had so many without an answer', mostSilent, mostSilent, 'given-up'],
  ])('is failed once it %s: the run of the others goes on', async (_, functions, silent, kind) => {
    let asked = 0;
    const { store, untilClosed, screenings } = await planned({ timeoutMs: 900, retries: 2 }, () => {
      asked += 1;
      return never;
    });
    await store.write(workKeys.questions('vendor', shard), left(functions, silent));
    expect(await untilClosed(1)).toEqual(['closed']);
    expect(asked).toBe(0);
    expect((await screenings()).map(({ status, error }) => `${status} ${error?.kind}`)).toEqual(
      Array(50).fill(`failed ${kind}`),
    );
    expect(await store.list('work/questions/')).toEqual([]);
  });

  it('is counted by functions whose time ran out, and begun to be counted anew with an answer', async () => {
    let silent = true;
    const { store, call } = await planned({ timeoutMs: 600_000, retries: 2 }, async ({ caseId }) =>
      silent || caseId !== 'c0000' ? never : answer,
    );
    const counts = async () => {
      const { functions, silent } = JSON.parse(
        new TextDecoder().decode((await store.read(workKeys.questions('vendor', shard)))!),
      );
      return [functions, silent];
    };
    await expect(call()).rejects.toThrow(ShardUnfinishedError);
    expect(await counts()).toEqual([1, 1]);
    silent = false;
    await expect(call()).rejects.toThrow(ShardUnfinishedError);
    expect(await counts()).toEqual([2, 0]);
  });
});

describe('a run that was cancelled and started again', () => {
  it('is asked anew of a shard that had all its functions at the start before', async () => {
    const registry = createMemoryRegistry();
    await registry.write('runs', run, { ...runJob(run, ['vendor']), state: 'running', starts: 2 }, null);
    const protocol = { timeoutMs: 600_000, retries: 2 };
    const { store, untilClosed, screenings } = await planned(protocol, async () => answer, registry);
    const counts = { starts: 1, functions: mostFunctions, silent: mostSilent };
    const left = { schema: 'maalestok.cloud-questions.v1', questions: [], ...counts };
    await store.write(workKeys.questions('vendor', shard), JSON.stringify(left));
    expect(await untilClosed(1)).toEqual(['closed']);
    expect(new Set((await screenings()).map(({ status }) => status))).toEqual(new Set(['answered']));
  });

  it('is asked by its new functions alone: those from before give up, and what they have is there for the new', async () => {
    const registry = createMemoryRegistry();
    const job = { ...runJob(run, ['vendor']), state: 'running' as const };
    await registry.write('runs', run, job, null);
    const protocol = { timeoutMs: 600_000, retries: 2 };
    const { blobs, call, store } = await planned(
      protocol,
      async ({ caseId }) => (caseId === 'c0000' ? answer : never),
      registry,
    );
    const before = call(() => 600_000);
    await registry.write('runs', run, { ...job, state: 'queued', starts: 2 }, 1);
    await expect(before).rejects.toThrow(/started again/u);
    expect(await store.list('journal/')).toHaveLength(1);

    // The new start waits for that before anything is asked.
    const slept: number[] = [];
    const clock = { ...createSystemClock(), sleep: async (ms: number) => void slept.push(ms) };
    await planCloudRun(run, { registry, blobs, clock, egress: undefined, region: undefined });
    expect(slept).toEqual([2 * checkEveryMs]);
  }, 20_000);
});

describe('a run that a limit stopped', () => {
  it.each([
    ['a limit that was raised since', 'limit', 50, 50],
    ['the limit that it has', 'limit', 100, 0],
    ['an answer without a cost, whatever the limit', 'untold', 50, 0],
  ] as const)('is asked according to what stopped it: %s', async (_, why, maxCostDkk, expected) => {
    const registry = createMemoryRegistry();
    const job = { ...runJob(run, ['vendor']), state: 'running' as const, maxCostDkk: 100 };
    await registry.write('runs', run, job, null);
    let asked = 0;
    const screen = async () => {
      asked += 1;
      return { ...answer, usage: { costDkk: 1 } };
    };
    const { call, store } = await planned({ timeoutMs: 900, retries: 1 }, screen, registry);
    await recordStop(store, { why, model: 'vendor', maxCostDkk, besideDkk: 0 });
    await call();
    expect(asked).toBe(expected);
  });
});
