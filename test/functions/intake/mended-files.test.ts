import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Case } from '../../../datasets/case.ts';
import { csv, goodRow, header, smallMapping, tryIntake } from '../../support/intake.ts';
import { makePdf } from '../../support/make-pdf.ts';
import { runCli } from '../../support/run-cli.ts';
import { temporaryFolder } from '../../support/small-dataset.ts';

const folderMapping = smallMapping({
  files: 'files: { pattern: "{Sagsnr}/{document}.pdf" }',
  documents: 'documents: []',
  case: 'case: { caseId: Sagsnr, caseType: { value: tilbygning }, municipality: { value: N }, applicationDate: { value: 14-09-2024 }, zone: { value: byzone } }',
});
const damaged = Buffer.from('%PDF-1.4\nno pdf');
const refused = 'a PDF that cannot be read (InvalidPDFException), expected a PDF that opens without an error';

async function casesOf(folder: string): Promise<Case[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.cases.jsonl'));
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
  const cases = texts
    .join('')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Case);
  return cases.sort((a, b) => (a.caseId < b.caseId ? -1 : 1));
}

/** The command that was printed as the next step, as arguments. */
function nextCommand(stdout: string): string[] {
  return /^ {2}npx maalestok (intake .*)$/mu.exec(stdout)![1]!.split(' ');
}

describe('a case of which a file is damaged', () => {
  it('is rejected whole, and goes in whole by the printed command once the file is mended', async () => {
    await using temporary = await temporaryFolder();
    const { folder } = temporary;
    for (const id of ['24-1', '24-2']) await mkdir(join(folder, 'ind', id), { recursive: true });
    await writeFile(join(folder, 'mapping.yaml'), folderMapping);
    await writeFile(join(folder, 'ind/24-1/plan.pdf'), await makePdf(['Plan 1']));
    await writeFile(join(folder, 'ind/24-2/ansøgning.pdf'), await makePdf(['Hej']));
    await writeFile(join(folder, 'ind/24-2/plan.pdf'), damaged);
    const args = ['intake', 'ind', '--mapping', 'mapping.yaml', '--out', 'ud'];
    const first = await runCli(args, { cwd: folder });
    expect([first.code, first.stderr]).toEqual([1, '']);
    expect(first.stdout).toContain(
      [
        'Rejected:',
        `  row 2: files: "24-2/plan.pdf": ${refused}`,
        'Mend ud-rejected.csv, and the files in ind, and send it again; its first column is passed over:',
        '  npx maalestok intake ud-rejected.csv --mapping mapping.yaml --out ud --files ind',
        '',
      ].join('\n'),
    );
    // Nothing of the rejected case is there, not even the file that could be read.
    expect((await casesOf(join(folder, 'ud'))).map(({ caseId }) => caseId)).toEqual(['24-1']);
    expect((await readdir(join(folder, 'ud/files'))).length).toBe(1);
    // Sent again as it is: the same reason, and nothing goes in.
    const again = await runCli(nextCommand(first.stdout), { cwd: folder });
    expect([again.code, again.stdout]).toEqual([
      2,
      expect.stringContaining(`  row 2: files: "24-2/plan.pdf": ${refused}\n`),
    ]);
    await writeFile(join(folder, 'ind/24-2/plan.pdf'), await makePdf(['Plan 2']));
    const last = await runCli(nextCommand(first.stdout), { cwd: folder });
    expect([last.code, last.stderr]).toEqual([0, '']);
    expect(last.stdout).toContain('1 rows: 1 taken in, 0 there already, 0 rejected\n');
    expect(last.stdout).not.toContain('left out');
    const pages = (await casesOf(join(folder, 'ud'))).map(({ caseId, documents }) => [
      caseId,
      ...documents.map(({ title, pages: [page] }) => `${title}: ${page!.text}`),
    ]);
    expect(pages).toEqual([
      ['24-1', 'plan: Plan 1'],
      ['24-2', 'ansøgning: Hej', 'plan: Plan 2'],
    ]);
    // The whole folder once more changes nothing.
    const whole = await runCli(args, { cwd: folder });
    expect([whole.code, whole.stdout.split('\n')[0]]).toEqual([
      0,
      '2 rows: 0 taken in, 2 there already, 0 rejected',
    ]);
  });

  it('of a table that names files goes in from the file of rejected rows, wherever that lies', async () => {
    await using temporary = await temporaryFolder();
    const { folder } = temporary;
    const mapping = smallMapping({
      source: 'source: { files: bilag }',
      documents:
        'documents:\n  - { documentId: a, type: { value: ansoegning }, title: { value: A }, file: Tekst }',
    });
    const row = (id: string, file: string) => `${id};Carport;14-09-2024;1,5;${file}`;
    const files = {
      'sager.csv': csv(header, row('24/1', 'a.pdf'), row('24/2', 'b.pdf')),
      'bilag/a.pdf': await makePdf(['A']),
      'bilag/b.pdf': damaged,
    };
    const first = await tryIntake(folder, { input: 'sager.csv', files, mapping });
    expect([first.code, first.report?.reasons]).toEqual([
      1,
      [{ row: 3, reasons: [`Tekst: "b.pdf": ${refused}`] }],
    ]);
    await writeFile(join(folder, 'ind/bilag/b.pdf'), await makePdf(['B']));
    const sent = { '../andet/r.csv': await readFile(join(folder, 'ud-rejected.csv')) };
    const last = await tryIntake(folder, { input: '../andet/r.csv', files: sent, mapping, filesFrom: 'ind' });
    expect([last.code, last.report?.accepted]).toEqual([0, 1]);
    expect((await casesOf(join(folder, 'ud'))).map(({ documents }) => documents[0]!.pages[0]!.text)).toEqual([
      'A',
      'B',
    ]);
  });

  it('twice in the table is rejected twice', async () => {
    await using temporary = await temporaryFolder();
    const files = { 'sager.csv': csv(header, goodRow, goodRow), '24-1/plan.pdf': damaged };
    const mapping = smallMapping({
      files: 'files: { pattern: "{Sagsnr}/{document}.pdf" }',
      documents: 'documents: []',
    });
    const { report, made } = await tryIntake(temporary.folder, { input: 'sager.csv', files, mapping });
    expect([made, report?.already, report?.reasons]).toEqual([
      false,
      0,
      [
        { row: 2, reasons: [`files: "24-1/plan.pdf": ${refused}`] },
        {
          row: 3,
          reasons: ['Sagsnr: "24-1" again, as in row 2, expected one row a case; that one is rejected'],
        },
      ],
    ]);
  });
});

