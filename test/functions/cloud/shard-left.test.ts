import { expect, it } from 'vitest';
import { createMemoryStore } from '../../../functions/adapters/memory-store.ts';
import { createSystemClock } from '../../../functions/adapters/system-clock.ts';
import { type LeftNow, mostSilent, openShardLeft } from '../../../functions/cloud/shard-left.ts';

const silence: LeftNow = { failures: 0, end: 'timeUp', answered: false };

function shardOf() {
  const store = createMemoryStore();
  const clock = createSystemClock();
  const open = (starts = 1, shard = '00001') => openShardLeft(store, { modelId: 'm', shard, starts }, clock);
  return { store, open };
}

it('is given up after so many functions without an answer in a row, all of one start', async () => {
  const { open } = shardOf();
  for (let functions = 0; functions < mostSilent; functions += 1) {
    const left = await open();
    expect(left.givenUp).toBe(false);
    await left.take(silence)();
  }
  expect((await open()).givenUp).toBe(true);
  const again = await open(2);
  expect(again.givenUp).toBe(false);
  await again.take(silence)();
  expect((await open(2)).givenUp).toBe(false);
});

it('goes on with questions of its own start, and begins those of an earlier one anew', async () => {
  const { open } = shardOf();
  const begun = { caseId: 'c1', repeat: 0, attempts: 2, retries: 1, spentMs: 5 };
  const first = await open();
  first.underWay.waits({ ...begun, startedAt: '2026-01-01T00:00:00.000Z' });
  await first.take(silence)();
  expect((await open()).underWay.find(begun)).toMatchObject({ attempts: 2, retries: 1 });
  expect((await open(2)).underWay.find(begun)).toBeUndefined();
});
