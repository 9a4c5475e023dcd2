import { describe, expect, it } from 'vitest';
import type { Case } from '../../../datasets/case.ts';
import { ModelCallError } from '../../../datasets/errors.ts';
import { ProtocolSchema } from '../../../evals/artifacts.ts';
import { createAnswerCache } from '../../../evals/engine/answer-cache.ts';
import { Lane } from '../../../evals/engine/lane.ts';
import { Spending, SpendingLimitError } from '../../../evals/engine/spending.ts';
import type { Journal, Model, ModelAnswer } from '../../../evals/ports.ts';
import { runKeys } from '../../../evals/run-keys.ts';
import { refusedAnswer } from '../../../evals/screening/no-answer.ts';
import { readScreenings } from '../../../evals/steps/read-screenings.ts';
import { type ScreenShardsInput, type ShownShard, screenShards } from '../../../evals/steps/screen-shards.ts';
import { createFileJournal } from '../../../functions/adapters/file-journal.ts';
import { createFileStore } from '../../../functions/adapters/file-store.ts';
import { createMemoryStore } from '../../../functions/adapters/memory-store.ts';
import { createSystemClock } from '../../../functions/adapters/system-clock.ts';
import { smallCase, temporaryFolder } from '../../support/small-dataset.ts';

const protocol = ProtocolSchema.parse({ repeats: 2, retries: 0 });
const clock = createSystemClock();

/** So many shards of four cases each. */
function cutShards(count: number): ShownShard[] {
  return Array.from({ length: count }, (_, at) => ({
    shard: String(at + 1).padStart(5, '0'),
    cases: Array.from({ length: 4 }, (_, index) => smallCase(`c${at}-${index}`)),
  }));
}

type Answer = (caseShown: Case, repeat: number, requestId: string) => ModelAnswer | Error;

/** A model that takes a moment, and notes what it was asked. */
function createModel(answer: Answer) {
  const asked: string[] = [];
  const model: Model = {
    id: 'm',
    version: '1',
    async screen(caseShown, { repeat, requestId }) {
      asked.push(`${caseShown.caseId} ${repeat} ${requestId}`);
      await new Promise((resolve) => setTimeout(resolve, asked.length % 3));
      const given = answer(caseShown, repeat, requestId);
      if (given instanceof Error) throw given;
      return given;
    },
  };
  return { model, asked };
}

const nothing: Answer = () => ({ findings: [], usage: { costDkk: 1 } });

async function openPlace() {
  const temporary = await temporaryFolder();
  const store = createFileStore(temporary.folder);
  const journal = createFileJournal(temporary.folder);
  const screen = (model: Model, shards: readonly ShownShard[], changes: Partial<ScreenShardsInput> = {}) =>
    screenShards({
      runId: 'r',
      model,
      fingerprint: 'f',
      shards,
      protocol,
      lane: new Lane({ clock, concurrency: 3, giveUpAfterMs: 60_000 }),
      store,
      journal,
      clock,
      beside: {},
      ...changes,
    });
  return {
    store,
    journal,
    screen,
    async [Symbol.asyncDispose]() {
      await journal.close();
      await temporary[Symbol.asyncDispose]();
    },
  };
}

