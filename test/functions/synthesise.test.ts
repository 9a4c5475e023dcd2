import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCli } from '../support/run-cli.ts';

describe('maalestok synthesise', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'synthesise-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('makes a data set that a run can use, the same bytes for the same seed', async () => {
    const [one, two] = [join(folder, 'one'), join(folder, 'two')];
    const first = await runCli(['synthesise', '--cases', '20', '--seed', 'cli', '--out', one]);
    expect(first).toMatchObject({ code: 0, stderr: '' });
    expect(first.stdout).toContain('byggesag-da-syntese 1.0.0: Syntetiske byggesager');
    await runCli(['synthesise', '--cases', '20', '--seed', 'cli', '--out', two]);
    expect(await hashes(two)).toEqual(await hashes(one));
    const checked = await runCli(['dataset', one]);
    expect(checked).toMatchObject({ code: 0, stderr: '' });
  });

  it('leaves the folder of another data set alone', async () => {
    const other = await mkdtemp(join(folder, 'other-'));
    await writeFile(join(other, 'card.json'), '{"id":"mine"}');
    const { code, stderr } = await runCli(['synthesise', '--cases', '20', '--out', other]);
    expect(code).not.toBe(0);
    expect(stderr).toContain('the card of another data set');
    expect(await readdir(other)).toEqual(['card.json']);
  });

  it('asks for ten cases or more', async () => {
    const { code, stderr } = await runCli(['synthesise', '--cases', 'many', '--out', join(folder, 'none')]);
    expect(code).not.toBe(0);
    expect(stderr).toContain('a whole number of 10 or more');
  });
});

async function hashes(folder: string): Promise<Record<string, string>> {
  const names = (await readdir(folder)).sort();
  const pairs = names.map(
    async (name) =>
      [
        name,
        createHash('sha256')
          .update(await readFile(join(folder, name)))
          .digest('hex'),
      ] as const,
  );
  return Object.fromEntries(await Promise.all(pairs));
}
