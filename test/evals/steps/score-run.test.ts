import { describe, expect, it } from 'vitest';
import { ArtifactError } from '../../../datasets/errors.ts';
import type { BlobStore } from '../../../evals/ports.ts';
import { runKeys } from '../../../evals/run-keys.ts';
import { scoreInMemory } from '../../support/memory-run.ts';
import { smallCase, smallLabel } from '../../support/small-dataset.ts';

const ids = Array.from({ length: 60 }, (_, at) => `c${String(at).padStart(2, '0')}`);
const data = {
  cases: ids.map((id) => smallCase(id)),
  labels: ids.map((id) => smallLabel(id, ['x1', 'y1'])),
};
const models = ['a', 'b'].map((id) => ({ id, answer: () => ({ findings: [] }) }));

/** Scores with something in between, and keeps the store that it scored into. */
function scoreWith(change: (store: BlobStore) => Partial<BlobStore>) {
  let kept: BlobStore | undefined;
  const done = scoreInMemory({
    runId: 'r',
    data,
    models,
    wrap(store) {
      kept = store;
      return { ...store, ...change(store) };
    },
  });
  return { done, store: () => kept! };
}

/** No file passes for a whole one. */
async function expectNothingWhole(store: BlobStore): Promise<void> {
  for (const key of [runKeys.result, runKeys.scores('a'), runKeys.scores('b')]) {
    expect(await store.read(key), key).toBeNull();
  }
}

describe('scoreRun', () => {
  it('ends with the store’s own error where scores cannot be written', async () => {
    let taken = '';
    const { done, store } = scoreWith((whole) => ({
      async write(key, body) {
        if (key !== runKeys.scores('b')) return whole.write(key, body);
        for await (const part of body as AsyncIterable<string>) {
          taken += part;
          throw new Error('ENOSPC');
        }
      },
    }));
    await expect(done).rejects.toThrow('ENOSPC');
    expect(taken).not.toBe('');
    expect(await store().read(runKeys.result)).toBeNull();
  });

  it('ends with what is wrong where answers are missing, and leaves no half file of scores', async () => {
    const { done, store } = scoreWith((whole) => ({
      readLines: (key) =>
        key === runKeys.screenings('b', '00005') ? Promise.resolve(null) : whole.readLines(key),
    }));
    await expect(done).rejects.toThrow(ArtifactError);
    await expectNothingWhole(store());
  });
});
