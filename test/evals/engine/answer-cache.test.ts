import { describe, expect, it } from 'vitest';
import { ArtifactError } from '../../../datasets/errors.ts';
import type { Call } from '../../../evals/artifacts.ts';
import { type CachedQuestion, createAnswerCache } from '../../../evals/engine/answer-cache.ts';
import type { Screening, ScreeningStatus } from '../../../evals/screening/screening.ts';
import { createMemoryStore } from '../../../functions/adapters/memory-store.ts';
import { smallCase } from '../../support/small-dataset.ts';

const question: CachedQuestion = {
  model: { id: 'm', version: '1' },
  fingerprint: 'prompt 1',
  shown: smallCase('c1'),
  beside: { taxonomy: 't 1', catalogue: 'k 1' },
  repeat: 0,
  protocol: { timeoutMs: 1000, retries: 2 },
};

function asked(status: ScreeningStatus): { screening: Screening; call: Call } {
  return {
    screening: {
      schema: 'maalestok.screening.v1',
      model: question.model,
      caseId: 'c1',
      repeat: 0,
      status,
      findings: [],
    },
    call: {
      schema: 'maalestok.call.v1',
      caseId: 'c1',
      repeat: 0,
      status,
      attempts: 1,
      latencyMs: 12,
      startedAt: '2026-01-01T00:00:00.000Z',
      pages: 1,
    },
  };
}

describe('the answer cache', () => {
  it('finds what it kept, marked as cached', async () => {
    const cache = createAnswerCache(createMemoryStore());
    expect(await cache.find(question)).toBeNull();
    const { screening, call } = asked('answered');
    await cache.keep(question, { screening, call });
    expect(await cache.find(question)).toEqual({ screening, call: { ...call, cached: true } });
  });

  it.each<[string, Partial<CachedQuestion>]>([
    ['another model', { model: { id: 'n', version: '1' } }],
    ['another version', { model: { id: 'm', version: '2' } }],
    ['another prompt or setting', { fingerprint: 'prompt 2' }],
    ['a letter of the case', { shown: smallCase('c1', { zone: 'landzone' }) }],
    ['another case', { shown: smallCase('c2') }],
    ['another catalogue', { beside: { taxonomy: 't 1', catalogue: 'k 2' } }],
    ['another repeat', { repeat: 1 }],
    ['less time', { protocol: { timeoutMs: 100, retries: 2 } }],
  ])('does not take an answer for one to %s', async (_, change) => {
    const cache = createAnswerCache(createMemoryStore());
    await cache.keep(question, asked('answered'));
    expect(await cache.find({ ...question, ...change })).toBeNull();
  });

  it.each<[ScreeningStatus, boolean]>([
    ['answered', true],
    ['abstained', true],
    ['invalid', true],
    ['timedOut', false],
    ['failed', false],
  ])('keeps what is %s: %s', async (status, kept) => {
    const cache = createAnswerCache(createMemoryStore());
    await cache.keep(question, asked(status));
    expect((await cache.find(question)) !== null).toBe(kept);
  });

  it('says which blob is damaged', async () => {
    const store = createMemoryStore();
    const cache = createAnswerCache(store);
    await cache.keep(question, asked('answered'));
    const [key] = await store.list('');
    await store.write(key!, '{"schema":');
    await expect(cache.find(question)).rejects.toThrow(ArtifactError);
    await expect(cache.find(question)).rejects.toThrow(key!);
  });
});
