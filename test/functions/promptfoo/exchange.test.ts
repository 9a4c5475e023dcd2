import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readEvalResults, readRun, sumOf } from '../../support/promptfoo-results.ts';
import { runCli } from '../../support/run-cli.ts';
import { runPromptfoo } from '../../support/run-promptfoo.ts';
import {
  smallCase,
  smallLabel,
  temporaryFolder,
  toLines,
  writeSmallDataset,
} from '../../support/small-dataset.ts';

/** A suite of a replayed model in two repeats, some of them failed or missing, over one split. */
async function prepare(folder: string, split: string, repeats = 2): Promise<string> {
  const ids = ['a1', 'a2', 'a3', 'a4'];
  const data = {
    cases: ids.map((id) => smallCase(id)),
    labels: ids.map((id) => smallLabel(id, ['x1', 'y2'])),
  };
  await writeSmallDataset(join(folder, 'data'), { [split]: data });
  const model = { id: 'vendor', version: '3' };
  const findings = [
    { findingId: 'own', text: 'Mangler snit', code: 'x1', citations: ['BR18 § 10, stk. 1, nr. 2'] },
  ];
  const error = { kind: 'timeout', message: 'no answer within 10 ms' };
  const answers = [
    { model, caseId: 'a1', repeat: 0, status: 'answered', outcome: 'deficient', findings },
    { model, caseId: 'a1', repeat: 1, status: 'answered', findings: [], repaired: true },
    { model, caseId: 'a2', repeat: 0, status: 'abstained', findings: [] },
    { model, caseId: 'a2', repeat: 1, status: 'timedOut', findings: [], error },
    {
      model,
      caseId: 'a3',
      repeat: 1,
      status: 'invalid',
      findings: [],
      error: { kind: 'schema', message: 'x' },
    },
  ];
  await writeFile(join(folder, 'answers.jsonl'), toLines(answers));
  const suite = {
    ...{
      schema: 'maalestok.suite.v1',
      id: 'small',
      titleDa: 'Lille',
      titleEn: 'Small',
      dataset: 'data',
      split,
    },
    protocol: { repeats },
    models: [{ adapter: 'replay', id: 'vendor', screenings: 'answers.jsonl' }],
  };
  await writeFile(join(folder, 'suite.yaml'), JSON.stringify(suite));
  await runCli(['run', '--suite', join(folder, 'suite.yaml'), '--out', join(folder, 'runs')]);
  return join(folder, 'suite.yaml');
}

async function screeningsOf(run: string): Promise<string[]> {
  const shards = join(run, 'screenings', 'vendor');
  const lines = await Promise.all(
    (await readdir(shards)).map((name) => readFile(join(shards, name), 'utf8')),
  );
  return lines.join('').trim().split('\n').sort();
}

