import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createFileStore } from '../../../functions/adapters/file-store.ts';
import { createMemoryStore } from '../../../functions/adapters/memory-store.ts';
import { describeBlobStore } from '../../contract/blob-store.ts';

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
});
