import { expect, it } from 'vitest';
import { runKeys } from '../../../evals/run-keys.ts';
import { type Screening, ScreeningSchema } from '../../../evals/screening/screening.ts';
import { createMemoryStore } from '../../../functions/adapters/memory-store.ts';
import { createSystemClock } from '../../../functions/adapters/system-clock.ts';
import { openShardJournal } from '../../../functions/cloud/open-shard-journal.ts';
import { reopenRun } from '../../../functions/cloud/reopen-run.ts';
import { workKeys } from '../../../functions/cloud/run-order.ts';

const clock = createSystemClock();
const screening = (caseId: string, status: Screening['status'], kind?: string): string =>
  JSON.stringify(
    ScreeningSchema.parse({
      ...{ schema: 'maalestok.screening.v1', caseId, repeat: 0, model: { id: 'm', version: '1' } },
      status,
      ...(kind === undefined ? {} : { error: { kind, message: 'x' } }),
    }),
  );
const failed = [
  screening('given-up', 'failed', 'given-up'),
  screening('out-of-time', 'failed', 'out-of-time'),
  screening('broken', 'failed', 'http-500'),
  screening('late', 'timedOut', 'timeout'),
];
const standing = [
  screening('abstained', 'abstained'),
  screening('invalid', 'invalid', 'contract'),
  screening('refused', 'failed', 'refused'),
];
const textOf = (lines: readonly string[]) => lines.map((line) => `${line}\n`).join('');

it('opens the shards of all models again in which something failed, and no others; done again it changes nothing', async () => {
  const store = createMemoryStore();
  for (const model of ['m', 'n']) {
    await store.write(runKeys.screenings(model, '00001'), textOf([...failed, ...standing]));
    await store.write(runKeys.screenings(model, '00002'), textOf(standing));
  }
  const places = { models: ['m', 'n'], shards: ['00001', '00002', '00003'] };
  const state = async () =>
    Promise.all((await store.list('')).map(async (key) => [key, String(await store.read(key))]));
  await reopenRun(store, places, clock);
  const opened = await state();
  expect(opened.map(([key]) => key).toSorted()).toEqual([
    runKeys.journal('m', '00001'),
    runKeys.journal('n', '00001'),
    runKeys.screenings('m', '00002'),
    runKeys.screenings('n', '00002'),
  ]);
  for (const model of ['m', 'n'])
    expect(new TextDecoder().decode((await store.read(runKeys.journal(model, '00001')))!)).toBe(
      textOf(standing),
    );
  await reopenRun(store, places, clock);
  expect(await state()).toEqual(opened);
});

it('takes failures out of a shard that is open, too, also where a function that was killed left them beside it', async () => {
  const store = createMemoryStore();
  const place = { modelId: 'm', shard: '00001', atOnce: true };
  const [answers, calls] = [runKeys.journal('m', '00001'), runKeys.calls('m')];
  // Never closed, as where a function is killed.
  const killed = openShardJournal(store, place, clock);
  for (const line of [failed[0]!, standing[0]!]) {
    await killed.append(calls, `{"call": ${line.length}}`);
    await killed.append(answers, line);
  }
  expect(await store.list('')).toEqual([workKeys.tail('m', '00001')]);
  await reopenRun(store, { models: ['m'], shards: ['00001'] }, clock);
  const next = openShardJournal(store, place, clock);
  expect(await next.lines(answers)).toEqual([standing[0]]);
  // Calls that were made stay in the cost.
  expect(await next.lines(calls)).toHaveLength(2);
});
