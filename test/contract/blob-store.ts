import { afterEach, describe, expect, it } from 'vitest';
import type { BlobStore } from '../../evals/ports.ts';

/** What every BlobStore holds to. */
export function describeBlobStore(
  name: string,
  create: () => Promise<{ store: BlobStore; dispose(): Promise<void> }>,
) {
  describe(`BlobStore: ${name}`, () => {
    const open: { dispose(): Promise<void> }[] = [];
    const fresh = async (): Promise<BlobStore> => {
      const made = await create();
      open.push(made);
      return made.store;
    };
    afterEach(async () => {
      for (const made of open.splice(0)) await made.dispose();
    });

    it('says null for what is absent', async () => {
      const store = await fresh();
      expect(await store.read('a/b')).toBeNull();
      expect(await store.readLines('a/b')).toBeNull();
      expect(await store.list('a/')).toEqual([]);
      await store.remove('a/b');
    });

    it('reads back what it wrote: text, bytes and streams', async () => {
      const store = await fresh();
      await store.write('a/text', 'blåbærgrød');
      await store.write('a/bytes', new Uint8Array([0, 255, 10]));
      await store.write('a/stream', parts(['x\n', 'y\n']));
      expect(new TextDecoder().decode((await store.read('a/text'))!)).toBe('blåbærgrød');
      expect([...(await store.read('a/bytes'))!]).toEqual([0, 255, 10]);
      expect(await collect(store, 'a/stream')).toEqual(['x', 'y']);
    });

    it('replaces a blob whole, and keeps the old one where the new one fails in the middle', async () => {
      const store = await fresh();
      await store.write('k', 'old');
      await expect(store.write('k', failing())).rejects.toThrow('half way');
      expect(new TextDecoder().decode((await store.read('k'))!)).toBe('old');
      await store.write('k', 'new');
      expect(new TextDecoder().decode((await store.read('k'))!)).toBe('new');
      expect(await store.list('')).toEqual(['k']);
    });

    it('lists keys under a prefix, sorted, and forgets what is removed', async () => {
      const store = await fresh();
      for (const key of ['r/b/2', 'r/a', 'r/b/1', 's/a']) await store.write(key, key);
      expect(await store.list('r/')).toEqual(['r/a', 'r/b/1', 'r/b/2']);
      await store.remove('r/b/1');
      expect(await store.list('r/b/')).toEqual(['r/b/2']);
    });

    it('gives lines without their ends, the last one too', async () => {
      const store = await fresh();
      await store.write('k', '\uFEFFæ\r\nb\n\nc');
      expect(await collect(store, 'k')).toEqual(['æ', 'b', '', 'c']);
    });
  });
}

async function collect(store: BlobStore, key: string): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of (await store.readLines(key))!) lines.push(line);
  return lines;
}

async function* parts(texts: readonly string[]): AsyncGenerator<string> {
  yield* texts;
}

async function* failing(): AsyncGenerator<string> {
  yield 'half';
  throw new Error('half way');
}
