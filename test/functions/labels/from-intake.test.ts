import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ResultSchema } from '../../../evals/artifacts.ts';
import { editWorkbook } from '../../support/edit-workbook.ts';
import { fillIn } from '../../support/fill-in.ts';
import { csv, header, smallMapping } from '../../support/intake.ts';
import { runCli } from '../../support/run-cli.ts';
import { temporaryFolder } from '../../support/small-dataset.ts';

let place: Awaited<ReturnType<typeof temporaryFolder>>;
const at = (name: string) => join(place.folder, name);
const read = (name: string) => readFile(at(name), 'utf8');
const linesOf = async (name: string) =>
  (await read(name))
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

async function tryCli(...args: string[]) {
  const { code, stdout, stderr } = await runCli(args, { cwd: place.folder });
  return { code, stdout, stderr };
}

async function cli(...args: string[]): Promise<string> {
  const { code, stdout, stderr } = await tryCli(...args);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return stdout;
}

const ids = Array.from({ length: 8 }, (_, index) => `24-${index + 1}`);
const owner = 'mangler_fuldmagt';
const drawing = 'mangler_situationsplan';

/** Case by case what each says: codes, or nothing where they did not look. */
const said: Record<string, Record<string, readonly string[]>> = {
  anna: {
    '24-1': [],
    '24-2': [owner],
    '24-3': [owner],
    '24-4': [owner, drawing],
    '24-5': [],
    '24-6': [],
    '24-7': [owner],
  },
  bo: { '24-1': [], '24-2': [owner], '24-3': [], '24-4': [owner], '24-5': [], '24-6': [] },
  carla: { '24-1': [], '24-2': [owner], '24-3': [owner] },
};

async function labelAlone(annotator: string, dataset = 'sager'): Promise<void> {
  const own = said[annotator]!;
  const file = `${annotator}.xlsx`;
  const cases = Object.keys(own).join(',');
  await cli(
    'labels',
    'export',
    '--dataset',
    dataset,
    '--cases',
    cases,
    '--annotator',
    annotator,
    '--out',
    file,
  );
  await editWorkbook(at(file), (open) => {
    for (const [id, codes] of Object.entries(own)) fillIn(open(id), codes);
  });
  await cli('labels', 'import', file, '--dataset', dataset, '--annotator', annotator);
}

/** Decides the rows of a meeting's sheet. */
async function decide(file: string, decisionOf: (what: string) => string): Promise<string[]> {
  const rows: string[] = [];
  await editWorkbook(at(file), (open) => {
    const sheet = open('Afgørelser');
    const column = (heading: string) => sheet.columnOf(heading, 0);
    for (let row = 1; row < sheet.sheet.rows.length; row += 1) {
      const code = String(sheet.get(row, column('Hvad det drejer sig om'))).split(' ')[0]!;
      const what = `${sheet.get(row, column('Sag'))} ${code}`;
      rows.push(`${what}: ${sheet.get(row, column('Facit nu'))}`);
      sheet.set(row, column('Afgørelse'), decisionOf(what));
      sheet.set(row, column('Begrundelse'), 'Drøftet på mødet');
    }
  });
  return rows;
}

beforeAll(async () => {
  place = await temporaryFolder();
  const rows = ids.map(
    (_, index) => `24/${index + 1};Carport;14-09-2024;812,5;En carport på ${50 + index} m².`,
  );
  await writeFile(at('sager.csv'), csv(header, ...rows));
  await writeFile(
    at('mapping.yaml'),
    smallMapping({ splits: 'splits: { seed: 1, family: Areal, shares: { test: 1 } }' }),
  );
});
afterAll(() => place[Symbol.asyncDispose]());

