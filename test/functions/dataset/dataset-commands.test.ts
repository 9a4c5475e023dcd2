import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Case } from '../../../datasets/case.ts';
import type { Label } from '../../../datasets/label.ts';
import { datasetCard } from '../../../functions/cli/dataset/card.ts';
import { diffVersions } from '../../../functions/cli/dataset/diff.ts';
import { packDataset } from '../../../functions/cli/dataset/pack.ts';
import { splitDataset } from '../../../functions/cli/dataset/split.ts';
import { validateDataset } from '../../../functions/cli/dataset/validate.ts';
import { dataset } from '../../../functions/cli/dataset.ts';
import { renderError } from '../../../functions/cli/exit.ts';
import { captureOutput } from '../../support/capture-output.ts';
import { runCli } from '../../support/run-cli.ts';
import {
  type SmallSplit,
  smallCase,
  smallLabel,
  temporaryFolder,
  toLines,
  writeSmallDataset,
} from '../../support/small-dataset.ts';

let place: Awaited<ReturnType<typeof temporaryFolder>>;
const at = (name: string) => join(place.folder, name);
const text = (name: string) => readFile(at(name), 'utf8');

beforeAll(async () => {
  place = await temporaryFolder();
});
afterAll(() => place[Symbol.asyncDispose]());

async function told(action: () => Promise<unknown>): Promise<string> {
  const { stdout, error } = await captureOutput(action);
  return error === undefined ? stdout : renderError(error);
}

const split = (
  ids: readonly string[],
  changes: (id: string, at: number) => Partial<Case> = () => ({}),
): SmallSplit => ({
  cases: ids.map((id, index) => smallCase(id, changes(id, index))),
  labels: ids.map((id, index) => smallLabel(id, index % 3 === 0 ? [] : [index % 2 === 0 ? 'x1' : 'y1'])),
});

describe('dataset validate', () => {
  const wrong: [string, Partial<Label['defects'][number]>, string][] = [
    [
      'evidence in a document that is not there',
      { evidence: [{ documentId: 'b' }] },
      'test: c2, field d1.evidence[0]: document "b", expected a place that the case has',
    ],
    [
      'evidence on a page that is not there',
      { evidence: [{ documentId: 'a', page: 7 }] },
      'document "a", page 7',
    ],
    ['evidence in a field that is not there', { evidence: [{ field: 'volumen' }] }, 'field "volumen"'],
    [
      'a citation that does not exist',
      { citationSets: [['br18/82/1/2']] },
      'Did you mean "BR18 § 82, stk. 2, nr. 2"?',
    ],
    [
      "a citation that was not in force on the case's date",
      { citationSets: [['br15/2.2.3']] },
      'which was not in force any more on 2024-09-01',
    ],
  ];
  it.each(wrong)('tells %s', async (name, change, expected) => {
    const labels = split(['c1', 'c2']).labels.map((label) => ({
      ...label,
      defects: label.defects.map((each) => ({ ...each, ...change })),
    }));
    const folder = at(name.replaceAll(/\W/gu, '-'));
    await writeSmallDataset(folder, { test: { ...split(['c1', 'c2']), labels } });
    expect(await told(() => validateDataset(folder))).toContain(expected);
    expect(
      await told(() => packDataset(folder, { out: at('nej.zip'), labels: true, language: 'da' })),
    ).toContain(expected);
    expect((await readdir(place.folder)).filter((file) => file.startsWith('nej.zip'))).toEqual([]);
  });

  it('tells near duplicates across splits, and no others; a twin in another split is refused', async () => {
    const body = 'Ansøgning om opførelse af et skur bag huset mod skel med sort tag og hvide vægge';
    const documents = (m2: number) => [
      { documentId: 'a', type: 'form', title: '', pages: [{ page: 1, text: `${body} på ${m2} m².` }] },
    ];
    await writeSmallDataset(at('dobbelt'), {
      practice: split(['p1'], () => ({ documents: documents(40) })),
      test: split(['c1', 'c2'], (_, index) => ({ documents: documents(41 + index) })),
    });
    const message = await told(() => validateDataset(at('dobbelt')));
    expect(message).toContain('2 problems in the data set');
    expect(message).toContain(
      'test: c1, field documents: documents that are 100 % those of "p1" in another split, expected less than 60 %',
    );
    const far = split(['c1'], () => ({
      documents: [
        {
          documentId: 'a',
          type: 'form',
          title: '',
          pages: [{ page: 1, text: 'Noget helt andet om en tilbygning' }],
        },
      ],
    }));
    await writeSmallDataset(at('fint'), { practice: split(['p1']), test: far });
    expect(await told(() => validateDataset(at('fint')))).toContain('no problem');
    await expect(
      writeSmallDataset(at('tvilling'), {
        practice: split(['p1']),
        test: { ...far, labels: [smallLabel('c1', [], { twinOf: 'p1' })] },
      }),
    ).rejects.toThrow('"p1", which has no label in this file');
  });
});

