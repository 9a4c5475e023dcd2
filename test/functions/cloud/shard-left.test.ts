import { expect, it } from 'vitest';
import { createMemoryStore } from '../../../functions/adapters/memory-store.ts';
import { createSystemClock } from '../../../functions/adapters/system-clock.ts';
import {
  type LeftNow,
  mostFunctions,
  mostSilent,
  openShardLeft,
} from '../../../functions/cloud/shard-left.ts';
import { screeningRetries } from '../../../infra/evaluation/retries.ts';

const silence: LeftNow = { failures: 0, end: 'timeUp', answered: false };

function shardOf() {
  const store = createMemoryStore();
  let minute = 0;
  const clock = { ...createSystemClock(), now: () => new Date(minute * 60_000).toISOString() };
  const open = (starts = 1, shard = '00001') => openShardLeft(store, { modelId: 'm', shard, starts }, clock);
  const wait = (minutes: number) => {
    minute += minutes;
  };
  return { open, wait };
}

it('is given up after so many functions without an answer in a row, all of one start', async () => {
  const { open } = shardOf();
  for (let functions = 0; functions < mostSilent; functions += 1) {
    const left = await open();
    expect(left.givenUp).toBeNull();
    await left.take(silence)();
  }
  expect((await open()).givenUp).toBe('silent');
  const again = await open(2);
  expect(again.givenUp).toBeNull();
  await again.take(silence)();
  expect((await open(2)).givenUp).toBeNull();
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

it.each([
  ['answers now and then', mostFunctions, (at: number) => at % mostSilent === mostSilent - 1],
  ['is busy every second time', mostFunctions, (at: number) => at % 2 === 0],
  ['is slow', mostFunctions, () => true],
  ['is busy', mostSilent, () => false],
])('is given up before the machine tries no more, where the model %s', async (_, most, answersIn) => {
  const { open } = shardOf();
  const tries = new Map<object, number>();
  for (let at = 0; at < most; at += 1) {
    const left = await open();
    expect(left.givenUp).toBeNull();
    const answered = answersIn(at);
    await left.take({ ...silence, answered })();
    // As `watchTime` ends it.
    const end = answered ? 'ShardUnfinishedError' : 'ModelThrottledError';
    const retrier = screeningRetries.find(({ ErrorEquals }) => ErrorEquals.includes(end))!;
    tries.set(retrier, (tries.get(retrier) ?? 0) + 1);
    expect(tries.get(retrier)).toBeLessThanOrEqual(retrier.MaxAttempts);
  }
  expect((await open()).givenUp).toBe(most === mostFunctions ? 'slow' : 'silent');
});

it('has more than two days for a model that answers, however slowly', () => {
  expect(mostFunctions * 900).toBeGreaterThan(2 * 24 * 3600);
});

it('leaves what others heard of the service as it is, where it heard nothing itself', async () => {
  const { open, wait } = shardOf();
  const idle = await open(1, '00002');
  await (await open()).take({ ...silence, failures: 20 })();
  await idle.take({ failures: 0, end: 'whole', answered: false })();
  wait(20);
  const silent = await open();
  expect(silent.before).toBe(20);
  await silent.take({ ...silence, failures: silent.before })();
  wait(20);
  expect((await open()).before).toBe(0);
});

it('tells the next what it heard of the service itself', async () => {
  const { open } = shardOf();
  await (await open()).take({ ...silence, failures: 20 })();
  await (await open()).take({ ...silence, failures: 21 })();
  expect((await open()).before).toBe(21);
  await (await open()).take({ ...silence, failures: 0, answered: true })();
  expect((await open()).before).toBe(0);
});
