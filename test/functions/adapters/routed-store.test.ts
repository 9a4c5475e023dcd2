import { describe, expect, it } from 'vitest';
import { createMemoryStore } from '../../../functions/adapters/memory-store.ts';
import {
  createRoutedStore,
  routeEndings,
  routeParts,
  routeRest,
} from '../../../functions/adapters/routed-store.ts';
import { resultParts, sealedEndings } from '../../../functions/cloud-names.ts';
import { describeBlobStore } from '../../contract/blob-store.ts';

function fresh() {
  const [results, runs] = [createMemoryStore(), createMemoryStore()];
  return {
    results,
    runs,
    store: createRoutedStore([routeParts(['a/', 'k', ...resultParts], results), routeRest(runs)]),
  };
}

describeBlobStore('routed', async () => ({ store: fresh().store, dispose: async () => undefined }));

describe('the routed store', () => {
  it('puts each key where its route says', async () => {
    const { store, results, runs } = fresh();
    const made = ['result.json', 'scores/m.jsonl', 'report/da/x.html', 'work/to-sign.json'];
    const asked = ['run.json', 'screenings/m/00001.jsonl', 'work/order.json', 'result.json.old'];
    for (const key of [...made, ...asked]) await store.write(key, key);
    expect(await results.list('')).toEqual(made.toSorted());
    expect(await runs.list('')).toEqual(asked.toSorted());
    expect(await store.list('work/')).toEqual(['work/order.json', 'work/to-sign.json']);
    expect(await store.list('')).toEqual([...made, ...asked].sort());
  });

  it('keeps labels apart from cases by their names', async () => {
    const [labels, cases] = [createMemoryStore(), createMemoryStore()];
    const listed: string[] = [];
    const watched = {
      ...labels,
      list: (prefix: string) => {
        listed.push(prefix);
        return labels.list(prefix);
      },
    };
    const store = createRoutedStore([routeEndings(sealedEndings, watched, 'd/'), routeRest(cases)]);
    for (const key of ['d/card.json', 'd/test.cases.jsonl', 'd/test.labels.jsonl', 'd/x.judged.jsonl'])
      await store.write(key, key);
    expect(await cases.list('')).toEqual(['d/card.json', 'd/test.cases.jsonl']);
    expect(await labels.list('')).toEqual(['d/test.labels.jsonl', 'd/x.judged.jsonl']);
    // Who lists elsewhere has no business with labels.
    expect(await store.list('runs/')).toEqual([]);
    expect(await store.list('d/test.')).toEqual(['d/test.cases.jsonl', 'd/test.labels.jsonl']);
    expect(await store.list('')).toHaveLength(4);
    expect(listed).toEqual(['d/test.', '']);
  });

  it('reaches nothing that it was given no store for, and does not ask the others', async () => {
    const runs = createMemoryStore();
    const store = createRoutedStore([routeParts(['screenings/'], runs)]);
    await expect(store.read('result.json')).rejects.toThrow(/no store for it is given/u);
    await expect(store.write('result.json', 'x')).rejects.toThrow(/no store for it is given/u);
    expect(await store.list('result')).toEqual([]);
  });
});