describe('dataset card', () => {
  it('writes a page, and Croissant with all that the specification requires', async () => {
    await writeSmallDataset(at('kort'), { practice: split(['p1']), test: split(['c1', 'c2', 'c3']) });
    const card = JSON.parse(await text('kort/card.json'));
    expect(await told(() => datasetCard(at('kort'), { language: 'da' }))).toContain(
      'Croissant also requires `creator`, `url`, `published`',
    );
    const more = {
      creator: 'Nordby Kommune',
      url: 'https://example.org/small',
      published: '2024-10-01',
      noticeDa: 'Syntetisk | <b>*fed*</b>',
    };
    await writeFile(at('kort/card.json'), JSON.stringify({ ...card, ...more }));
    expect(await told(() => datasetCard(at('kort'), { language: 'da' }))).not.toContain('requires');
    const page = await text('kort/CARD.md');
    expect(page).toContain('Syntetisk \\| \\<b\\>\\*fed\\*\\</b\\>');
    expect(page).toContain('3 sager. 1 er fuldt oplyst, 2 har mangler.');
    const croissant = JSON.parse(await text('kort/croissant.json'));
    for (const required of [
      '@context',
      '@type',
      'conformsTo',
      'description',
      'license',
      'name',
      'url',
      'creator',
      'datePublished',
      'distribution',
    ]) {
      expect(croissant).toHaveProperty([required]);
    }
    expect(croissant).toMatchObject({
      '@type': 'sc:Dataset',
      conformsTo: 'http://mlcommons.org/croissant/1.0',
      name: 'small',
      version: '1',
      license: 'https://spdx.org/licenses/EUPL-1.2.html',
      creator: { '@type': 'sc:Organization', name: 'Nordby Kommune' },
      datePublished: '2024-10-01',
    });
    type Node = { '@id': string; '@type': string; sha256?: string; key?: { '@id': string }; field?: Field[] };
    type Field = {
      '@id': string;
      source?: { fileObject: { '@id': string } };
      references?: { field: { '@id': string } };
    };
    const files = new Map((croissant.distribution as Node[]).map((node) => [node['@id'], node]));
    const cases = JSON.parse(await text('kort/card.json')).splits.test.casesSha256;
    expect(files.get('test.cases.jsonl')).toMatchObject({
      '@type': 'cr:FileObject',
      encodingFormat: 'application/jsonlines',
      sha256: cases,
    });
    // Every reference leads to something, and no id is given twice.
    const sets = croissant.recordSet as Node[];
    const fields = sets.flatMap(({ field }) => field ?? []);
    const ids = [...files.keys(), ...sets.map((set) => set['@id']), ...fields.map((field) => field['@id'])];
    expect(new Set(ids).size).toBe(ids.length);
    for (const { source, references } of fields) {
      if (source !== undefined) expect(files.has(source.fileObject['@id'])).toBe(true);
      if (references !== undefined) expect(ids).toContain(references.field['@id']);
    }
    for (const { key } of sets) expect(ids).toContain(key!['@id']);
  });
});

