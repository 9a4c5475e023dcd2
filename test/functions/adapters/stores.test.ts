import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
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

  // A disk that is nearly full takes a part of what is written, without an error.
  it.runIf(process.platform === 'linux')('never takes half a file for a whole one', async () => {
    await using temporary = await temporaryFolder();
    const program = resolve('test/support/write-beyond-limit.mjs');
    const command = `ulimit -f 64 && exec '${process.execPath}' '${program}' '${temporary.folder}'`;
    const { stdout } = await promisify(execFile)('bash', ['-c', command]);
    expect(stdout).toBe('parts: EFBIG\nwhole: EFBIG\narchive: EFBIG\n');
    expect((await readdir(temporary.folder)).filter((name) => !name.endsWith('.tmp'))).toEqual([]);
  });
});
