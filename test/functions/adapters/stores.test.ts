import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createFileStore } from '../../../functions/adapters/file-store.ts';
import { createMemoryStore } from '../../../functions/adapters/memory-store.ts';
import { describeBlobStore } from '../../contract/blob-store.ts';
import { temporaryFolder } from '../../support/small-dataset.ts';

describeBlobStore('memory', async () => ({ store: createMemoryStore(), dispose: async () => undefined }));

describeBlobStore('file', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'maalestok-store-'));
  return { store: createFileStore(folder), dispose: () => rm(folder, { recursive: true, force: true }) };
});

describe('the file store', () => {
  it('does not leave its folder', async () => {
    const store = createFileStore(join(tmpdir(), 'maalestok-inside'));
    await expect(store.write('../outside', 'x')).rejects.toThrow(/outside its folder/u);
  });

  it('says that a folder is no file', async () => {
    const store = createFileStore(tmpdir());
    await expect(store.read('')).rejects.toThrow(/a folder, expected a file/u);
    await expect(store.readLines('')).rejects.toThrow(/a folder, expected a file/u);
  });

  it('has everything inside where its folder is the root', async () => {
    await using temporary = await temporaryFolder();
    const store = createFileStore('/');
    await store.write(join(temporary.folder, 'x').slice(1), 'y');
    expect(await store.list(`${temporary.folder.slice(1)}/`)).toEqual([join(temporary.folder, 'x').slice(1)]);
  });
});
