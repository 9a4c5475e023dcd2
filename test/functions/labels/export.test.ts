import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readXlsx } from '../../../datasets/tables/read-xlsx.ts';
import { renderError } from '../../../functions/cli/exit.ts';
import { type ExportLabelsOptions, exportLabels } from '../../../functions/cli/labels/export.ts';
import { importLabels } from '../../../functions/cli/labels/import.ts';
import { captureOutput } from '../../support/capture-output.ts';
import { editWorkbook } from '../../support/edit-workbook.ts';
import { hostileText } from '../../support/hostile-text.ts';
import { smallCase, smallLabel, temporaryFolder, writeSmallDataset } from '../../support/small-dataset.ts';

let place: Awaited<ReturnType<typeof temporaryFolder>>;
const at = (name: string) => join(place.folder, name);

beforeAll(async () => {
  place = await temporaryFolder();
});
afterAll(() => place[Symbol.asyncDispose]());

/** Into a free place, unless `over` says that what is there stays. */
async function exported(options: Partial<ExportLabelsOptions>, over = false): Promise<string> {
  if (!over) await rm(options.out ?? at('ud.xlsx'), { force: true });
  const { stdout, error } = await captureOutput(() =>
    exportLabels({
      dataset: at('data'),
      split: 'test',
      format: 'xlsx',
      out: at('ud.xlsx'),
      language: 'da',
      ...options,
    }),
  );
  return error === undefined ? stdout : renderError(error);
}

/** All that a workbook holds, unpacked. */
async function contentOf(file: string): Promise<string> {
  return Object.values(unzipSync(await readFile(at(file))))
    .map((part) => Buffer.from(part).toString('utf8'))
    .join('\n');
}

const note = 'Hemmelig bemærkning i facit';

