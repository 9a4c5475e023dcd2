import { cp, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AnnotationSchema } from '../../../datasets/label.ts';
import { ResultSchema } from '../../../evals/artifacts.ts';
import { editWorkbook } from '../../support/edit-workbook.ts';
import { fillIn } from '../../support/fill-in.ts';
import { runCli } from '../../support/run-cli.ts';
import { openSmallRuns, smallIds } from '../../support/small-runs.ts';

let place: Awaited<ReturnType<typeof openSmallRuns>>;
const at = (name: string) => join(place.folder, name);
const read = (name: string) => readFile(at(name), 'utf8');
const linesOf = async (name: string) =>
  (await read(name))
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
const result = async (run: string) =>
  ResultSchema.parse(JSON.parse(await readFile(join(run, 'result.json'), 'utf8')));

beforeAll(async () => {
  place = await openSmallRuns();
});
afterAll(() => place.close());

async function cli(...args: string[]): Promise<string> {
  const { code, stdout, stderr } = await runCli(args, { cwd: place.folder });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return stdout;
}

describe('labels by people, from sheets to a rescored run', () => {
  it('changes a label, adds annotators, makes a version, rescores, tells the difference and reports agreement', async () => {
    const run = await place.measure('labels', { models: ['god', 'anden'] });
    const before = await result(run);
    expect(before.people).toBeNull();

    // A label is corrected.
    await cli('labels', 'export', '--dataset', 'data', '--prefill', '--out', 'facit.xlsx');
    await editWorkbook(at('facit.xlsx'), (open) => {
      const sheet = open('c01');
      const header = sheet.rowOf('Nr.');
      sheet.set(header + 1, sheet.columnOf('Rolle', header), 'omstridt');
      sheet.set(header + 1, sheet.columnOf('Begrundelse for ændring', header), 'Kan ses på to måder');
      sheet.set(sheet.rowOf('Konklusion (skal udfyldes)'), 1, 'sagen er fuldt oplyst');
      sheet.set(sheet.rowOf('Hvorfor ændres konklusionen?'), 1, 'Intet påkrævet er tilbage');
    });
    const corrected = await cli(
      'labels',
      'import',
      'facit.xlsx',
      '--dataset',
      'data',
      '--annotator',
      'chef',
      '--out',
      'data2',
      '--date',
      '2024-10-01',
    );
    expect(corrected).toBe(
      'data2: small 2 (labels 2), 2 changes in 1 cases of test\n' +
        'Run the gate next: npx maalestok gate data2 --write\n' +
        '  or, where all it names is made up, what was written now too: npx maalestok gate data2 --made-up WHO --why TEXT\n' +
        'Then score stored runs again: npx maalestok score RUN … --dataset data2\n',
    );
    const changes = await linesOf('data2/changes.jsonl');
    const said = changes.map(({ before: _, after: __, ...rest }) => rest);
    const head = {
      schema: 'maalestok.change.v1',
      version: '2',
      from: '1',
      labelVersion: '2',
      date: '2024-10-01',
      by: 'chef',
      via: 'correction',
      split: 'test',
      caseId: 'c01',
    };
    expect(said).toEqual([
      { ...head, kind: 'changed', defectId: 'd1', why: 'Kan ses på to måder' },
      { ...head, kind: 'outcome', why: 'Intet påkrævet er tilbage' },
    ]);
    const card = JSON.parse(await read('data2/card.json'));
    expect(card).toMatchObject({ version: '2', labelVersion: '2', changes: 'changes.jsonl' });
    expect(JSON.parse(await read('data/card.json'))).toMatchObject({ version: '1', labelVersion: '1' });

    // Two caseworkers label six cases alone.
    const answers: Record<string, (index: number) => string[]> = {
      anna: (index) => (index % 2 === 0 ? [] : ['x1']),
      bo: (index) => (index % 2 === 0 ? [] : index === 5 ? ['x1', 'y1'] : ['x1']),
    };
    for (const [annotator, codesOf] of Object.entries(answers)) {
      const file = `${annotator}.xlsx`;
      await cli(
        'labels',
        'export',
        '--dataset',
        'data2',
        '--cases',
        '6',
        '--annotator',
        annotator,
        '--out',
        file,
      );
      await editWorkbook(at(file), (open) => {
        for (const [index, id] of smallIds.slice(0, 6).entries()) fillIn(open(id), codesOf(index));
      });
      expect(await cli('labels', 'import', file, '--dataset', 'data2', '--annotator', annotator)).toBe(
        `${annotator}, test: 6 cases labelled, 0 changed, 0 as they were\n`,
      );
    }
    const named = JSON.parse(await read('data2/card.json')).splits.test.annotations;
    const annotations = (await linesOf(`data2/${named}`)).map((each) => AnnotationSchema.parse(each));
    expect(annotations.map(({ caseId, annotatorId }) => `${caseId} ${annotatorId}`)).toEqual(
      ['anna', 'bo'].flatMap((id) => smallIds.slice(0, 6).map((caseId) => `${caseId} ${id}`)),
    );
    expect(annotations.at(-1)).toEqual({
      schema: 'maalestok.annotation.v1',
      caseId: 'c05',
      labelVersion: '2',
      outcome: 'deficient',
      provenance: 'people',
      defects: ['x1', 'y1'].map((code, index) => ({
        defectId: `d${index + 1}`,
        code,
        role: 'required',
        severity: 'major',
        discretionary: false,
        citationSets: [['br18/10/1/2']],
        evidence: [{ documentId: 'a', page: 1 }],
      })),
      annotatorId: 'bo',
    });

    // Where they differ.
    const compared = JSON.parse(await cli('labels', 'compare', '--dataset', 'data2', '--json', '--names'));
    expect(compared).toMatchObject({ split: 'test', cases: 6 });
    const c05 = compared.differing.find(({ caseId }: { caseId: string }) => caseId === 'c05');
    const letterOf = (id: string) => Object.entries(compared.annotators).find(([, name]) => name === id)![0];
    expect(c05.differences.find(({ code }: { code: string }) => code === 'y1').views).toEqual({
      [letterOf('anna')]: null,
      [letterOf('bo')]: {
        role: 'required',
        severity: 'major',
        discretionary: false,
        citations: ['br18/10/1/2'],
      },
    });

    // They meet: only the differences stand in the sheet, and each is decided.
    await cli('labels', 'adjudicate', '--dataset', 'data2', '--out', 'moede.xlsx');
    let points = 0;
    await editWorkbook(at('moede.xlsx'), (open) => {
      const sheet = open('Afgørelser');
      const column = (heading: string) => sheet.columnOf(heading, 0);
      for (let row = 1; row < sheet.sheet.rows.length; row += 1) {
        points += 1;
        const code = sheet.get(row, column('Hvad det drejer sig om'));
        const here = `${sheet.get(row, column('Sag'))} ${code}`;
        sheet.set(
          row,
          column('Afgørelse'),
          here === 'c05 y1' ? 'omstridt' : code === 'x1' ? 'påkrævet' : 'ingen mangel',
        );
        sheet.set(row, column('Begrundelse'), 'Drøftet på mødet');
      }
    });
    expect(points).toBeGreaterThan(0);
    await cli(
      'labels',
      'import',
      'moede.xlsx',
      '--dataset',
      'data2',
      '--annotator',
      'moedet',
      '--out',
      'data3',
      '--date',
      '2024-10-08',
    );
    const labels = await linesOf('data3/test.labels.jsonl');
    const decided = labels.find(({ caseId }: { caseId: string }) => caseId === 'c05');
    expect(decided).toMatchObject({ labelVersion: '3', outcome: 'deficient', provenance: 'people' });
    expect(
      decided.defects.map(({ code, role }: { code: string; role: string }) => `${code} ${role}`),
    ).toEqual(['x1 required', 'y1 contested']);
    expect((await linesOf('data3/changes.jsonl')).slice(0, 2)).toEqual(changes);
    await cli('dataset', 'validate', 'data3');

    // What differs, in words.
    const words = await cli('dataset', 'diff', 'data', 'data3');
    expect(words.split('\n')[0]).toBe('small 1 (labels 1) → small 3 (labels 3)');
    expect(words).toContain('c01: d1');
    expect(words).toContain('c05: d3 added: y1');
    expect(words).toContain('labels by caseworkers alone: 0 → 12');

    // The stored run under the new labels.
    const early = await runCli(['score', 'runs/labels', '--dataset', 'data3'], { cwd: place.folder });
    expect({ code: early.code, stdout: early.stdout }).toEqual({ code: 2, stdout: '' });
    expect(early.stderr).toContain('changed since it passed the anonymisation gate');
    expect(await result(run)).toEqual(before);
    await cli('gate', 'data3', '--write');
    const scored = await cli('score', 'runs/labels', '--dataset', 'data3');
    const after = await result(run);
    expect(after.comparability).toEqual({ ...before.comparability, labels: after.comparability.labels });
    expect(after.comparabilityKey).not.toBe(before.comparabilityKey);
    expect(after.dataset).toMatchObject({ id: 'small', version: '3' });
    expect(scored).toContain(
      `the comparability key was ${before.comparabilityKey.slice(0, 12)}… and is ${after.comparabilityKey.slice(0, 12)}…, since these changed: the labels.`,
    );
    expect(after.people).toMatchObject({ annotations: 12, cases: 6, pairedCases: 6 });
    const report = await readFile(join(run, 'report/rapport.html'), 'utf8');
    expect(report).toContain('Hvor enige er sagsbehandlerne?');
    expect(report).toContain('Krippendorffs alfa');
  });

  it('makes the next version in place, and keeps the old labels and card beside it', async () => {
    await cp(at('data'), at('inplace'), { recursive: true });
    const old = await read('inplace/test.labels.jsonl');
    await cli(
      'labels',
      'export',
      '--dataset',
      'inplace',
      '--prefill',
      '--cases',
      'c02',
      '--out',
      'en.xlsx',
      '--language',
      'en',
    );
    await editWorkbook(at('en.xlsx'), (open) => {
      const sheet = open('c02');
      const header = sheet.rowOf('No.');
      sheet.set(header + 1, sheet.columnOf('Severity', header), 'minor');
      sheet.set(header + 1, sheet.columnOf('Reason for the change', header), 'Small matter');
    });
    await cli('labels', 'import', 'en.xlsx', '--dataset', 'inplace', '--annotator', 'chef', '--in-place');
    await cli('dataset', 'inplace');
    expect(await read('inplace/test.labels.jsonl')).toBe(old);
    expect(JSON.parse(await read('inplace/card.1.json'))).toEqual(JSON.parse(await read('data/card.json')));
    const card = JSON.parse(await read('inplace/card.json'));
    expect(card).toMatchObject({ version: '2', labelVersion: '2', changes: 'changes.2.jsonl' });
    const [changed] = (await linesOf(`inplace/${card.splits.test.labels}`)).filter(
      ({ caseId }) => caseId === 'c02',
    );
    expect(changed.defects[0]).toMatchObject({ severity: 'minor', provenance: 'people' });
  });
});
