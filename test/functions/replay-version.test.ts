import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Result } from '../../evals/artifacts.ts';
import { runCli } from '../support/run-cli.ts';
import {
  smallCase,
  smallLabel,
  temporaryFolder,
  toLines,
  writeSmallDataset,
} from '../support/small-dataset.ts';

it('replays the version that the suite names, where a file holds several', async () => {
  await using temporary = await temporaryFolder();
  const { folder } = temporary;
  const split = { cases: [smallCase('c1')], labels: [smallLabel('c1', ['x1'])] };
  await writeSmallDataset(join(folder, 'data'), { test: split });
  const found = [{ findingId: 'f1', text: 'x', code: 'x1' }];
  const answer = (version: string, findings: object[]) => ({
    model: { id: 'vendor', version },
    caseId: 'c1',
    status: 'answered',
    findings,
  });
  await writeFile(join(folder, 'answers.jsonl'), toLines([answer('1', []), answer('2', found)]));
  const suite = join(folder, 'suite.yaml');
  const write = (version: string) =>
    writeFile(
      suite,
      `schema: maalestok.suite.v1\nid: replay\ntitleDa: A\ntitleEn: A\ndataset: data\nmodels:\n  - {adapter: replay, screenings: answers.jsonl${version}}\n`,
    );
  await write('');
  const unclear = await runCli(['run', '--suite', suite, '--out', join(folder, 'runs')]);
  expect(unclear.code).toBe(2);
  expect(unclear.stderr).toContain('vendor 1, vendor 2');
  await write(", version: '2'");
  expect(await runCli(['run', '--suite', suite, '--out', join(folder, 'runs')])).toMatchObject({ code: 0 });
  const [run] = await readdir(join(folder, 'runs'));
  const result = JSON.parse(await readFile(join(folder, 'runs', run!, 'result.json'), 'utf8')) as Result;
  expect(result.models[0]).toMatchObject({ model: { version: '2' }, defects: { truePositives: 1 } });
});
