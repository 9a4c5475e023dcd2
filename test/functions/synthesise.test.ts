import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCli } from '../support/run-cli.ts';

const shipped = join(import.meta.dirname, '../../datasets/byggesag-da');

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

  it('joins hand-written cases as they are, and makes what it had made before anew', async () => {
    const [one, two] = [join(folder, 'joined'), join(folder, 'again')];
    const args = ['synthesise', '--cases', '20', '--seed', 'cli'];
    expect(await runCli([...args, '--join', shipped, '--out', one])).toMatchObject({ code: 0, stderr: '' });
    await runCli([...args, '--join', one, '--out', two]);
    expect(await hashes(two)).toEqual(await hashes(one));
    for (const file of ['practice.labels.jsonl', 'test.labels.jsonl']) {
      const lines = (await readFile(join(one, file), 'utf8')).trimEnd().split('\n');
      const before = (await readFile(join(shipped, file), 'utf8'))
        .trimEnd()
        .split('\n')
        .filter((line) => !/"provenance":"synthetic"/u.test(line));
      expect(lines).toEqual(expect.arrayContaining(before));
      expect(lines.length).toBeGreaterThan(before.length);
      const ids = lines.map((line) => (JSON.parse(line) as { caseId: string }).caseId);
      expect(ids).toEqual([...ids].sort());
    }
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