describe('cases taken in without labels, labelled by people', () => {
  it('can be looked at, checked, gated, pseudonymised, dealt and packed without labels', async () => {
    await cli('intake', 'sager.csv', '--mapping', 'mapping.yaml', '--out', 'sager');
    await cli('gate', 'sager', '--write');
    expect(await cli('dataset', 'validate', 'sager')).toBe(
      'nordby 1: Syntetisk prøve\ntest: 8 cases, no labels yet\nEvidence, citations and near duplicates: no problem.\n',
    );
    const card = await cli('dataset', 'card', 'sager', '--print');
    expect(card).toContain('Sagerne har endnu intet facit.');
    expect(card).toContain('8 sager.');
    expect(card).not.toContain('Version af facit');
    await cli('dataset', 'pack', 'sager', '--out', 'uden-facit.zip');
    const packed = Object.keys(unzipSync(await readFile(at('uden-facit.zip')))).sort();
    expect(packed).toEqual(['CARD.md', 'card.json', 'croissant.json', 'test.cases.jsonl']);
    await cli('pseudonymise', 'sager', '--key', at('noegle'), '--out', 'daeknavne');
    const shares = ['--shares', 'practice=50,test=50', '--out', 'delt'];
    expect(await cli('dataset', 'split', 'sager', ...shares)).toContain('practice: 4 cases, no labels yet');
  });

  it('says what to do where labels are needed', async () => {
    const refused = await tryCli('labels', 'adjudicate', '--dataset', 'sager', '--out', 'intet.xlsx');
    expect(refused).toMatchObject({ code: 2, stdout: '' });
    expect(refused.stderr).toContain("no caseworkers' own labels in the split test");
    const prefilled = await tryCli(
      'labels',
      'export',
      '--dataset',
      'sager',
      '--prefill',
      '--out',
      'intet.xlsx',
    );
    expect(prefilled.stderr).toContain(
      '`npx maalestok labels export --dataset sager --split test --annotator ID --out FILE.xlsx`',
    );
    expect(await readdir(place.folder)).not.toContain('intet.xlsx');
  });

  it('gets its first labels out of what people agree on and decide, and is run and scored', async () => {
    for (const annotator of Object.keys(said)) await labelAlone(annotator);
    expect(await cli('dataset', 'sager')).toContain(
      '16 annotations by 3 caseworkers; 6 cases labelled by two',
    );

    const compared = JSON.parse(await cli('labels', 'compare', '--dataset', 'sager', '--json'));
    expect({
      ...compared,
      differing: compared.differing.map(({ caseId }: { caseId: string }) => caseId),
    }).toEqual({
      split: 'test',
      cases: 6,
      alike: 4,
      otherwise: 0,
      differences: 2,
      differing: ['24-3', '24-4'],
    });
    expect(await cli('labels', 'adjudicate', '--dataset', 'sager', '--out', 'moede.xlsx')).toBe(
      'moede.xlsx: 2 points in 2 cases\n' +
        'The split test has no labels yet: importing the decisions makes its first, with what all readings agree on.\n' +
        'Labelled by one caseworker alone: 1 case ("24-7"). Import refuses them, unless --take-single.\n' +
        'Labelled by nobody: 1 case ("24-8"). Import refuses them, unless --leave-out-unread.\n',
    );
    await editWorkbook(at('moede.xlsx'), (open) => {
      const [, , ...rows] = open('Enighed').sheet.rows;
      expect(rows.map(([caseId, says]) => `${caseId}: ${String(says).split('\n')[0]}`)).toEqual([
        '24-1: sagen er fuldt oplyst',
        '24-2: sagen har mangler',
        expect.stringContaining(`24-4: ${owner} · `),
        '24-5: sagen er fuldt oplyst',
        '24-6: sagen er fuldt oplyst',
      ]);
    });
    const rows = await decide('moede.xlsx', (what) =>
      what === `24-3 ${owner}` ? 'påkrævet' : 'ingen mangel',
    );
    expect(rows).toEqual([`24-3 ${owner}: intet facit endnu`, `24-4 ${drawing}: intet facit endnu`]);

    // Nothing is taken that two did not read, unless somebody says so; and nothing is left behind.
    const importing = ['labels', 'import', 'moede.xlsx', '--dataset', 'sager', '--annotator', 'moedet'];
    const place2 = ['--out', 'sager-2', '--date', '2024-10-08'];
    const refused = await tryCli(...importing, ...place2);
    expect({ code: refused.code, stdout: refused.stdout }).toEqual({ code: 2, stdout: '' });
    expect(refused.stderr).toContain('1 case ("24-7"), which one caseworker alone labelled');
    expect(refused.stderr).toContain('1 case ("24-8"), which nobody labelled');
    const single = await tryCli(...importing, ...place2, '--take-single');
    expect(single.stderr).not.toContain('24-7');
    expect(single.stderr).toContain('24-8');
    expect(await readdir(place.folder)).not.toContain('sager-2');

    expect(await cli(...importing, ...place2, '--take-single', '--leave-out-unread')).toBe(
      'sager-2: nordby 2 (labels 2), first labels of test: 7 cases (4 as all agree, 2 as decided, 1 as one caseworker ' +
        'alone says); 1 left out, since nobody labelled them\n' +
        'Run the gate next: npx maalestok gate sager-2 --write\n',
    );
    const labels = await linesOf('sager-2/test.labels.jsonl');
    expect(
      labels.map(({ caseId, outcome, provenance, labelVersion, defects }) => [
        caseId,
        outcome,
        provenance,
        labelVersion,
        defects.map(({ defectId, code, role }: Record<string, string>) => `${defectId} ${code} ${role}`),
      ]),
    ).toEqual(
      (
        [
          ['24-1', []],
          ['24-2', [owner]],
          ['24-3', [owner]],
          ['24-4', [owner]],
          ['24-5', []],
          ['24-6', []],
          ['24-7', [owner]],
        ] as [string, string[]][]
      ).map(([caseId, codes]) => [
        caseId,
        codes.length === 0 ? 'complete' : 'deficient',
        'people',
        '2',
        codes.map((code, index) => `d${index + 1} ${code} required`),
      ]),
    );
    const log = (await linesOf('sager-2/changes.jsonl')).map(
      ({ caseId, kind, via, why, by, date, version, from }) => {
        expect({ by, date, version, from }).toEqual({
          by: 'moedet',
          date: '2024-10-08',
          version: '2',
          from: '1',
        });
        return `${caseId} ${kind} ${via}: ${why}`;
      },
    );
    const agree = 'agreement: Alle gennemgange er enige.';
    const met = 'adjudication: Drøftet på mødet';
    const alone = 'singleReading: Kun anna har gennemgået sagen; den gennemgang er facit.';
    expect(log).toEqual([
      `24-1 outcome ${agree}`,
      `24-2 added ${agree}`,
      `24-2 outcome ${agree}`,
      `24-3 added ${met}`,
      `24-3 outcome ${met}`,
      `24-4 added ${agree}`,
      `24-4 outcome ${met}`,
      `24-5 outcome ${agree}`,
      `24-6 outcome ${agree}`,
      `24-7 added ${alone}`,
      `24-7 outcome ${alone}`,
      '24-8 leftOut adjudication: Ingen har gennemgået sagen.',
    ]);

    // The new version is whole; the old one is as it was.
    expect(JSON.parse(await read('sager/card.json')).version).toBe('1');
    expect((await linesOf('sager-2/test.cases.jsonl')).length).toBe(7);
    await cli('gate', 'sager-2', '--write');
    expect(await cli('dataset', 'validate', 'sager-2')).toContain('test: 7 cases (3 complete, 4 deficient)');
    const page = await cli('dataset', 'card', 'sager-2', '--print');
    expect(page).toContain('enighed mellem sagsbehandlere');
    expect(page).toContain('Facit er lavet af sagsbehandlere; ændringsloggen siger hvordan.');
    const difference = await cli('dataset', 'diff', 'sager', 'sager-2');
    expect(difference).toContain('1 cases removed: 24-8');
    expect(difference).toContain('24-1: outcome none → complete');
    expect(difference).toContain(`24-2: d1 added: ${owner}`);

    // No working file of the intake travels, though the folder has them.
    await writeFile(at('sager-2/intake.families.jsonl'), await read('sager/intake.families.jsonl'));
    await writeFile(at('sager-2/noegle.key'), 'hemmelig');
    const { annotations } = JSON.parse(await read('sager-2/card.json')).splits.test;
    expect(annotations).toMatch(/^test\.annotations\.[0-9a-f]{12}\.jsonl$/u);
    for (const [name, without] of [
      ['alt.zip', []],
      ['sager.zip', ['--without-labels']],
    ] as [string, string[]][]) {
      await cli('dataset', 'pack', 'sager-2', '--out', name, ...without);
      const packed = Object.keys(unzipSync(await readFile(at(name)))).sort();
      expect(packed).toEqual([
        'CARD.md',
        'card.json',
        ...(without.length === 0 ? ['changes.jsonl'] : []),
        'croissant.json',
        ...(without.length === 0 ? [annotations] : []),
        'test.cases.jsonl',
        ...(without.length === 0 ? ['test.labels.jsonl'] : []),
      ]);
    }

    const suite = [
      'schema: maalestok.suite.v1',
      'id: nordby',
      'titleDa: Nordby',
      'titleEn: Nordby',
      'dataset: sager-2',
      'models: [{ adapter: silent }, { adapter: checklist }]',
    ];
    await writeFile(at('suite.yaml'), suite.join('\n'));
    // A practice split without labels teaches nothing, and stops nothing.
    const unlabelled = (await linesOf('sager/test.cases.jsonl')).at(-1);
    await writeFile(at('sager-2/practice.cases.jsonl'), `${JSON.stringify(unlabelled)}\n`);
    const card = JSON.parse(await read('sager-2/card.json'));
    card.splits.practice = { cases: 'practice.cases.jsonl' };
    await writeFile(at('sager-2/card.json'), JSON.stringify(card));
    await cli('dataset', 'sager-2', '--write');
    expect(await tryCli('run', '--suite', 'suite.yaml', '--out', 'runs')).toMatchObject({ code: 0 });
    const more = await tryCli('intake', 'sager.csv', '--mapping', 'mapping.yaml', '--out', 'sager-2');
    expect(more).toMatchObject({ code: 2, stdout: '' });
    expect(more.stderr).toContain('a data set of which some splits have labels');
    const [run] = await readdir(at('runs'));
    const result = ResultSchema.parse(JSON.parse(await read(`runs/${run}/result.json`)));
    expect(result.dataset).toMatchObject({ id: 'nordby', version: '2', cases: 7 });
    expect(result.people).toMatchObject({ annotations: 16, cases: 7, pairedCases: 6 });
  });

  it('is done in place too, where all agree and nothing is to be decided', async () => {
    await cli('intake', 'sager.csv', '--mapping', 'mapping.yaml', '--out', 'paa-stedet');
    const all = Object.fromEntries(ids.map((id, index) => [id, index % 2 === 0 ? [] : [owner]]));
    Object.assign(said, { dorte: all, erik: all });
    await labelAlone('dorte', 'paa-stedet');
    await labelAlone('erik', 'paa-stedet');
    expect(await cli('labels', 'adjudicate', '--dataset', 'paa-stedet', '--out', 'enige.xlsx')).toBe(
      'enige.xlsx: 0 points in 0 cases\n' +
        'The split test has no labels yet: importing this file makes its first, with what all readings agree on.\n',
    );
    // A third reading comes in after the sheet was written: it no longer says what people say.
    Object.assign(said, { frida: { '24-1': [drawing] } });
    await labelAlone('frida', 'paa-stedet');
    const importing = ['labels', 'import', 'enige.xlsx', '--dataset', 'paa-stedet', '--annotator', 'moedet'];
    const stale = await tryCli(...importing, '--in-place');
    expect(stale).toMatchObject({ code: 2, stdout: '' });
    expect(stale.stderr).toContain("sheets that were made before caseworkers' labels changed");

    await cli('labels', 'adjudicate', '--dataset', 'paa-stedet', '--out', 'uenige.xlsx');
    expect(await decide('uenige.xlsx', () => 'ingen mangel')).toEqual([`24-1 ${drawing}: intet facit endnu`]);
    expect(await cli(...importing.with(2, 'uenige.xlsx'), '--in-place')).toContain(
      '8 cases (7 as all agree, 1 as decided)',
    );
    await cli('dataset', 'validate', 'paa-stedet');
    const card = JSON.parse(await read('paa-stedet/card.json'));
    expect(card.splits.test).toMatchObject({ cases: 'test.cases.jsonl', labels: 'test.labels.2.jsonl' });
    const again = await tryCli(...importing.with(2, 'uenige.xlsx'), '--in-place');
    expect(again.stderr).toContain('sheets for first labels');
  });
});