describe('dataset split and diff', () => {
  it('deals anew with families together, and tells who moved', async () => {
    const ids = Array.from({ length: 30 }, (_, index) => `c${String(index).padStart(2, '0')}`);
    const whole = split(ids);
    const labels = whole.labels.map((label, index) =>
      index % 5 === 4 ? { ...label, twinOf: ids[index - 1]! } : label,
    );
    await writeSmallDataset(at('helt'), { test: { ...whole, labels } });
    const deal = (out: string, seed: string) =>
      splitDataset(at('helt'), { shares: 'practice=1, test=2', seed, out: at(out) });
    await told(() => deal('delt', 'a'));
    await told(() => deal('igen', 'a'));
    for (const file of await readdir(at('delt')))
      expect(await text(`igen/${file}`)).toBe(await text(`delt/${file}`));
    expect(JSON.parse(await text('delt/card.json'))).toMatchObject({
      version: '2',
      labelVersion: '1',
      splits: { practice: { count: 10 }, test: { count: 20 } },
    });
    const moved = JSON.parse(await told(() => diffVersions(at('helt'), at('delt'), { json: true })));
    expect(moved.cases.moved).toHaveLength(10);
    expect({ ...moved.cases, moved: [] }).toEqual({ added: [], removed: [], changed: [], moved: [] });
    expect([moved.labels, moved.codes]).toEqual([[], []]);
    expect(await told(() => deal('delt', 'a'))).toContain('a data set, expected a folder without one');
    expect(
      await told(() => splitDataset(at('helt'), { shares: 'practice', seed: '1', out: at('x') })),
    ).toContain('flag --shares');
    expect(await told(() => diffVersions(at('helt'), at('helt'), {}))).toContain(
      'The same cases, labels and annotations.',
    );
  });
});

