import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { InputError } from '../../../datasets/errors.ts';
import { type CiteOptions, cite } from '../../../functions/cli/cite.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cite-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function run(options: Omit<CiteOptions, 'out'>): Promise<string> {
  const chunks: string[] = [];
  const out = new Writable({
    write(chunk, _, done) {
      chunks.push(String(chunk));
      done();
    },
  });
  await cite({ ...options, out });
  return chunks.join('');
}

async function runFile(content: string | Buffer): Promise<string> {
  const jsonl = join(folder, 'lines.jsonl');
  await writeFile(jsonl, content);
  return run({ jsonl });
}

describe('cite', () => {
  test('a line a citation', async () => {
    expect(await run({ text: 'BR18 § 49, stk. 2, og § 50' })).toBe(
      'br18/49/2\tBR18 § 49, stk. 2\nbr18/50\tBR18 § 50\n',
    );
  });

  test('JSON leaves absent levels out', async () => {
    expect(JSON.parse(await run({ text: 'BR18 § 49, nr. 2; § 49, nr. 2', json: true }))).toEqual({
      citations: [{ id: 'br18/49//2', law: 'br18', paragraph: '49', nr: 2, display: 'BR18 § 49, nr. 2' }],
    });
  });

  test('a place without a file is named', async () => {
    const missing = join(folder, 'missing.jsonl');
    const expected = 'expected a file of JSON lines';
    await expect(run({ jsonl: missing })).rejects.toThrow(`${missing}: no such file, ${expected}`);
    await expect(run({ jsonl: folder })).rejects.toThrow(`${folder}: a folder, ${expected}`);
  });

  test('a file: a line in, a line out', async () => {
    const lines = [
      { id: 'a', text: '§ 10, stk. 1, nr. 1, 3 og 5' },
      { id: 7, text: 'intet' },
      { id: 'c', text: 'BR18 kap. 5' },
    ];
    const out = await runFile(`${lines.map((line) => JSON.stringify(line)).join('\r\n')}\n\n`);
    const citation = (nr: number) => ({
      law: null,
      paragraph: '10',
      stk: 1,
      nr,
      display: `§ 10, stk. 1, nr. ${nr}`,
    });
    expect(
      out
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toEqual([
      { id: 'a', citations: [1, 3, 5].map((nr) => ({ id: `?/10/1/${nr}`, ...citation(nr) })) },
      { id: 7, citations: [] },
      { id: 'c', citations: [{ id: 'br18/kap5', law: 'br18', chapter: '5', display: 'BR18, kap. 5' }] },
    ]);
  });

  test.each([
    ['{"id":"a","text":"x"}\n{oops', 2, 'no JSON'],
    ['{"id":"a"}', 1, 'text is missing'],
    ['{"text":"x"}', 1, 'id is missing'],
    ['{"id":"a","text":5}', 1, 'text is a number'],
    ['[]', 1, 'no object'],
    [Buffer.from([0x7b, 0xff, 0x7d]), 1, 'not UTF-8'],
  ])('a wrong line: %s', async (content, line, message) => {
    const error = await runFile(content).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(InputError);
    expect((error as InputError).problem.line).toBe(line);
    expect((error as InputError).message).toContain(message);
  });

  test('a file that is not there, and neither text nor file', async () => {
    await expect(run({ jsonl: join(folder, 'none.jsonl') })).rejects.toBeInstanceOf(InputError);
    await expect(run({})).rejects.toBeInstanceOf(InputError);
    await expect(run({ text: 'x', jsonl: 'y' })).rejects.toBeInstanceOf(InputError);
  });
});
