import { existsSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { takeFileLock } from '../../../functions/adapters/file-lock.ts';
import { csv, header, smallMapping } from '../../support/intake.ts';
import { runCli } from '../../support/run-cli.ts';
import { temporaryFolder } from '../../support/small-dataset.ts';

async function idsOf(folder: string): Promise<Set<string>> {
  const ids: string[] = [];
  for (const name of (await readdir(folder)).filter((each) => each.endsWith('.cases.jsonl'))) {
    const lines = (await readFile(join(folder, name), 'utf8')).trim().split('\n');
    ids.push(...lines.map((line) => (JSON.parse(line) as { caseId: string }).caseId));
  }
  expect(new Set(ids).size).toBe(ids.length);
  return new Set(ids);
}

async function prepare(folder: string, counts: Record<string, number>): Promise<void> {
  await writeFile(join(folder, 'mapping.yaml'), smallMapping());
  for (const [name, count] of Object.entries(counts)) {
    const rows = Array.from({ length: count }, (_, at) => `${name}${at};Carport;14-09-2024;1;Tekst`);
    await writeFile(join(folder, `${name}.csv`), csv(header, ...rows));
  }
}

const takeIn = (folder: string, name: string) =>
  runCli(['intake', `${name}.csv`, '--mapping', 'mapping.yaml', '--out', 'ud', '--json'], { cwd: folder });

describe('two intakes into one folder', () => {
  it('the second is refused while the first works, and no row is lost', async () => {
    await using temporary = await temporaryFolder();
    const { folder } = temporary;
    await prepare(folder, { a: 20_000, b: 10 });
    const first = takeIn(folder, 'a');
    while (!existsSync(join(folder, 'ud.intake'))) await setTimeout(5);
    const second = await takeIn(folder, 'b');
    expect({ code: second.code, stdout: second.stdout }).toEqual({ code: 2, stdout: '' });
    expect(second.stderr).toMatch(/ud: in use by process \d+ on .*Wait until it is done/su);
    expect((await first).code).toBe(0);
    expect((await idsOf(join(folder, 'ud'))).size).toBe(20_000);
    expect((await takeIn(folder, 'b')).code).toBe(0);
    expect((await idsOf(join(folder, 'ud'))).size).toBe(20_010);
    expect((await readdir(folder)).sort()).toEqual(['a.csv', 'b.csv', 'mapping.yaml', 'ud']);
  }, 120_000);

  it('started together: what is told to be accepted is there', async () => {
    await using temporary = await temporaryFolder();
    const { folder } = temporary;
    await prepare(folder, { a: 300, b: 300 });
    const names = ['a', 'b'];
    const results = await Promise.all(names.map((name) => takeIn(folder, name)));
    expect(results.filter(({ code }) => code === 0).length).toBeGreaterThan(0);
    const told = names.filter((_, at) => results[at]!.code === 0);
    const expected = told.flatMap((name) => Array.from({ length: 300 }, (_, at) => `${name}${at}`));
    expect(await idsOf(join(folder, 'ud'))).toEqual(new Set(expected));
  });

  it('is refused where another holds the folder, and nothing changes', async () => {
    await using temporary = await temporaryFolder();
    const { folder } = temporary;
    await prepare(folder, { a: 1 });
    const release = await takeFileLock(join(folder, 'ud.lock'));
    const refused = await takeIn(folder, 'a');
    expect(refused).toMatchObject({ code: 2, stdout: '' });
    expect(refused.stderr).toContain(`ud: in use by process ${process.pid} on ${hostname().slice(0, 60)}`);
    expect((await readdir(folder)).sort()).toEqual(['a.csv', 'mapping.yaml', 'ud.lock']);
    await release();
    expect((await takeIn(folder, 'a')).code).toBe(0);
  });
});
