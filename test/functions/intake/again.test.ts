import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { CardSchema } from '../../../datasets/card.ts';
import { readXlsx } from '../../../datasets/tables/read-xlsx.ts';
import { requireGate } from '../../../evals/require-gate.ts';
import { createFileStore } from '../../../functions/adapters/file-store.ts';
import { csv, goodRow, header, smallMapping, tryIntake } from '../../support/intake.ts';
import { makePdf } from '../../support/make-pdf.ts';
import { runCli } from '../../support/run-cli.ts';
import { temporaryFolder } from '../../support/small-dataset.ts';

const counts = (tried: Awaited<ReturnType<typeof tryIntake>>) => {
  const { rows, accepted, already, rejected } = tried.report!;
  return { rows, accepted, already, rejected };
};

/** Ids and splits of a data set. */
async function idsBySplit(folder: string): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {};
  for (const name of (await readdir(folder)).filter((each) => each.endsWith('.cases.jsonl')).sort()) {
    const lines = (await readFile(join(folder, name), 'utf8')).trim().split('\n');
    found[name] = lines.map((line) => (JSON.parse(line) as { caseId: string }).caseId);
  }
  return found;
}

const bad = '24/2;Hus;14-09-2024;-1,5;"=1+1\r\nlinje på 2"';

/** A level may lie below the sea. */
const levels = smallMapping().replace('grundareal_m2', 'terraenkote_m');

