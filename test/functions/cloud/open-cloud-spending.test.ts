import { expect, it } from 'vitest';
import type { Call } from '../../../evals/artifacts.ts';
import { runKeys } from '../../../evals/run-keys.ts';
import { createMemoryStore } from '../../../functions/adapters/memory-store.ts';
import { openCloudSpending, sumSpent } from '../../../functions/cloud/open-cloud-spending.ts';
import { workKeys } from '../../../functions/cloud/run-order.ts';
import { openRunStore } from '../../../functions/cloud-runtime.ts';
import { createVirtualClock } from '../../support/virtual-clock.ts';

const [run, sibling] = [`operator.${'1'.repeat(20)}`, `operator.${'2'.repeat(20)}`];

/** A run's folders in which calls of shards are put away. */
function openRuns() {
  const blobs = createMemoryStore();
  const clock = createVirtualClock();
  const put = async (
    of: string,
    modelId: string,
    shard: string,
    costs: (number | 'cached' | 'failed' | 'timedOut' | 'unasked' | undefined)[],
  ) => {
    const calls = costs.map((cost, at): Call => {
      const call = { schema: 'maalestok.call.v1', caseId: `c${at}`, repeat: 0, status: 'answered' } as const;
      const took = { attempts: 1, latencyMs: 1, startedAt: '2026-11-01T00:00:00.000Z', pages: 1 };
      if (cost === 'cached') return { ...call, ...took, costDkk: 50, cached: true };
      if (cost === 'unasked') return { ...call, ...took, status: 'failed', attempts: 0 };
      if (cost === 'failed' || cost === 'timedOut') return { ...call, ...took, status: cost };
      return { ...call, ...took, ...(cost === undefined ? {} : { costDkk: cost }) };
    });
    const lines = calls.map((call) => `${JSON.stringify(call)}\n`).join('');
    await openRunStore(of, blobs).write(runKeys.shardCalls(modelId, shard), lines);
  };
  const close = (modelId: string, shard: string) =>
    openRunStore(run, blobs).write(runKeys.screenings(modelId, shard), '');
  return { blobs, clock, put, close };
}

const limited = (maxCostDkk: number, limitSharedWith: string[] = []) => ({
  id: run,
  maxCostDkk,
  limitSharedWith,
});

it('counts what all shards of all models have spent, and begins with the dearest call that is known', async () => {
  const { blobs, clock, put } = openRuns();
  await put(run, 'm', '00001', [1, 3]);
  await put(run, 'm', '00002', [2, undefined, 'cached']);
  await put(run, 'other/model', '00001', [4]);
  const spending = await openCloudSpending(
    limited(13),
    { modelId: 'm', shard: '00002', atOnce: 1 },
    { blobs, clock },
  );
  // 10 are spent, and 3 are reserved for the next call.
  expect(await spending.reserve('m')).toBe(3);
  await expect(spending.reserve('m')).rejects.toThrow('about 13.00 DKK are spent');
});

it('sees what others have put away since, when it looks again, and its own calls once', async () => {
  const { blobs, clock, put, close } = openRuns();
  await put(run, 'm', '00001', [1]);
  const spending = await openCloudSpending(
    limited(10),
    { modelId: 'm', shard: '00002', atOnce: 1 },
    { blobs, clock },
  );
  spending.settle('m', await spending.reserve('m'), 1);
  await put(run, 'm', '00002', [1]);
  await put(run, 'm', '00001', [1, 1]);
  await close('m', '00001');
  await clock.run(15_000);
  await spending.refresh();
  // 3 are spent; what comes then is seen 15 seconds later.
  await put(run, 'm', '00003', [6]);
  await spending.refresh();
  expect(await spending.reserve('m')).toBe(1);
  spending.settle('m', 1, 0);
  await clock.run(30_000);
  await spending.refresh();
  expect(await spending.reserve('m')).toBe(1);
  await expect(spending.reserve('m')).rejects.toThrow('about 10.00 DKK are spent');
});

it('counts runs under the same limit, and calls that were put together once', async () => {
  const { blobs, clock, put } = openRuns();
  await put(run, 'm', '00001', [1]);
  await put(sibling, 'm', '00001', [5, 2]);
  const folder = openRunStore(sibling, blobs);
  await folder.write(runKeys.calls('m'), (await folder.read(runKeys.shardCalls('m', '00001')))!);
  expect(await sumSpent([sibling], blobs)).toBe(7);
  const own = { modelId: 'm', shard: '00002', atOnce: 1 };
  const spending = await openCloudSpending(limited(8, [sibling]), own, { blobs, clock });
  await expect(spending.reserve('m')).rejects.toThrow('about 8.00 DKK are spent');
  const more = await openCloudSpending(limited(9, [sibling]), own, { blobs, clock });
  expect(await more.reserve('m')).toBe(1);
});

it('counts what came since a shard was put away as a whole, once, and of its own shard what a function left that was killed', async () => {
  const { blobs, clock, put } = openRuns();
  await put(run, 'm', '00001', [1, 2]);
  const store = openRunStore(run, blobs);
  const lines = new TextDecoder()
    .decode((await store.read(runKeys.shardCalls('m', '00001')))!)
    .trim()
    .split('\n');
  const third = lines[1]!.replace('"c1"', '"c2"');
  const tail = [
    [runKeys.calls('m'), lines[1]!],
    [runKeys.calls('m'), third],
    [runKeys.journal('m', '00001'), '{"status":"answered"}'],
  ];
  await store.write(workKeys.tail('m', '00001'), tail.map((line) => `${JSON.stringify(line)}\n`).join(''));
  for (const shard of ['00001', '00002']) {
    const spending = await openCloudSpending(
      limited(7),
      { modelId: 'm', shard, atOnce: 1 },
      { blobs, clock },
    );
    expect(await spending.reserve('m')).toBe(2);
    await expect(spending.reserve('m')).rejects.toThrow('about 7.00 DKK are spent');
  }
  expect(await sumSpent([run], blobs)).toBe(5);
});

it('counts calls that failed as dear as the dearest of their model, also its own of an earlier function', async () => {
  const { blobs, clock, put } = openRuns();
  await put(run, 'm', '00001', [1, 'failed', 'unasked']);
  await put(run, 'm', '00002', [2, 'timedOut', 'failed']);
  await put(run, 'other', '00001', ['failed', 'failed']);
  await put(sibling, 'm', '00001', [3, 'timedOut']);
  // 1 + 2, 2 + 2 + 2, nothing that is known, and 3 + 3 beside.
  expect(await sumSpent([run], blobs)).toBe(9);
  expect(await sumSpent([sibling], blobs)).toBe(6);
  for (const shard of ['00001', '00002', '00003']) {
    const own = { modelId: 'm', shard, atOnce: 1 };
    const spending = await openCloudSpending(limited(17, [sibling]), own, { blobs, clock });
    expect([shard, spending.leftDkk]).toEqual([shard, 2]);
  }
});