describe('labels export', () => {
  beforeAll(async () => {
    const label = smallLabel('c1', ['x1']);
    const secret = {
      ...label,
      defects: label.defects.map((each) => ({ ...each, note, severity: 'critical' as const })),
    };
    const annotation = { ...secret, schema: 'maalestok.annotation.v1' as const, annotatorId: 'anna' };
    await writeSmallDataset(at('data'), {
      test: {
        cases: [smallCase('c1'), smallCase('c2'), smallCase('c3')],
        labels: [secret, smallLabel('c2', [], { twinOf: 'c1' }), smallLabel('c3', [])],
        annotations: [annotation],
      },
    });
  });

  it('is blind: no label, no relation, no annotation is anywhere in the file', async () => {
    await exported({ annotator: 'anna' });
    const blind = await contentOf('ud.xlsx');
    expect(
      [note, 'twinOf', 'annotatorId', '>d1<', 'defects'].filter((secret) => blind.includes(secret)),
    ).toEqual([]);
    await exported({ prefill: true });
    expect((await contentOf('ud.xlsx')).includes(note)).toBe(true);
  });

  it('gives the same bytes each time, in Danish and in English', async () => {
    for (const language of ['da', 'en']) {
      await exported({ language, out: at(`${language}1.xlsx`) });
      await exported({ language, out: at(`${language}2.xlsx`) });
      expect(await readFile(at(`${language}1.xlsx`))).toEqual(await readFile(at(`${language}2.xlsx`)));
    }
    const { sheets } = await readXlsx(await readFile(at('en1.xlsx')), { file: 'en1.xlsx' });
    expect(sheets.map(({ name, hidden }) => (hidden ? `${name}*` : name))).toEqual([
      'Guide',
      'c1',
      'c2',
      'c3',
      '_maalestok*',
      '_lister*',
    ]);
  });

  it('writes over no other file: it may be a sheet that was filled in', async () => {
    const out = at('udfyldt.xlsx');
    await exported({ out });
    expect(await exported({ out }, true)).toContain(' cases');
    await writeFile(out, 'udfyldt');
    expect(await exported({ out }, true)).toContain('where another file is, expected a name that is free');
    expect(await readFile(out, 'utf8')).toBe('udfyldt');
  });

  it('refuses what it cannot do', async () => {
    expect(await exported({ format: 'csv' })).toContain('flag --format: "csv", expected xlsx');
    expect(await exported({ cases: 'c1,c9' })).toContain(
      'flag --cases: "c9", expected a number of cases, or ids of the split',
    );
    expect(await exported({ annotator: 'to ord' })).toContain(
      'flag --annotator: "to ord", expected a pseudonym',
    );
    expect(await exported({ annotator: 'bo', prefill: true })).toContain(
      'no labels of "bo" in the split test',
    );
    expect(await exported({ split: 'sealed' })).toContain('no split "sealed"');
  });

  it("gives a caseworker's own labels back, and takes them unchanged to the byte", async () => {
    const before = await readFile(at('data/test.annotations.jsonl'), 'utf8');
    expect(await exported({ annotator: 'anna', prefill: true, cases: 'c1' })).toContain('1 cases');
    const imported = await captureOutput(() =>
      importLabels([at('ud.xlsx')], { dataset: at('data'), annotator: 'anna' }),
    );
    expect(imported.stdout).toBe('anna, test: 0 cases labelled, 0 changed, 1 as they were\n');
    expect(await readFile(at('data/test.annotations.jsonl'), 'utf8')).toBe(before);
  });

  it('splits many cases over files of a hundred', async () => {
    const ids = Array.from({ length: 205 }, (_, index) => `sag-${index}`);
    await writeSmallDataset(at('mange'), {
      test: { cases: ids.map((id) => smallCase(id)), labels: ids.map((id) => smallLabel(id, [])) },
    });
    const told = await exported({ dataset: at('mange'), out: at('mange.xlsx') });
    expect(
      told
        .trimEnd()
        .split('\n')
        .map((line) => line.split(': ')[1]),
    ).toEqual(['100 cases', '100 cases', '5 cases']);
    const files = (await readdir(place.folder)).filter((name) => name.startsWith('mange-'));
    expect(files).toEqual(['mange-1.xlsx', 'mange-2.xlsx', 'mange-3.xlsx']);
    for (const file of files) {
      await editWorkbook(at(file), (open, { sheets }) => {
        for (const { name } of sheets.filter((each) => each.name.startsWith('sag-'))) {
          const sheet = open(name);
          sheet.set(sheet.rowOf('Konklusion (skal udfyldes)'), 1, 'sagen er fuldt oplyst');
        }
      });
    }
    const imported = await captureOutput(() =>
      importLabels(files.map(at), { dataset: at('mange'), annotator: 'anna' }),
    );
    expect(imported.error).toBeUndefined();
    expect(imported.stdout).toBe('anna, test: 205 cases labelled, 0 changed, 0 as they were\n');
  });

  it('shows hostile texts as text, whatever their length, and takes the sheets back', async () => {
    const texts = [...Object.values(hostileText), 'ord'.repeat(350_000), '\uDC00', '<x>&amp;]]>'];
    const ids = ['History', 'a'.repeat(128), `${'a'.repeat(127)}A`, 'x:y.z'];
    await writeSmallDataset(at('ond'), {
      test: {
        cases: ids.map((id) =>
          smallCase(id, {
            municipality: hostileText.bidi,
            zone: hostileText.formula,
            fields: { '=felt': hostileText.formula, tekst: hostileText.control, liste: texts.slice(0, 4) },
            documents: texts.map((text, index) => ({
              documentId: `d${index}`,
              type: hostileText.plus,
              title: text.slice(0, 200).toWellFormed(),
              pages: [{ page: 1, text: text.toWellFormed() }],
            })),
            localRules: [
              { plan: hostileText.wide, paragraph: '1', topic: hostileText.script, text: hostileText.long },
            ],
          }),
        ),
        labels: ids.map((id) => smallLabel(id, ['x1'])),
      },
    });
    await exported({ dataset: at('ond'), out: at('ond.xlsx'), prefill: true });
    const { sheets } = await readXlsx(await readFile(at('ond.xlsx')), { file: 'ond.xlsx' });
    const cells = sheets.flatMap(({ rows }) => rows.flat());
    expect(cells.filter(({ formula }) => formula === true)).toEqual([]);
    expect(
      cells.filter(({ value }) => typeof value === 'string' && /^\s*[=+@]|[\u202A-\u202E]/u.test(value)),
    ).toEqual([]);
    const imported = await captureOutput(() =>
      importLabels([at('ond.xlsx')], { dataset: at('ond'), annotator: 'anna', out: at('ond2') }),
    );
    expect(imported.error).toBeUndefined();
    expect(imported.stdout).toBe('No label changed: no new version is made.\n');
  });
});
