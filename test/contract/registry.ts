import * as fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { InputError } from '../../datasets/errors.ts';
import type { Registry } from '../../evals/ports.ts';
import { registryLimits } from '../../functions/adapters/registry/registry-limits.ts';

export interface RegistryPlace {
  /** Another handle to the same records. */
  open(): Promise<Registry>;
  dispose(): Promise<void>;
}

export interface RegistryUnderTest {
  create(): Promise<RegistryPlace>;
  /** One that may not read what lies there; left out where nothing can be denied. */
  denied?(): Promise<RegistryPlace>;
}

/** What every Registry holds to. */
export function describeRegistry(name: string, { create, denied }: RegistryUnderTest) {
  describe(`Registry: ${name}`, () => {
    const places: RegistryPlace[] = [];
    const place = async (made: RegistryPlace) => {
      places.push(made);
      return made;
    };
    const fresh = async (): Promise<Registry> => (await place(await create())).open();
    afterEach(async () => {
      for (const made of places.splice(0)) await made.dispose();
    });

    it('says null for what is absent', async () => {
      const registry = await fresh();
      expect(await registry.read('runs', 'a')).toBeNull();
      expect(await registry.list('runs', { limit: 10 })).toEqual([]);
      expect(await registry.remove('runs', 'a', 1)).toBe(false);
      expect(await registry.write('runs', 'a', 1, 1)).toBeNull();
      expect(await registry.read('runs', 'a')).toBeNull();
    });

    it('reads back any JSON that it wrote, also through another handle', async () => {
      const { open } = await place(await create());
      const [one, other] = [await open(), await open()];
      let number = 0;
      await fc.assert(
        fc.asyncProperty(fc.jsonValue(), async (value) => {
          number += 1;
          const key = `k${number}`;
          const plain: unknown = JSON.parse(JSON.stringify(value));
          expect(await one.write('values', key, value, null)).toEqual({ key, version: 1, value: plain });
          expect(await other.read('values', key)).toEqual({ key, version: 1, value: plain });
        }),
        { numRuns: 40 },
      );
    });

    it('writes only over the version expected', async () => {
      const registry = await fresh();
      expect(await registry.write('runs', 'a', 'first', null)).toMatchObject({ version: 1 });
      expect(await registry.write('runs', 'a', 'again', null)).toBeNull();
      expect(await registry.write('runs', 'a', 'second', 1)).toMatchObject({ version: 2, value: 'second' });
      expect(await registry.write('runs', 'a', 'late', 1)).toBeNull();
      expect(await registry.write('runs', 'a', 'early', 3)).toBeNull();
      expect(await registry.read('runs', 'a')).toEqual({ key: 'a', version: 2, value: 'second' });
      expect(await registry.read('other', 'a')).toBeNull();
    });

    it('removes only the version expected', async () => {
      const registry = await fresh();
      await registry.write('runs', 'a', 1, null);
      await registry.write('runs', 'a', 2, 1);
      expect(await registry.remove('runs', 'a', 1)).toBe(false);
      expect(await registry.remove('runs', 'a', 2)).toBe(true);
      expect(await registry.remove('runs', 'a', 2)).toBe(false);
      expect(await registry.read('runs', 'a')).toBeNull();
      expect(await registry.write('runs', 'a', 3, null)).toMatchObject({ version: 1 });
    });

    it.each([null, 1])('lets one of 50 writers at once win (expecting %s)', async (expected) => {
      const { open } = await place(await create());
      const handles = await Promise.all(Array.from({ length: 50 }, open));
      if (expected !== null) await handles[0]!.write('runs', 'a', 'before', null);
      const ends = await Promise.all(handles.map((each, at) => each.write('runs', 'a', at, expected)));
      const winners = ends.flatMap((end, at) => (end === null ? [] : [at]));
      expect(winners).toHaveLength(1);
      expect(await handles[49]!.read('runs', 'a')).toMatchObject({
        version: (expected ?? 0) + 1,
        value: winners[0],
      });
    });

    it('loses no increment of 20 writers that try until they win', async () => {
      const { open } = await place(await create());
      const handles = await Promise.all(Array.from({ length: 20 }, open));
      await Promise.all(
        handles.map(async (each) => {
          for (;;) {
            const now = await each.read('counters', 'a');
            const next = Number(now?.value ?? 0) + 1;
            if ((await each.write('counters', 'a', next, now?.version ?? null)) !== null) return;
          }
        }),
      );
      expect(await handles[0]!.read('counters', 'a')).toMatchObject({ version: 20, value: 20 });
    });

    it('lists more than 1,000 records page by page, each once and in order', async () => {
      const registry = await fresh();
      const keys = Array.from({ length: 1200 }, (_, at) => `a/${String(at).padStart(4, '0')}`);
      for (let at = 0; at < keys.length; at += 50)
        await Promise.all(keys.slice(at, at + 50).map((key) => registry.write('many', key, key, null)));
      await registry.write('many', 'b/0', 'b', null);
      await registry.write('manyothers', 'a/5', 'other', null);
      for (const limit of [1000, 250, 7]) {
        const found: string[] = [];
        for (let after: string | undefined; ; after = found.at(-1)) {
          const page = await registry.list('many', { prefix: 'a/', after, limit });
          found.push(...page.map(({ key }) => key));
          if (page.length < limit) break;
        }
        expect(found).toEqual(keys);
      }
      expect((await registry.list('many', { prefix: 'a/', after: 'b/', limit: 5 })).length).toBe(0);
      expect((await registry.list('many', { prefix: 'b', after: 'a/5', limit: 5 })).length).toBe(1);
      expect((await registry.list('many', { after: 'a/1198', limit: 5 })).map(({ key }) => key)).toEqual([
        'a/1199',
        'b/0',
      ]);
    });

    it('lists by prefix in the order of code points, whatever the characters', async () => {
      const registry = await fresh();
      const keys = [
        'a',
        'a%',
        'a_b',
        'aa',
        'z',
        'æ',
        'ø',
        'å',
        '\uffee',
        '\u{1f600}',
        '\u{1f600}b',
        ' x',
        'A',
      ];
      for (const key of keys) await registry.write('mixed', key, 0, null);
      const listed = async (prefix?: string) =>
        (await registry.list('mixed', { prefix, limit: 100 })).map(({ key }) => key);
      const order = (found: string[]) => found.sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
      expect(await listed()).toEqual(order([...keys]));
      for (const prefix of ['a', 'a_', 'a%', '\u{1f600}', 'å', 'q'])
        expect(await listed(prefix)).toEqual(order(keys.filter((key) => key.startsWith(prefix))));
    });

    it('keeps what expires until then, and has what does not expire for good', async () => {
      const registry = await fresh();
      await registry.write('many', 'expires', 'x', null, '2026-01-01T00:00:00.000Z');
      await registry.write('many', 'stays', 'x', null);
      await registry.write('many', 'lifted', 'x', null, '2026-01-01T00:00:00.000Z');
      expect(await registry.write('many', 'lifted', 'y', 1)).toMatchObject({ version: 2 });
      const keys = async () => (await registry.list('many', { limit: 9 })).map(({ key }) => key);
      expect(await registry.read('many', 'expires')).toEqual({ key: 'expires', version: 1, value: 'x' });
      if (registry.sweep === undefined) return;
      expect(await registry.sweep('2025-12-31T23:59:59.999Z')).toBe(0);
      expect(await keys()).toEqual(['expires', 'lifted', 'stays']);
      expect(await registry.sweep('2026-01-01T00:00:00.000Z')).toBe(1);
      expect(await keys()).toEqual(['lifted', 'stays']);
      expect(await registry.write('many', 'expires', 'again', null)).toMatchObject({ version: 1 });
    });

    it('fills a page with records that are large', async () => {
      const registry = await fresh();
      const large = 'x'.repeat(380_000);
      for (let at = 0; at < 5; at += 1) await registry.write('large', `k${at}`, large, null);
      expect((await registry.list('large', { limit: 4 })).map(({ key }) => key)).toEqual([
        'k0',
        'k1',
        'k2',
        'k3',
      ]);
    });

    it('holds a value up to the limit, and says what is too large', async () => {
      const registry = await fresh();
      const most = 'é'.repeat((registryLimits.valueBytes - 2) / 2);
      const key = 'k'.repeat(registryLimits.keyBytes);
      expect(await registry.write('large', key, most, null)).toMatchObject({ version: 1 });
      expect((await registry.read('large', key))?.value).toBe(most);
      const more = registry.write('large', 'b', `${most}x`, null);
      await expect(more).rejects.toThrow(/large\/b: a value of 390001 bytes, expected at most 390000/u);
      await expect(more).rejects.toBeInstanceOf(InputError);
      expect(await registry.read('large', 'b')).toBeNull();
    });

    it.each([
      ['', 'an empty key'],
      ['a\u0000b', 'a control character'],
      ['a\ud800', 'half a character'],
      ['a\u{10ffff}', 'the last character of all'],
      ['k'.repeat(registryLimits.keyBytes + 1), 'a key that is too long'],
    ])('refuses what is no key: %j (%s)', async (key) => {
      const registry = await fresh();
      await expect(async () => registry.write('runs', key, 1, null)).rejects.toBeInstanceOf(InputError);
      await expect(async () => registry.read('runs', key)).rejects.toBeInstanceOf(InputError);
      await expect(async () => registry.remove('runs', key, 1)).rejects.toBeInstanceOf(InputError);
      await expect(async () => registry.write('Runs', 'a', 1, null)).rejects.toBeInstanceOf(InputError);
      await expect(async () => registry.list('runs', { limit: 0 })).rejects.toBeInstanceOf(InputError);
      await expect(async () => registry.write('runs', 'a', undefined, null)).rejects.toThrow(
        /expected JSON/u,
      );
    });

    it.skipIf(denied === undefined)('throws where it is denied: that is not absent', async () => {
      const made = await place(await denied!());
      const of = async (action: (registry: Registry) => Promise<unknown>) => action(await made.open());
      await expect(of((registry) => registry.read('runs', 'a'))).rejects.toThrow();
      await expect(of((registry) => registry.write('runs', 'a', 1, null))).rejects.toThrow();
      await expect(of((registry) => registry.remove('runs', 'a', 1))).rejects.toThrow();
      await expect(of((registry) => registry.list('runs', { limit: 1 }))).rejects.toThrow();
    });
  });
}