describe('export and import', () => {
  it('carry a run’s answers, and a suite’s models, to promptfoo and back unchanged', async () => {
    await using temporary = await temporaryFolder();
    const { folder } = temporary;
    const suite = await prepare(folder, 'practice');
    const run = await readRun(join(folder, 'runs'), 'vendor');
    const stored = await screeningsOf(run.folder);
    expect(stored).toHaveLength(8);
    for (const [name, ...source] of [
      ['suite', '--suite', suite],
      ['run', '--run', run.folder],
    ] as const) {
      const config = join(folder, `export-${name}.yaml`);
      expect(await runCli(['export', ...source, '--out', config])).toMatchObject({ code: 0, stderr: '' });
      const results = join(folder, `${name}.json`);
      const options = { folder: join(folder, 'promptfoo') };
      const { output } = await runPromptfoo(['eval', '-c', config, '-o', results, '--no-table'], options);
      expect(output).toContain('0 errors');
      const evaluated = await readEvalResults(results);
      // promptfoo adds up all answers; a result has the mean of the repeats.
      const { truePositives, falsePositives, falseNegatives } = run.model.policies.standard!;
      expect(evaluated.totals).toMatchObject({
        truePositives: truePositives * 2,
        falsePositives: falsePositives * 2,
        falseNegatives: falseNegatives * 2,
        answered: 2,
      });
      const imported = await runCli(['import', results]);
      expect(imported.stderr).toBe(
        'vendor 3: 2 answered, 1 abstained, 1 invalid, 1 timedOut, 3 failed (1 repaired)\n',
      );
      expect(imported.stdout.trim().split('\n').sort()).toEqual(stored);
    }
  });

  it('never let other labels than those of the practice split out, and carry such answers without', async () => {
    await using temporary = await temporaryFolder();
    const { folder } = temporary;
    const suite = await prepare(folder, 'test', 1);
    const run = await readRun(join(folder, 'runs'), 'vendor');
    for (const source of [
      ['--suite', suite],
      ['--run', run.folder],
    ]) {
      const refused = await runCli(['export', ...source, '--out', join(folder, 'refused.yaml')]);
      expect(refused).toMatchObject({ code: 2, stdout: '' });
      expect(refused.stderr).toContain('field split: "test", expected "practice"');
    }
    expect(await readdir(folder)).not.toContain('refused.yaml');

    const config = join(folder, 'test.yaml');
    const results = join(folder, 'results.jsonl');
    await runCli(['export', '--run', run.folder, '--out', config, '--no-scores']);
    const text = await readFile(config, 'utf8');
    expect(text).not.toMatch(/labels|assert|derivedMetrics/u);
    const options = { folder: join(folder, 'promptfoo') };
    await runPromptfoo(['eval', '-c', config, '-o', results, '--no-table'], options);
    const imported = await runCli(['import', results]);
    expect(imported.stdout.trim().split('\n').sort()).toEqual(await screeningsOf(run.folder));

    // A hand that adds our scorer to it gets no label either.
    const scorer = `file://${join(import.meta.dirname, '../../../functions/promptfoo/assertions.ts')}:scoreAnswer`;
    const dataset = join(folder, 'data');
    const assert = [{ type: 'javascript', value: scorer, config: { dataset, split: 'test' } }];
    await writeFile(config, `${text}\ndefaultTest: ${JSON.stringify({ assert })}\n`);
    const scored = join(folder, 'scored.json');
    await runPromptfoo(['eval', '-c', config, '-o', scored, '--no-table'], options);
    expect((await readEvalResults(scored)).totals).toEqual({});
    expect(await readFile(scored, 'utf8')).toContain('the only split whose labels promptfoo may show');
    expect(await readFile(scored, 'utf8')).not.toMatch(/missed|y2/u);
    expect(sumOf(run.byCase).falseNegatives).toBeGreaterThan(0);
  });

  it('say what is wrong', async () => {
    await using temporary = await temporaryFolder();
    const { folder } = temporary;
    const file = join(folder, 'results.json');
    const row = { vars: { caseId: 'a1' }, provider: { id: 'x' }, promptIdx: 0, testIdx: 0, response: null };
    const whole = (rows: readonly object[], version = 3) =>
      JSON.stringify({ results: { version, results: rows } });
    const wrong: [string, string][] = [
      ['{"results"', 'no JSON (syntax error at character 11)'],
      ['[]', 'results.json: a list of 0, expected an object'],
      [whole([]), 'no row, expected at least one answer'],
      [whole([row], 2), 'field results.version: 2, expected 3'],
      [whole([row, { ...row, vars: {} }]), 'field results.results[1].vars.caseId: nothing, expected text'],
      [
        whole([{ ...row, vars: { caseId: '<b>' } }]),
        'field results.results[0].vars.caseId: "<b>", expected an id',
      ],
      [whole([{ ...row, provider: 'x' }]), 'field results.results[0].provider: "x", expected an object'],
    ];
    for (const [text, expected] of wrong) {
      await writeFile(file, text);
      const done = await runCli(['import', file]);
      expect(done).toMatchObject({ code: 2, stdout: '' });
      expect(done.stderr).toContain(expected);
    }
    const lines = join(folder, 'results.jsonl');
    await writeFile(lines, `${JSON.stringify(row)}\n{"vars":7}\n`);
    expect((await runCli(['import', lines])).stderr).toContain(
      'results.jsonl, line 2, field vars: 7, expected an object',
    );
    expect((await runCli(['import', join(folder, 'none.json')])).stderr).toContain('no such file');

    expect((await runCli(['export', '--out', file])).stderr).toContain(
      'neither --suite nor --run, expected one of them',
    );
    const suite = await prepare(folder, 'practice', 1);
    expect((await runCli(['export', '--suite', suite, '--out', file])).stderr).toContain(
      'a file that is there already',
    );
    const format = await runCli([
      'export',
      '--format',
      'x',
      '--suite',
      suite,
      '--out',
      join(folder, 'new.yaml'),
    ]);
    expect(format.stderr).toContain('flag --format: "x", expected promptfoo');
  });
});