describe('dataset pack', () => {
  const note = 'Noget kun facit ved';

  it('packs the same bytes each time; without labels nothing of them is in the archive', async () => {
    const { cases, labels } = split(['c1', 'c2', 'c3', 'c4']);
    const noted = labels.map((label, index) => ({
      ...label,
      ...(index === 1 ? { twinOf: 'c1' } : {}),
      defects: label.defects.map((each) => ({ ...each, note })),
    }));
    const distinct = cases.map((each) => ({ ...each, fields: { ...each.fields, tekst: each.caseId } }));
    const annotations = noted.map((label) => ({
      ...label,
      schema: 'maalestok.annotation.v1' as const,
      annotatorId: 'anna',
    }));
    await writeSmallDataset(at('pak'), { test: { cases: distinct, labels: noted, annotations } });
    const pack = (out: string, withLabels: boolean) =>
      told(() => packDataset(at('pak'), { out: at(out), labels: withLabels, language: 'da' }));
    await pack('alt.zip', true);
    await pack('alt2.zip', true);
    expect(await readFile(at('alt.zip'))).toEqual(await readFile(at('alt2.zip')));
    const all = unzipSync(await readFile(at('alt.zip')));
    expect(Object.keys(all)).toEqual([
      'CARD.md',
      'card.json',
      'croissant.json',
      'taxonomy.json',
      'test.annotations.jsonl',
      'test.cases.jsonl',
      'test.labels.jsonl',
    ]);
    expect(Buffer.from(all['test.labels.jsonl']!).toString()).toBe(await text('pak/test.labels.jsonl'));

    expect(await pack('uden.zip', false)).toContain('without labels');
    const bytes = await readFile(at('uden.zip'));
    const some = unzipSync(bytes);
    expect(Object.keys(some)).toEqual([
      'CARD.md',
      'card.json',
      'croissant.json',
      'taxonomy.json',
      'test.cases.jsonl',
    ]);
    const { test } = JSON.parse(await text('pak/card.json')).splits;
    const content =
      Object.values(some)
        .map((part) => Buffer.from(part).toString('utf8'))
        .join('\n') + bytes.toString('latin1');
    const secrets = [
      note,
      'twinOf',
      'defectId',
      'outcome',
      'deficient',
      'mangler.',
      'omstridte',
      'changes',
      'anna',
      'labels.jsonl',
      'annotations',
      'labelVersion',
      test.labelsSha256,
      test.annotationsSha256,
    ];
    expect(secrets.filter((secret) => content.includes(secret))).toEqual([]);
    expect(content.includes('test.cases.jsonl')).toBe(true);
  });

  it('hands a vendor what was read of each case, with the hash of that, and no recipe of the labels', async () => {
    await writeSmallDataset(at('opskrift'), { test: split(['c1', 'c2']) });
    const { schema, ...rest } = smallCase('c1');
    const spaced = `${JSON.stringify({ ...rest, schema }).replaceAll('":', '": ')}\n`;
    await writeFile(at('opskrift/test.cases.jsonl'), spaced + JSON.stringify(smallCase('c2')));
    const origin = 'Made by maalestok synthesise --cases 2 --seed 7';
    const card = JSON.parse(await text('opskrift/card.json'));
    await writeFile(at('opskrift/card.json'), JSON.stringify({ ...card, origin }));
    await captureOutput(() => dataset(at('opskrift'), { write: true }));
    await told(() => packDataset(at('opskrift'), { out: at('opskrift.zip'), labels: false, language: 'da' }));
    const parts = unzipSync(await readFile(at('opskrift.zip')));
    const part = (name: string) => Buffer.from(parts[name]!).toString();
    const handed = toLines([smallCase('c1'), smallCase('c2')]);
    expect(part('test.cases.jsonl')).toBe(handed);
    const casesSha256 = createHash('sha256').update(handed).digest('hex');
    expect(JSON.parse(part('card.json')).splits.test).toEqual({
      cases: 'test.cases.jsonl',
      count: 2,
      casesSha256,
    });
    expect(part('croissant.json')).toContain(casesSha256);
    expect(Object.keys(parts).filter((name) => part(name).includes('seed'))).toEqual([]);
    expect(await told(() => datasetCard(at('opskrift'), { language: 'da', print: true }))).toContain(origin);
  });

  it.each([
    [
      'twinOf',
      (line: string) => line.replace('{', '{"twinOf":"c2",'),
      'field twinOf: a field that a case does',
    ],
    [
      'a field below',
      (line: string) => line.replace('"page":1', '"page":1,"outcome":"complete"'),
      'field documents[0].pages[0].outcome: a field that a case does not have',
    ],
    ['a field twice', (line: string) => line.replace('"pages":', '"pages":[],"pages":'), 'written twice'],
    [
      'a value twice',
      (line: string) => line.replace('"area_m2":', '"area_m2":7,"area_m2":'),
      'written twice',
    ],
  ])('refuses a case with %s, and names the line', async (name, change, expected) => {
    const folder = at(`ekstra-${name.replaceAll(' ', '-')}`);
    await writeSmallDataset(folder, { test: split(['c1', 'c2']) });
    const file = join(folder, 'test.cases.jsonl');
    const [first, second] = (await readFile(file, 'utf8')).split('\n');
    await writeFile(file, `${first}\n${change(second!)}\n`);
    const refused = [
      () => dataset(folder, { write: true }),
      () => dataset(folder, {}),
      () => validateDataset(folder),
      () => packDataset(folder, { out: at('ekstra.zip'), labels: true, language: 'da' }),
      () => packDataset(folder, { out: at('ekstra.zip'), labels: false, language: 'da' }),
    ];
    for (const each of refused) {
      const message = await told(each);
      expect(message).toContain(expected);
      expect(message).toMatch(/test\.cases\.jsonl, line 2/u);
    }
  });

  it('leaves the sealed split out of what a vendor gets, unless it is asked for', async () => {
    const far = smallCase('s1', {
      documents: [
        { documentId: 'a', type: 'form', title: '', pages: [{ page: 1, text: 'En helt anden tekst her' }] },
      ],
    });
    const sealed = { cases: [far], labels: [smallLabel('s1', [])] };
    await writeSmallDataset(at('lukket'), { test: split(['c1']), sealed });
    const pack = (more: object) =>
      told(() =>
        packDataset(at('lukket'), { out: at('lukket.zip'), labels: false, language: 'da', ...more }),
      );
    const names = async () => Object.keys(unzipSync(await readFile(at('lukket.zip'))));
    expect(await pack({})).toContain('the sealed split is left out');
    expect(await names()).not.toContain('sealed.cases.jsonl');
    expect(await pack({ sealed: true })).not.toContain('left out');
    expect(await names()).toContain('sealed.cases.jsonl');
    // With its labels it goes along anyway: whoever gives the flag alone meant a vendor's archive.
    expect(await pack({ sealed: true, labels: true })).toContain('Add --without-labels');
    await writeSmallDataset(at('kun-lukket'), { sealed });
    const only = { out: at('kun.zip'), labels: false, language: 'da' };
    expect(await told(() => packDataset(at('kun-lukket'), only))).toContain('only split is sealed');
  });

  it('works from the command line, beside the check that was there', async () => {
    await writeSmallDataset(at('cli'), { test: split(['c1', 'c2']) });
    const commands = [
      ['dataset', 'cli'],
      ['dataset', 'cli', '--write'],
      ['dataset', 'validate', 'cli'],
      ['dataset', 'card', 'cli', '--print', '--language', 'en'],
      ['dataset', 'pack', 'cli', '--out', 'cli.zip', '--without-labels'],
    ];
    for (const args of commands) {
      const { code, stderr } = await runCli(args, { cwd: place.folder });
      expect({ args, code, stderr }).toEqual({ args, code: 0, stderr: '' });
    }
  });
});
