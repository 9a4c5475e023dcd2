import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { describe, expect, it } from 'vitest';
import { header, smallMapping } from '../../support/intake.ts';
import { runCli } from '../../support/run-cli.ts';
import { temporaryFolder } from '../../support/small-dataset.ts';

const entry = resolve(import.meta.dirname, '../../../functions/cli/maalestok.ts');

/** Each tenth row is wrong. */
function* lines(format: 'csv' | 'jsonl', from: number, to: number): Generator<string> {
  if (format === 'csv') yield `${header}\r\n`;
  for (let at = from; at < to; at += 1) {
    const type = at % 10 === 0 ? 'Hus' : 'Carport';
    const text = `Der søges om en carport på ${at} m². `.repeat(8);
    yield format === 'csv'
      ? `24/${at};${type};14-09-2024;812,5;${text}\r\n`
      : `${JSON.stringify({ Sagsnr: `24/${at}`, Type: type, Dato: '2024-09-14', Areal: 812.5, Tekst: text })}\n`;
  }
}

async function write(file: string, format: 'csv' | 'jsonl', from: number, to: number): Promise<void> {
  await pipeline(Readable.from(lines(format, from, to)), createWriteStream(file));
}

/** Runs the command with little memory for what JavaScript holds. */
function runSmall(
  args: readonly string[],
  megabytes: number,
): Promise<{ code: number | null; stdout: string }> {
  const child = spawn(
    process.execPath,
    [`--max-old-space-size=${megabytes}`, '--max-semi-space-size=8', entry, ...args],
    {
      stdio: ['ignore', 'pipe', 'ignore'],
    },
  );
  let stdout = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  return new Promise((done) => {
    child.on('close', (code) => done({ code, stdout }));
  });
}

async function digest(folder: string): Promise<string[]> {
  const names = (await readdir(folder)).sort();
  return Promise.all(
    names.map(
      async (name) =>
        `${name} ${createHash('sha256')
          .update(await readFile(join(folder, name)))
          .digest('hex')}`,
    ),
  );
}

describe('a large table', () => {
  it.each(['csv', 'jsonl'] as const)(
    'of 100,000 rows as %s goes through a heap of 72 MB',
    async (format) => {
      await using temporary = await temporaryFolder();
      const { folder } = temporary;
      await write(join(folder, `a.${format}`), format, 0, 100_000);
      await writeFile(join(folder, 'mapping.yaml'), smallMapping());
      const args = [
        'intake',
        join(folder, `a.${format}`),
        '--mapping',
        join(folder, 'mapping.yaml'),
        '--out',
        join(folder, 'ud'),
        '--json',
      ];
      const { code, stdout } = await runSmall(args, 72);
      // A tenth of the rows is rejected.
      expect(code).toBe(1);
      const { rows, accepted, rejected, splits } = JSON.parse(stdout);
      expect({ rows, accepted, rejected, splits }).toEqual({
        rows: 100_000,
        accepted: 90_000,
        rejected: 10_000,
        splits: { practice: 18_000, test: 72_000 },
      });
    },
    600_000,
  );
});

describe('an intake that is killed', () => {
  it('leaves the data set as it was or as it should be, and the next one completes it', async () => {
    await using temporary = await temporaryFolder();
    const { folder } = temporary;
    await writeFile(join(folder, 'mapping.yaml'), smallMapping());
    await write(join(folder, 'a.csv'), 'csv', 0, 500);
    await write(join(folder, 'b.csv'), 'csv', 500, 6000);
    const args = (input: string, out: string) => [
      'intake',
      join(folder, input),
      '--mapping',
      join(folder, 'mapping.yaml'),
      '--out',
      join(out, 'ud'),
    ];
    const whole = await mkdtemp(join(tmpdir(), 'maalestok-test-'));
    try {
      expect((await runCli(args('a.csv', whole))).code).toBe(1);
      const before = await digest(join(whole, 'ud'));
      expect((await runCli(args('b.csv', whole))).code).toBe(1);
      const after = await digest(join(whole, 'ud'));
      expect((await runCli(args('a.csv', folder))).code).toBe(1);
      for (const killAfterMs of [300, 600, 900, 1200, 1500, 1800]) {
        await runCli(args('b.csv', folder), { killAfterMs });
        const there = (await readdir(folder)).includes('ud') ? 'ud' : 'ud.before-intake';
        expect([before, after]).toContainEqual(await digest(join(folder, there)));
      }
      expect((await runCli(args('b.csv', folder))).code).toBe(1);
      expect(await digest(join(folder, 'ud'))).toEqual(after);
    } finally {
      await rm(whole, { recursive: true });
    }
  });
});