describe('screenShards', () => {
  it('asks each question once, across shards, and closes each shard sorted by case and repeat', async () => {
    await using place = await openPlace();
    const { model, asked } = createModel(nothing);
    const told: string[] = [];
    await place.screen(model, cutShards(5), {
      onAnswer: ({ caseId, repeat }) => told.push(`${caseId} ${repeat}`),
    });
    expect(asked).toHaveLength(40);
    expect(new Set(asked.map((each) => each.split(' ')[2])).size).toBe(40);
    expect(new Set(told).size).toBe(40);
    for (const { shard, cases } of cutShards(5)) {
      const screenings = await readScreenings(place.store, runKeys.screenings('m', shard));
      expect(screenings!.map(({ caseId, repeat }) => `${caseId} ${repeat}`)).toEqual(
        cases.flatMap(({ caseId }) => [`${caseId} 0`, `${caseId} 1`]),
      );
    }
    expect(await place.store.list('journal/')).toEqual([]);
    expect(await place.journal.lines(runKeys.calls('m'))).toHaveLength(40);
  });

  it('asks again what was not safe, under the same request id, and nothing else', async () => {
    await using place = await openPlace();
    const shards = cutShards(4);
    const first = createModel((caseShown) =>
      caseShown.caseId === 'c2-1' ? new TypeError('a bug') : { findings: [] },
    );
    await expect(place.screen(first.model, shards)).rejects.toThrow('a bug');
    const safe = (await place.journal.lines(runKeys.calls('m'))).length;
    expect(safe).toBeGreaterThan(10);
    const second = createModel(nothing);
    await place.screen(second.model, shards);
    expect(second.asked).toHaveLength(32 - safe);
    const ids = new Map(first.asked.map((each) => [each.slice(0, 6), each]));
    for (const each of second.asked) expect(ids.get(each.slice(0, 6)) ?? each).toBe(each);
    expect(await place.journal.lines(runKeys.calls('m'))).toHaveLength(32);
  });

  it('makes failures data, and asks them again only where it is told to', async () => {
    await using place = await openPlace();
    const shards = cutShards(3);
    const failing = createModel((caseShown, repeat) => {
      if (repeat !== 1) return { findings: [] };
      if (caseShown.caseId === 'c1-1') return refusedAnswer('no');
      return caseShown.caseId === 'c1-2' ? new ModelCallError('http-403', 'no') : { findings: [] };
    });
    await place.screen(failing.model, shards);
    const again = createModel(nothing);
    await place.screen(again.model, shards);
    expect(again.asked).toEqual([]);
    await place.screen(again.model, shards, { askFailedAgain: true });
    expect(again.asked.map((each) => each.slice(0, 6))).toEqual(['c1-2 1']);
    const shard = await readScreenings(place.store, runKeys.screenings('m', '00002'));
    // A refusal is the model's reply, and stays.
    const left = shard!.filter(({ status }) => status !== 'answered');
    expect(left.map(({ caseId, repeat, error }) => [caseId, repeat, error?.kind])).toEqual([
      ['c1-1', 1, 'refused'],
    ]);
  });

  it('stops before it costs too much, with all answers paid for safe, and goes on from there', async () => {
    await using place = await openPlace();
    const shards = cutShards(5);
    const { model, asked } = createModel(nothing);
    await expect(place.screen(model, shards, { spending: new Spending(12, 0) })).rejects.toThrow(
      SpendingLimitError,
    );
    expect(asked).toHaveLength(12);
    expect(await place.journal.lines(runKeys.calls('m'))).toHaveLength(12);
    await place.screen(model, shards, { spending: new Spending(40, 12) });
    expect(asked).toHaveLength(40);
  });

  it('stops where a limit cannot bind, for an answer tells no cost; that answer is safe', async () => {
    await using place = await openPlace();
    const { model, asked } = createModel(() => ({ findings: [] }));
    const limited = place.screen(model, cutShards(5), { spending: new Spending(1, 0) });
    await expect(limited).rejects.toThrow('tells neither its tokens nor its cost');
    expect(asked).toHaveLength(1);
    expect(await place.journal.lines(runKeys.calls('m'))).toHaveLength(1);
  });

  it('spends nothing on questions that are not asked, since the service was given up', async () => {
    await using place = await openPlace();
    const { model, asked } = createModel(nothing);
    const lane = new Lane({ clock, concurrency: 3, giveUpAfterMs: 60_000 });
    lane.giveUp('silent');
    const spending = new Spending(10, 8, new Map([['m', 0.5]]));
    await place.screen(model, cutShards(2), { lane, spending });
    expect([asked, spending.leftDkk]).toEqual([[], 2]);
    const calls = (await place.journal.lines(runKeys.calls('m'))).map((line) => JSON.parse(line));
    expect(calls.map(({ attempts }) => attempts)).toEqual(Array(16).fill(0));
  });

  it('takes answers of earlier runs from the cache, and says so', async () => {
    const cache = createAnswerCache(createMemoryStore());
    const { model, asked } = createModel(nothing);
    for (const runId of ['first', 'second']) {
      await using place = await openPlace();
      await place.screen(model, cutShards(2), { runId, cache });
      const calls = (await place.journal.lines(runKeys.calls('m'))).map((line) => JSON.parse(line));
      expect(calls).toHaveLength(16);
      expect(calls.every(({ cached }) => cached === (runId === 'second' ? true : undefined))).toBe(true);
    }
    expect(asked).toHaveLength(16);
  });

  it('ends with what went wrong on the disk', async () => {
    await using place = await openPlace();
    const journal: Journal = {
      ...place.journal,
      async append(key, line) {
        if (line.includes('c1-0')) throw new Error('the disk is full');
        await place.journal.append(key, line);
      },
    };
    const { model, asked } = createModel(nothing);
    await expect(place.screen(model, cutShards(5), { journal })).rejects.toThrow('the disk is full');
    expect(asked.length).toBeLessThan(20);
  });
});
