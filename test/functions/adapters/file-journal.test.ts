import { appendFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createFileJournal } from '../../../functions/adapters/file-journal.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'maalestok-journal-'));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

describe('the file journal', () => {
  it('keeps lines whole when many are appended at once', async () => {
    const journal = createFileJournal(folder);
    const lines = Array.from({ length: 200 }, (_, index) => `${index} ${'x'.repeat(5000)}`);
    await Promise.all(lines.map((line) => journal.append('a/b.jsonl', line)));
    expect((await journal.lines('a/b.jsonl')).sort()).toEqual(lines.sort());
    await journal.close();
  });

  it('drops a torn last line, and does not let the next one grow onto it', async () => {
    const first = createFileJournal(folder);
    await first.append('j', 'one');
    await first.close();
    await appendFile(join(folder, 'j'), '{"torn":');
    const second = createFileJournal(folder);
    expect(await second.lines('j')).toEqual(['one']);
    await second.append('j', 'two');
    expect(await second.lines('j')).toEqual(['one', 'two']);
    await second.remove('j');
    expect(await second.lines('j')).toEqual([]);
    await second.close();
  });

  it('cuts off a torn line that is longer than what is read at once, and only that', async () => {
    const whole = `${JSON.stringify({ text: 'x'.repeat(100_000) })}\n`;
    for (const [before, torn] of [
      [whole, 'y'.repeat(200_000)],
      ['', 'y'.repeat(70_000)],
      [whole + whole, ''],
      ['', ''],
    ] as const) {
      await writeFile(join(folder, 'long'), before + torn);
      const journal = createFileJournal(folder);
      await journal.append('long', 'next');
      expect(await readFile(join(folder, 'long'), 'utf8')).toBe(`${before}next\n`);
      await journal.close();
    }
  });
});