describe('a file of rejected rows', () => {
  it.each([
    ['UTF-8', 'utf8', (text: string) => Buffer.from(text)],
    ['Windows-1252', 'latin1', (text: string) => Buffer.from(text, 'latin1')],
    ['UTF-16', 'utf16le', (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le')],
  ] as const)('of a CSV in %s is mended and sent again as it is', async (_, encoding, encode) => {
    await using temporary = await temporaryFolder();
    const { folder } = temporary;
    const first = await tryIntake(folder, {
      input: 'a.csv',
      files: { 'a.csv': encode(csv(header, goodRow, bad)) },
      mapping: levels,
    });
    expect(counts(first)).toEqual({ rows: 2, accepted: 1, already: 0, rejected: 1 });
    const rejected = await readFile(join(folder, 'ud-rejected.csv'), encoding);
    // As it is, it is rejected for the same reason, and nothing is lost on the way.
    const again = await tryIntake(folder, {
      input: 'b.csv',
      files: { 'b.csv': Buffer.from(rejected, encoding) },
      mapping: levels,
    });
    expect(again.report?.reasons.map(({ reasons }) => reasons)).toEqual(
      first.report?.reasons.map(({ reasons }) => reasons),
    );
    expect(await readFile(join(folder, 'ud-rejected-2.csv'), encoding)).toBe(rejected);
    const mended = rejected.replace(';Hus;', ';Carport;');
    const last = await tryIntake(folder, {
      input: 'c.csv',
      files: { 'c.csv': Buffer.from(mended, encoding) },
      mapping: levels,
    });
    expect(counts(last)).toEqual({ rows: 1, accepted: 1, already: 0, rejected: 0 });
    const text = await readFile(join(folder, 'ud/practice.cases.jsonl'), 'utf8').catch(() => '');
    const all = text + (await readFile(join(folder, 'ud/test.cases.jsonl'), 'utf8'));
    const second = all.split('\n').find((line) => line.includes('"24-2"'))!;
    expect(JSON.parse(second)).toMatchObject({
      fields: { terraenkote_m: -1.5 },
      documents: [{ pages: [{ page: 1, text: '=1+1\nlinje på 2' }] }],
    });
  });

  it('of an XLSX keeps dates, numbers and percentages as what they are', async () => {
    await using temporary = await temporaryFolder();
    const { folder } = temporary;
    const day = new Date('2024-09-14T00:00:00Z');
    const rows = [header.split(';'), ['24/1', 'Carport', day, 1.5, 'x'], ['24/2', 'Hus', day, 0.25, '=1+1']];
    const cells = new Map(
      [1, 2].map((at): [string, object] => [`${at},2`, { value: day, style: { numFmt: 'dd-mm-yyyy' } }]),
    ).set('2,3', { value: 0.25, style: { numFmt: '0%' } });
    const mapping = smallMapping().replace(
      'grundareal_m2: Areal',
      'grundareal_m2: { column: Areal, unit: "%" }',
    );
    const content = await writeXlsx({ sheets: [{ name: 'Sager', rows, cells }] });
    const first = await tryIntake(folder, { input: 'a.xlsx', files: { 'a.xlsx': content }, mapping });
    expect(counts(first)).toEqual({ rows: 2, accepted: 1, already: 0, rejected: 1 });
    const { sheets } = await readXlsx(await readFile(join(folder, 'ud-rejected.xlsx')), { file: 'r' });
    expect(sheets.map(({ name, rows: read }) => [name, read[1]])).toEqual([
      [
        'Sager',
        [
          { kind: 'text', value: 'Type: "Hus", expected one of "Carport", "Tilbygning"' },
          { kind: 'text', value: '24/2' },
          { kind: 'text', value: 'Hus' },
          { kind: 'date', value: '2024-09-14' },
          { kind: 'number', value: 0.25, percent: true },
          { kind: 'text', value: '=1+1' },
        ],
      ],
    ]);
    const mended = smallMapping().includes('Hus')
      ? mapping
      : mapping.replace('Carport:', 'Hus: tilbygning, Carport:');
    const sent = await readFile(join(folder, 'ud-rejected.xlsx'));
    const last = await tryIntake(folder, { input: 'b.xlsx', files: { 'b.xlsx': sent }, mapping: mended });
    expect(counts(last)).toEqual({ rows: 1, accepted: 1, already: 0, rejected: 0 });
  });

  it('of an XLSX marks what an empty cell would hide, and is not taken in before it is mended', async () => {
    await using temporary = await temporaryFolder();
    const { folder } = temporary;
    const rows = [
      header.split(';'),
      ['24/1', 'Carport', '14-09-2024', null, 'x'],
      ['24/2', 'Carport', '14-09-2024', 1, 'fælles'],
      ['24/3', 'Carport', '14-09-2024', 2, null],
    ];
    const content = await writeXlsx({
      sheets: [
        {
          name: 'Sager',
          rows,
          cells: new Map([['1,3', { formula: '1+1' }]]),
          merges: [{ startRow: 2, startCol: 4, endRow: 3, endCol: 4 }],
        },
      ],
    });
    const first = await tryIntake(folder, { input: 'a.xlsx', files: { 'a.xlsx': content } });
    expect(first.made).toBe(false);
    const sent = await readFile(join(folder, 'ud-rejected.xlsx'));
    const { sheets } = await readXlsx(sent, { file: 'r' });
    expect(sheets[0]!.rows.map((row) => row.slice(4).map(({ value }) => value))).toEqual([
      ['Areal', 'Tekst'],
      ['#RET: formel uden værdi', 'x'],
      [1, '#RET: flettede celler: fælles'],
      [2, '#RET: flettede celler'],
    ]);
    const again = await tryIntake(folder, { input: 'b.xlsx', files: { 'b.xlsx': sent } });
    expect(again.report?.reasons).toEqual([
      { row: 2, reasons: ['Areal: the mark "#RET: formel uden værdi", not mended yet, expected a value'] },
      {
        row: 3,
        reasons: ['Tekst: the mark "#RET: flettede celler: fælles", not mended yet, expected a value'],
      },
      { row: 4, reasons: ['Tekst: the mark "#RET: flettede celler", not mended yet, expected a value'] },
    ]);
    const left = await readXlsx(await readFile(join(folder, 'ud-rejected-2.xlsx')), { file: 'r' });
    const mended = left.sheets[0]!.rows.map((row) =>
      row.map(({ value }) => (String(value).startsWith('#RET: formel') ? 7 : value)),
    );
    mended[2]![5] = 'fælles';
    const last = await tryIntake(folder, {
      input: 'c.xlsx',
      files: { 'c.xlsx': await writeXlsx({ sheets: [{ name: 'Sager', rows: mended }] }) },
    });
    // The third row is as it was: only what was mended goes in.
    expect(counts(last)).toEqual({ rows: 3, accepted: 2, already: 0, rejected: 1 });
  });

  it('of JSONL keeps the line as it was', async () => {
    await using temporary = await temporaryFolder();
    const { folder } = temporary;
    const good = '{"Sagsnr":"24/1","Type":"Carport","Dato":"2024-09-14"}\n';
    const wrong = '{"Sagsnr":"24/2","Type":"Hus","Dato":"2024-09-14","Areal":12345678901234567890}\n';
    await tryIntake(folder, { input: 'a.jsonl', files: { 'a.jsonl': good + wrong } });
    const rejected = await readFile(join(folder, 'ud-rejected.jsonl'), 'utf8');
    const reason =
      'Type: "Hus", expected one of "Carport", "Tilbygning" | Areal: 12345678901234567000, stored as a number, of which Excel keeps 15 digits, expected a cell formatted as text';
    expect(rejected).toBe(`{"Afvist fordi":${JSON.stringify(reason)},${wrong.slice(1)}`);
    await tryIntake(folder, { input: 'b.jsonl', files: { 'b.jsonl': rejected } });
    expect(await readFile(join(folder, 'ud-rejected-2.jsonl'), 'utf8')).toBe(rejected);
    const mended = rejected.replace('"Hus","', '"Carport","').replace('12345678901234567890', '12.5');
    expect(counts(await tryIntake(folder, { input: 'c.jsonl', files: { 'c.jsonl': mended } }))).toEqual({
      rows: 1,
      accepted: 1,
      already: 0,
      rejected: 0,
    });
  });
});

describe('taking in more into the same folder', () => {
  const rows = (from: number, to: number) =>
    Array.from({ length: to - from }, (_, at) => goodRow.replace('24/1', `24/${from + at}`));

  it('adds what is new, knows what is there, keeps each case in its split, and leaves other files alone', async () => {
    await using temporary = await temporaryFolder();
    const { folder } = temporary;
    await tryIntake(folder, { input: 'a.csv', files: { 'a.csv': csv(header, ...rows(0, 10)) } });
    const before = await idsBySplit(join(folder, 'ud'));
    expect(Object.fromEntries(Object.entries(before).map(([name, ids]) => [name, ids.length]))).toEqual({
      'practice.cases.jsonl': 2,
      'test.cases.jsonl': 8,
    });
    await mkdir(join(folder, 'ud/noter'));
    await writeFile(join(folder, 'ud/noter/min.txt'), 'x');
    const more = await tryIntake(folder, { input: 'b.csv', files: { 'b.csv': csv(header, ...rows(5, 20)) } });
    expect(counts(more)).toEqual({ rows: 15, accepted: 10, already: 5, rejected: 0 });
    const after = await idsBySplit(join(folder, 'ud'));
    expect(more.report?.splits).toEqual({ practice: 4, test: 16 });
    for (const [name, ids] of Object.entries(before)) expect(after[name]!.slice(0, ids.length)).toEqual(ids);
    expect(await readFile(join(folder, 'ud/noter/min.txt'), 'utf8')).toBe('x');
    expect((await runCli(['dataset', join(folder, 'ud')])).stdout).toContain(
      'nordby 1: Syntetisk prøve\npractice: 4 cases, no labels yet\ntest: 16 cases, no labels yet\n',
    );
  });

  it('names in what a case differs that is there already', async () => {
    await using temporary = await temporaryFolder();
    const { folder } = temporary;
    await tryIntake(folder, { input: 'a.csv', files: { 'a.csv': csv(header, goodRow) } });
    const { report } = await tryIntake(folder, {
      input: 'b.csv',
      files: { 'b.csv': csv(header, '24/1;Tilbygning;14-09-2024;9;En carport på 55 m².') },
    });
    expect(report?.reasons).toEqual([
      {
        row: 2,
        reasons: [
          'Sagsnr: "24-1" is in the data set already and differs in caseType, fields.grundareal_m2, expected the same content, or another id',
        ],
      },
    ]);
  });

  it('never lowers the version, and takes a higher one of the mapping', async () => {
    await using temporary = await temporaryFolder();
    const { folder } = temporary;
    const file = join(folder, 'ud/card.json');
    const version = async () => JSON.parse(await readFile(file, 'utf8')).version;
    const add = (id: number, mapping = smallMapping()) =>
      tryIntake(folder, {
        input: `${id}.csv`,
        files: { [`${id}.csv`]: csv(header, ...rows(id, id + 1)) },
        mapping,
      });
    await add(1);
    expect(await version()).toBe('1');
    await writeFile(file, JSON.stringify({ ...JSON.parse(await readFile(file, 'utf8')), version: '5' }));
    await add(2);
    expect(await version()).toBe('5');
    await add(3, smallMapping().replace('id: nordby,', 'id: nordby, version: "10",'));
    expect(await version()).toBe('10');
    await add(4, smallMapping().replace('id: nordby,', 'id: nordby, version: "9.9",'));
    expect(await version()).toBe('10');
  });

  it('puts later cases of a family into its split', async () => {
    await using temporary = await temporaryFolder();
    const { folder } = temporary;
    const mapping = smallMapping({
      splits: 'splits: { family: Tekst, shares: { practice: 0.5, test: 0.5 } }',
    });
    const line = (id: number, family: string) => `24/${id};Carport;14-09-2024;1;${family}`;
    const first = Array.from({ length: 8 }, (_, at) => line(at, `grund ${at % 4}`));
    await tryIntake(folder, { input: 'a.csv', files: { 'a.csv': csv(header, ...first) }, mapping });
    await tryIntake(folder, {
      input: 'b.csv',
      files: {
        'b.csv': csv(header, ...Array.from({ length: 8 }, (_, at) => line(at + 8, `grund ${at % 4}`))),
      },
      mapping,
    });
    for (const ids of Object.values(await idsBySplit(join(folder, 'ud')))) {
      const families = ids.map((id) => Number(id.slice(3)) % 4);
      expect(new Set(families).size).toBe(2);
      expect(ids.length).toBe(8);
    }
  });

  it('takes up a folder again that a crash left aside between two renames', async () => {
    await using temporary = await temporaryFolder();
    const { folder } = temporary;
    await tryIntake(folder, { input: 'a.csv', files: { 'a.csv': csv(header, goodRow) } });
    await rename(join(folder, 'ud'), join(folder, 'ud.before-intake'));
    await mkdir(join(folder, 'ud.intake'));
    const tried = await tryIntake(folder, { input: 'a.csv', files: {} });
    expect(counts(tried)).toEqual({ rows: 1, accepted: 0, already: 1, rejected: 0 });
    expect((await readdir(folder)).sort()).toEqual(['ind', 'mapping.yaml', 'ud']);
  });

  it('keeps sign-offs, and is not run before the gate has seen what is new', async () => {
    await using temporary = await temporaryFolder();
    const { folder } = temporary;
    await tryIntake(folder, { input: 'a.csv', files: { 'a.csv': csv(header, goodRow) } });
    const file = join(folder, 'ud/card.json');
    const signing = ['gate', join(folder, 'ud'), '--sign-off', 'Prøve', '--why', 'Syntetiske sager.'];
    expect((await runCli(signing)).code).toBe(0);
    const passed = CardSchema.parse(JSON.parse(await readFile(file, 'utf8')));
    const store = createFileStore(join(folder, 'ud'));
    await requireGate(passed, store);
    await tryIntake(folder, {
      input: 'b.csv',
      files: { 'b.csv': csv(header, goodRow.replace('24/1', '24/2')) },
    });
    const added = CardSchema.parse(JSON.parse(await readFile(file, 'utf8')));
    expect(added.privacy?.signedOff).toEqual(passed.privacy?.signedOff);
    await expect(requireGate(added, store)).rejects.toThrow('changed since it passed the anonymisation gate');
  });
});

it('a type of files that the mapping says by its Danish name goes into the cases by its id', async () => {
  await using temporary = await temporaryFolder();
  const { folder } = temporary;
  const { report } = await tryIntake(folder, {
    input: '.',
    files: {
      'sager.csv': csv(header, goodRow.replace('24/1', '24-1')),
      'bilag/24-1_plan.pdf': await makePdf(['Højde 4,2 m']),
      'bilag/24-1_notat.pdf': await makePdf(['Hej']),
    },
    mapping: smallMapping({
      source: 'source: { table: sager.csv, files: bilag }',
      files:
        'files: { pattern: "{Sagsnr}_{document}.pdf", types: { plan: Situationsplan }, type: Projektbeskrivelse }',
      documents: 'documents: []',
    }),
  });
  expect(report?.accepted).toBe(1);
  const names = (await readdir(join(folder, 'ud'))).filter((name) => name.endsWith('.cases.jsonl'));
  const taken = JSON.parse(await readFile(join(folder, 'ud', names[0]!), 'utf8'));
  expect(taken.documents.map(({ type }: { type: string }) => type)).toEqual([
    'beskrivelse',
    'situationsplan',
  ]);
});

describe('a folder of PDFs', () => {
  const mapping = smallMapping({
    source: 'source: { table: sager.csv, files: bilag }',
    files: 'files: { pattern: "{Sagsnr}_{document}.pdf", types: { plan: situationsplan } }',
    documents: 'documents: []',
  });

  it('with a table: each file at its case, under its hash; pages without text are named and stay', async () => {
    await using temporary = await temporaryFolder();
    const { folder } = temporary;
    const scan = await makePdf(['', 'Højde 4,2 m', '']);
    const { report } = await tryIntake(folder, {
      input: '.',
      files: {
        'sager.csv': csv(header, goodRow.replace('24/1', '24-1'), goodRow.replace('24/1', '24-2')),
        'bilag/24-1_Situationsplan.pdf': scan,
        'bilag/24-1_notat.pdf': await makePdf(['Hej']),
        'bilag/24-9_plan.pdf': scan,
        'bilag/andet.docx': 'x',
        'bilag/Thumbs.db': 'x',
      },
      mapping: mapping.replace('types:', 'required: false, types:'),
    });
    expect(report).toMatchObject({
      accepted: 2,
      withoutDocuments: { count: 1, caseIds: ['24-2'] },
      pagesWithoutText: [
        { caseId: '24-1', documentId: 'dok-1', file: '24-1_Situationsplan.pdf', pages: [1, 3] },
      ],
      leftOut: [
        { path: 'andet.docx', why: 'does not fit "{Sagsnr}_{document}.pdf"' },
        { path: '24-9_plan.pdf', why: 'no row for the case "24-9"' },
      ],
    });
    const names = (await readdir(join(folder, 'ud'))).filter((name) => name.endsWith('.cases.jsonl'));
    const lines = (await Promise.all(names.map((name) => readFile(join(folder, 'ud', name), 'utf8')))).join(
      '',
    );
    const first = JSON.parse(lines.split('\n').find((line) => line.includes('"24-1"'))!);
    expect(first.documents).toEqual([
      {
        documentId: 'dok-1',
        type: 'situationsplan',
        title: 'Situationsplan',
        fileId: first.files[0].fileId,
        pages: [
          { page: 1, text: '' },
          { page: 2, text: 'Højde 4,2 m' },
          { page: 3, text: '' },
        ],
      },
      {
        documentId: 'dok-2',
        type: 'andet',
        title: 'notat',
        fileId: first.files[1].fileId,
        pages: [{ page: 1, text: 'Hej' }],
      },
    ]);
    expect(first.files[0]).toMatchObject({
      name: '24-1_Situationsplan.pdf',
      mediaType: 'application/pdf',
      bytes: scan.length,
    });
    expect(Buffer.from(await readFile(join(folder, 'ud/files', first.files[0].sha256))).equals(scan)).toBe(
      true,
    );
    expect((await readdir(join(folder, 'ud/files'))).length).toBe(2);
  });

  it('a stored file that is damaged is replaced where it comes again', async () => {
    await using temporary = await temporaryFolder();
    const { folder } = temporary;
    const pdf = await makePdf(['Hej']);
    const send = (id: string) =>
      tryIntake(folder, {
        input: '.',
        files: { 'sager.csv': csv(header, goodRow.replace('24/1', id)), [`bilag/${id}_plan.pdf`]: pdf },
        mapping,
      });
    await send('24-1');
    const [name] = await readdir(join(folder, 'ud/files'));
    const stored = join(folder, 'ud/files', name!);
    await writeFile(stored, 'x');
    expect(counts(await send('24-2'))).toMatchObject({ accepted: 1 });
    expect(Buffer.from(pdf).equals(await readFile(stored))).toBe(true);
  });

  it('without one: the names in the pattern are the columns', async () => {
    await using temporary = await temporaryFolder();
    const { folder } = temporary;
    const tried = await tryIntake(folder, {
      input: '.',
      files: {
        'Carport 24-1/2024-09-14 ansøgning.pdf': await makePdf(['Hej']),
        'Carport 24-2/2024-09-31 x.pdf': await makePdf(['Hej']),
      },
      mapping: smallMapping({
        files: 'files: { pattern: "{Type} {Sagsnr}/{Dato} {document}.pdf" }',
        documents: 'documents: []',
        case: 'case: { caseId: Sagsnr, caseType: { column: Type, map: { carport: sekundaer_over_50 } }, municipality: { value: N }, applicationDate: Dato, zone: { value: byzone } }',
      }),
    });
    expect(tried.report?.reasons).toEqual([
      {
        row: 2,
        reasons: ['Dato: "2024-09-31", which is no day of the calendar, expected a date like 14-09-2024'],
      },
    ]);
    expect(await readFile(join(folder, 'ud-rejected.csv'), 'utf8')).toMatch(
      /^\uFEFFAfvist fordi;Type;Sagsnr;Dato\r\n"Dato: .*";Carport;24-2;2024-09-31\r\n$/u,
    );
    expect(existsSync(join(folder, 'ud/card.json'))).toBe(true);
  });
});
