import { describe, expect, it } from 'vitest';
import { createStoredJournal } from '../../../functions/adapters/create-stored-journal.ts';
import { createMemoryStore } from '../../../functions/adapters/memory-store.ts';
import { createSystemClock } from '../../../functions/adapters/system-clock.ts';

function fresh(saveEveryMs = 1000) {
  const store = createMemoryStore();
  let ms = 0;
  const clock = { ...createSystemClock(), elapsedMs: () => ms };
  const open = () => createStoredJournal({ store, clock, saveEveryMs, keyOf: (key) => `kept/${key}` });
  const textOf = async (key: string) => {
    const bytes = await store.read(`kept/${key}`);
    return bytes === null ? null : new TextDecoder().decode(bytes);
  };
  return { store, open, textOf, pass: (by: number) => (ms += by) };
}

describe('the stored journal', () => {
  it('puts lines away now and then, and when it is closed; another goes on with them', async () => {
    const { open, textOf, pass } = fresh();
    const journal = open();
    await journal.append('a', '1');
    expect(await textOf('a')).toBeNull();
    pass(1000);
    await journal.append('a', '2');
    expect(await textOf('a')).toBe('1\n2\n');
    await journal.append('a', '3');
    await journal.append('b', 'x');
    await journal.close();
    expect([await textOf('a'), await textOf('b')]).toEqual(['1\n2\n3\n', 'x\n']);
    const next = open();
    expect(await next.lines('a')).toEqual(['1', '2', '3']);
    await next.append('a', '4');
    await next.close();
    expect(await textOf('a')).toBe('1\n2\n3\n4\n');
  });

  it('forgets what is removed, put away or not', async () => {
    const { open, store } = fresh();
    const journal = open();
    await journal.append('a', '1');
    await journal.save();
    await journal.append('a', '2');
    await journal.remove('a');
    expect(await journal.lines('a')).toEqual([]);
    await journal.close();
    expect(await store.list('')).toEqual([]);
  });

  it('takes nothing more once it is closed: what comes late is not mixed into what another goes on with', async () => {
    const { open, textOf } = fresh();
    const journal = open();
    await journal.append('a', '1');
    await journal.close();
    await expect(journal.append('a', '2')).rejects.toThrow(/is closed/u);
    expect(await textOf('a')).toBe('1\n');
  });

  it('loses nothing of a tail, whenever it breaks off, and says nothing twice', async () => {
    const store = createMemoryStore();
    let ms = 0;
    const clock = { ...createSystemClock(), elapsedMs: () => ms };
    const written: string[] = [];
    const watched = {
      ...store,
      write: async (key: string, body: string) => {
        written.push(key);
        await store.write(key, body);
      },
    };
    const tail = { key: 'tail', on: (key: string) => key === 'a' };
    const open = () => createStoredJournal({ store: watched, clock, saveEveryMs: 1000, tail });
    const both = async () => {
      const next = open();
      return [await next.lines('a'), await next.lines('b')];
    };
    const first = open();
    await first.append('b', 'x');
    expect(written).toEqual([]);
    await first.append('a', '1');
    // Left as by a crash: the tail alone.
    expect(written).toEqual(['tail']);
    expect(await both()).toEqual([['1'], ['x']]);
    ms = 1000;
    await first.append('a', '2');
    expect(written).toEqual(['tail', 'b', 'a']);
    // The tail is older than the whole.
    expect(await both()).toEqual([['1', '2'], ['x']]);
    await Promise.all(['3', '4', '5'].map((line) => first.append('a', line)));
    await first.append('b', 'y');
    await first.append('a', '6');
    expect(await both()).toEqual([
      ['1', '2', '3', '4', '5', '6'],
      ['x', 'y'],
    ]);
    // Whoever goes on keeps it, also of a key that it does not touch.
    const next = open();
    await next.append('a', '7');
    expect(await both()).toEqual([
      ['1', '2', '3', '4', '5', '6', '7'],
      ['x', 'y'],
    ]);
    await next.close();
    expect(await store.list('')).toEqual(['a', 'b']);
    expect(await both()).toEqual([
      ['1', '2', '3', '4', '5', '6', '7'],
      ['x', 'y'],
    ]);
  });

  it('never puts an older state over a newer one', async () => {
    const { open, store, textOf } = fresh(0);
    const journal = open();
    let delayMs = 20;
    const write = store.write.bind(store);
    store.write = async (key, body) => {
      await new Promise((done) => setTimeout(done, delayMs));
      delayMs = 0;
      await write(key, body);
    };
    await Promise.all(['1', '2', '3', '4'].map((line) => journal.append('a', line)));
    await journal.close();
    expect(await textOf('a')).toBe('1\n2\n3\n4\n');
  });
});
