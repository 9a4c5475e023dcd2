import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Model, ModelAnswer } from '../../../evals/ports.ts';
import { runKeys } from '../../../evals/run-keys.ts';
import { createMemoryRegistry } from '../../../functions/adapters/registry/create-memory-registry.ts';
import { sumRunSpent } from '../../../functions/cloud/run-book.ts';
import { RunCancelledError } from '../../../functions/cloud/run-job.ts';
import { ShardUnfinishedError } from '../../../functions/cloud/watch-time.ts';
import { shardLeases } from '../../../functions/cloud/with-shard-lease.ts';
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

const lease = `${run}/0/${shard}`;
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** A vendor that answers anew each time that it is asked, as models do, and bills each call. */
function vendor() {
  const asked: string[] = [];
  const answering =
    (outcome: ModelAnswer['outcome'], ms: number): Model['screen'] =>
    async ({ caseId }) => {
      asked.push(caseId);
      await pause(ms);
      return { findings: [], status: 'answered', outcome, usage: { costDkk: 1 } };
    };
  return { asked, answering };
}

async function open() {
  const registry = createMemoryRegistry();
  await registry.write('runs', run, { ...runJob(run, ['vendor']), state: 'running' }, null);
  const planned = await planShard(data.files, { protocol: { timeoutMs: 60_000, retries: 2 }, registry });
  const { store } = planned;
  const textOf = async (key: string) => new TextDecoder().decode((await store.read(key)) ?? undefined);
  return {
    ...planned,
    registry,
    screenings: () => textOf(runKeys.screenings('vendor', shard)),
    calls: async () => (await textOf(runKeys.shardCalls('vendor', shard))).trim().split('\n').length,
  };
}

describe('two functions on one shard, since the answer of the first was lost', { timeout: 60_000 }, () => {
  it('ask each question once: the second waits, and leaves what the first has closed', async () => {
    const { asked, answering } = vendor();
    const { call, registry, store, screenings, calls } = await open();
    const first = call({ screen: answering('complete', 60), remainingMs: () => 600_000 });
    while (asked.length < 20) await pause(5);
    // Faster, so that without a lease it is the first to close the shard.
    await call({ screen: answering('deficient', 1), remainingMs: () => 600_000 });
    const [closed, spent] = [await screenings(), await sumRunSpent(store)];
    await first;
    expect(await screenings()).toBe(closed);
    expect(asked).toHaveLength(50);
    expect(await calls()).toBe(50);
    expect(spent).toBe(50);
    expect(await sumRunSpent(store)).toBe(50);
    expect(await registry.list(shardLeases, { limit: 9 })).toEqual([]);
  });

  it('go on one after the other, where the first comes to the end of its time', async () => {
    const { asked, answering } = vendor();
    const { call, calls, screenings } = await open();
    const first = call({ screen: answering('complete', 150), remainingMs: () => 21_000 });
    while (asked.length < 4) await pause(5);
    const second = call({ screen: answering('deficient', 1), remainingMs: () => 600_000 });
    await expect(first).rejects.toThrow(ShardUnfinishedError);
    await second;
    expect((await screenings()).trim().split('\n')).toHaveLength(50);
    // Those in flight when its time was up are asked again.
    expect(asked.length - (await calls())).toBeLessThanOrEqual(4);
    expect(new Set(asked).size).toBe(50);
  });

  it('goes on where one has died, once that could not be alive any more', async () => {
    const { asked, answering } = vendor();
    const { call, registry } = await open();
    const until = new Date(Date.now() + 3000).toISOString();
    const left = { schema: 'maalestok.lease.v1', holder: 'gone', until };
    await registry.write(shardLeases, lease, left, null);
    const second = call({ screen: answering('complete', 1), remainingMs: () => 600_000 });
    await pause(1000);
    expect(asked).toEqual([]);
    await second;
    expect(Date.now()).toBeGreaterThanOrEqual(Date.parse(until));
    expect(asked).toHaveLength(50);
  });

  it('leaves a shard to the next function where the wait would take its time', async () => {
    const { asked, answering } = vendor();
    const { call, registry, store } = await open();
    const until = new Date(Date.now() + 600_000).toISOString();
    await registry.write(shardLeases, lease, { schema: 'maalestok.lease.v1', holder: 'x', until }, null);
    const second = call({ screen: answering('complete', 1), remainingMs: () => 79_000 });
    await expect(second).rejects.toThrow(ShardUnfinishedError);
    expect(asked).toEqual([]);
    // It is no function that got no answer.
    expect(await store.list('work/questions/')).toEqual([]);
  });

  it('waits no longer where the run is cancelled', async () => {
    const { asked, answering } = vendor();
    const { call, registry } = await open();
    const until = new Date(Date.now() + 600_000).toISOString();
    await registry.write(shardLeases, lease, { schema: 'maalestok.lease.v1', holder: 'x', until }, null);
    const second = call({ screen: answering('complete', 1), remainingMs: () => 600_000 });
    await registry.write('runs', run, { ...runJob(run, ['vendor']), state: 'cancelled' }, 1);
    await expect(second).rejects.toThrow(RunCancelledError);
    expect(asked).toEqual([]);
  });

  it('holds a lease for as long as the function can be alive, and gives it back whatever becomes of it', async () => {
    const { asked, answering } = vendor();
    const { call, registry } = await open();
    const begun = Date.now();
    const first = call({ screen: answering('complete', 150), remainingMs: () => 21_000 });
    while (asked.length < 4) await pause(5);
    const { value } = (await registry.read(shardLeases, lease))!;
    expect(Date.parse((value as { until: string }).until)).toBeGreaterThanOrEqual(begun + 21_000);
    await expect(first).rejects.toThrow(ShardUnfinishedError);
    expect(await registry.read(shardLeases, lease)).toBeNull();
  });
});
