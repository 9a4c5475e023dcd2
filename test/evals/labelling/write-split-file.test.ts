import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Annotation } from '../../../datasets/label.ts';
import { writeAnnotations } from '../../../evals/labelling/write-annotations.ts';
import { writeSplitFile } from '../../../evals/labelling/write-split-file.ts';
import { openDataset } from '../../../evals/open-dataset.ts';
import { createFileStore } from '../../../functions/adapters/file-store.ts';
import { smallCase, smallLabel, temporaryFolder, writeSmallDataset } from '../../support/small-dataset.ts';

const ids = ['c1', 'c2'];
const by = (annotatorId: string): Annotation[] =>
  ids.map((id) => ({ ...smallLabel(id, []), schema: 'maalestok.annotation.v1', annotatorId }));

async function prepare(folder: string) {
  await writeSmallDataset(join(folder, 'data'), {
    test: {
      cases: ids.map((id) => smallCase(id)),
      labels: ids.map((id) => smallLabel(id, [])),
      annotations: by('anna'),
    },
  });
  return createFileStore(join(folder, 'data'));
}

/** As a process that dies before the write of this file. */
function dyingAt(store: ReturnType<typeof createFileStore>, key: string): ReturnType<typeof createFileStore> {
  return {
    ...store,
    write: async (name, body) => {
      if (name === key) throw new Error('dead');
      await store.write(name, body);
    },
  };
}

async function annotators(store: ReturnType<typeof createFileStore>): Promise<string[]> {
  const dataset = await openDataset(store);
  const index = await dataset.annotations('test', new Set(ids));
  return [...index!.annotators].sort();
}

describe('a file of a split', () => {
  it('is the old one, and whole, where a crash comes before the card; the next write completes it', async () => {
    await using temporary = await temporaryFolder();
    const store = await prepare(temporary.folder);
    const dataset = await openDataset(store);
    const dying = dyingAt(store, 'card.json');
    await expect(writeAnnotations(dataset, dying, 'test', by('bo'))).rejects.toThrow('dead');
    expect(await annotators(store)).toEqual(['anna']);
    await writeAnnotations(dataset, store, 'test', by('bo'));
    expect(await annotators(store)).toEqual(['anna', 'bo']);
    const files = (await readdir(join(temporary.folder, 'data'))).filter((name) =>
      name.includes('annotations'),
    );
    expect(files).toEqual([(await openDataset(store)).card.splits.test!.annotations]);
  });

  it('stays where it is already so, and where the card of an earlier version names it', async () => {
    await using temporary = await temporaryFolder();
    const store = await prepare(temporary.folder);
    const card = await store.read('card.json');
    await writeAnnotations(await openDataset(store), store, 'test', by('anna'));
    expect(await store.read('card.json')).toEqual(card);
    await store.write('card.1.json', card!);
    await writeAnnotations(await openDataset(store), store, 'test', by('bo'));
    expect((await store.list('test.annotations')).length).toBe(2);
    await writeAnnotations(await openDataset(store), store, 'test', by('carla'));
    expect((await store.list('test.annotations')).length).toBe(2);
    expect(await store.read('test.annotations.jsonl')).not.toBeNull();
  });

  it('of judged findings is crash-safe too, and is named no more where it is empty', async () => {
    await using temporary = await temporaryFolder();
    const store = await prepare(temporary.folder);
    await writeSplitFile(store, 'test', 'judged', 'en\n');
    const first = await store.read('card.json');
    const [name] = await store.list('test.judged');
    await expect(writeSplitFile(dyingAt(store, 'card.json'), 'test', 'judged', 'to\n')).rejects.toThrow(
      'dead',
    );
    expect(await store.read('card.json')).toEqual(first);
    expect(Buffer.from((await store.read(name!))!).toString()).toBe('en\n');
    await expect(writeSplitFile(dyingAt(store, 'card.json'), 'test', 'judged', '')).rejects.toThrow('dead');
    expect(Buffer.from((await store.read(name!))!).toString()).toBe('en\n');
    await writeSplitFile(store, 'test', 'judged', '');
    expect((await openDataset(store)).card.splits.test!.judged).toBeUndefined();
    expect(await store.read(name!)).toBeNull();
  });
});