describe('files by a pattern', () => {
  const mapping = smallMapping({
    source: 'source: { files: bilag }',
    files: 'files: { pattern: "{Sagsnr}_{document}.pdf" }',
    documents: 'documents: []',
  });

  it('a row to which no file belongs is rejected, naming the pattern and where was looked', async () => {
    await using temporary = await temporaryFolder();
    const { folder } = temporary;
    const files = {
      'sager.csv': csv(header, goodRow, goodRow.replace('24/1', '24/2')),
      'bilag/24-1_plan.pdf': await makePdf(['A']),
      'bilag/24_2_plan.docx': 'x',
    };
    const { report, code } = await tryIntake(folder, { input: 'sager.csv', files, mapping });
    expect([
      code,
      report?.accepted,
      report?.reasons[0]?.reasons.map((reason) => reason.replaceAll(`${folder}/`, '')),
    ]).toEqual([
      1,
      1,
      [
        'Sagsnr: "24-2", to which no file in ind/bilag belongs by the pattern "{Sagsnr}_{document}.pdf", expected at least one file (or `files: { required: false }` in the mapping)',
      ],
    ]);
    const none = await tryIntake(folder, {
      input: 'sager.csv',
      files: {},
      mapping,
      filesFrom: 'findes-ikke',
    });
    expect(none.error).toBe(
      'findes-ikke, flag --files: no such folder, expected the folder where the files of the cases lie',
    );
  });

  it('names with æ, ø and å as a Mac writes them fit', async () => {
    await using temporary = await temporaryFolder();
    const name = 'bilag/24-1_Ansøgning på å.pdf'.normalize('NFD');
    const files = { 'sager.csv': csv(header, goodRow), [name]: await makePdf(['A']) };
    const mac = mapping.replace('_{document}', '_Ansøgning på {document}');
    const { report } = await tryIntake(temporary.folder, { input: 'sager.csv', files, mapping: mac });
    expect(report?.accepted).toBe(1);
  });

  it('where those of one case differ in a column, nobody chooses but the caseworker', async () => {
    await using temporary = await temporaryFolder();
    const { folder } = temporary;
    const dated = folderMapping
      .replace('{Sagsnr}/{document}', '{Sagsnr}/{Dato} {document}')
      .replace('applicationDate: { value: 14-09-2024 }', 'applicationDate: Dato');
    const files = {
      '24-1/2024-09-14 a.pdf': await makePdf(['A']),
      '24-1/2024-09-15 b.pdf': await makePdf(['B']),
    };
    const first = await tryIntake(folder, { input: '.', files, mapping: dated });
    expect(first.made).toBe(false);
    const rejected = await readFile(join(folder, 'ud-rejected.csv'), 'utf8');
    expect(rejected.split('\r\n')[1]).toMatch(/;24-1;"#RET: ""2024-09-14"" eller ""2024-09-15"""$/u);
    const send = (text: string) =>
      tryIntake(folder, { input: '../r.csv', files: { '../r.csv': text }, mapping: dated, filesFrom: 'ind' });
    expect((await send(rejected)).report?.rejected).toBe(1);
    expect(existsSync(join(folder, 'ud'))).toBe(false);
    const last = await send(rejected.replace(/"#RET:.*"$/mu, '2024-09-15'));
    expect(last.report?.accepted).toBe(1);
    expect((await casesOf(join(folder, 'ud')))[0]).toMatchObject({
      applicationDate: '2024-09-15',
      documents: [{ title: 'a' }, { title: 'b' }],
    });
  });
});
