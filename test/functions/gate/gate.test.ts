import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CardSchema } from '../../../datasets/card.ts';
import { InputError } from '../../../datasets/errors.ts';
import type { PrivacyFinding } from '../../../datasets/privacy/finding.ts';
import { packDataset } from '../../../functions/cli/dataset/pack.ts';
import { validateDataset } from '../../../functions/cli/dataset/validate.ts';
import { dataset } from '../../../functions/cli/dataset.ts';
import { gate } from '../../../functions/cli/gate.ts';
import { run } from '../../../functions/cli/run.ts';
import { score as scoreRun } from '../../../functions/cli/score.ts';
import { smallTaxonomy } from '../../support/arbitraries.ts';
import { captureOutput } from '../../support/capture-output.ts';
import { gateSuite } from '../../support/gate-suite.ts';
import { makePdfBomb } from '../../support/make-pdf.ts';
import {
  personalDocx,
  personalJpeg,
  personalPdf,
  personalSvg,
  personalXlsx,
} from '../../support/privacy-files.ts';
import { runCli } from '../../support/run-cli.ts';
import {
  smallCard,
  smallCase,
  smallLabel,
  temporaryFolder,
  toLines,
  writeSmallDataset,
} from '../../support/small-dataset.ts';

async function gateFile(name: string, body: string | Uint8Array) {
  await using temporary = await temporaryFolder();
  const path = join(temporary.folder, name);
  await writeFile(path, body);
  const { code, stdout, stderr } = await runCli(['gate', path, '--json']);
  const findings = (JSON.parse(stdout) as { findings: PrivacyFinding[] }).findings;
  const found = findings.map(({ kind, field, line, column }) =>
    [kind, field ?? '', line ?? '', column ?? ''].join('|'),
  );
  return { code, found: found.sort(), stdout, stderr };
}

describe('maalestok gate, a file', () => {
  it('reads the text of a PDF, its author, and says which page has no text', async () => {
    const { code, found, stdout } = await gateFile('brev.pdf', await personalPdf());
    expect(found).toEqual(['cpr|page 1|1|15', 'metadata|Author||', 'unreadable|page 2: no text||']);
    expect(code).toBe(1);
    expect(stdout).not.toMatch(/140244|Solrun|Pihlkj/u);
  });

  it('reads cells, comments and properties of XLSX, and names the picture inside', async () => {
    const { found } = await gateFile('liste.xlsx', personalXlsx());
    expect(found).toEqual([
      'metadata|docProps/core.xml creator||',
      'name|xl/sharedStrings.xml||',
      'phone|xl/comments1.xml||',
      'unreadable|xl/media/image1.png: a picture: what it shows cannot be read||',
    ]);
  });

  it('reads DOCX where a name is split over runs', async () => {
    expect((await gateFile('brev.docx', personalDocx())).found).toEqual(['name|word/document.xml||']);
  });

  it('reads the text in a drawing, and no path', async () => {
    expect((await gateFile('plan.svg', personalSvg())).found).toEqual(['address|text||', 'signature|text||']);
  });

  it('reads EXIF with GPS, and says that it cannot see the picture', async () => {
    expect((await gateFile('foto.jpg', personalJpeg())).found).toEqual([
      'metadata|Artist||',
      'metadata|GPSLatitude||',
      'unreadable|a picture: what it shows cannot be read||',
    ]);
  });

  it('gives line and column of a text, and looks at the file’s own name', async () => {
    const { found } = await gateFile('fuldmagt_mette-hansen.txt', 'Første linje\nAnsøger: Mette Hansen\n');
    expect(found).toEqual(['name|file name||', 'name||2|10']);
  });

  it('passes a text without anybody, with exit 0', async () => {
    const { code, found } = await gateFile('plan.txt', 'Skov og eng. BR18 § 177. 1.250 m².');
    expect({ code, found }).toEqual({ code: 0, found: [] });
  });

  it('names a PDF of 3 MB that unpacks to 600 MB, and goes on', { timeout: 240_000 }, async () => {
    const { code, found } = await gateFile('bombe.pdf', makePdfBomb(600_000_000));
    expect({ code, found }).toEqual({
      code: 1,
      found: ['unreadable|a PDF that takes more than 1024 MiB to open||'],
    });
  });

  it.each([
    ['locked.pdf', '%PDF-1.7 broken'],
    ['broken.xlsx', Buffer.from('504b030400', 'hex')],
    ['data.bin', Buffer.from([1, 0, 2, 0])],
    ['latin.txt', Buffer.from([0x66, 0xf8, 0x64, 0x74])],
  ])('never passes %s, which cannot be read', async (name, body) => {
    const { code, found } = await gateFile(name, body);
    expect(found).toEqual([expect.stringMatching(/^unreadable\|/u)]);
    expect(code).toBe(1);
  });

  it.each([
    [['gate', 'no/such/place'], 'no such file or folder'],
    [['gate', 'README.md', '--write'], 'no data set'],
    [['gate', 'datasets/byggesag-da', '--sign-off', 'me'], '--why'],
    [
      ['gate', 'datasets/byggesag-da', '--sign-off', 'me', '--why', 'a good reason', '--kind', 'nose'],
      '--kind',
    ],
  ])('%j is wrong, exit 2', async (args, message) => {
    const { code, stderr } = await runCli(args);
    expect(stderr).toContain(message);
    expect(code).toBe(2);
  });
});

const page = (text: string) => [{ documentId: 'a', type: 'form', title: 'Form', pages: [{ page: 1, text }] }];

async function writeOwn(folder: string, text: string): Promise<string> {
  const data = join(folder, 'data');
  await writeSmallDataset(data, {
    test: { cases: [smallCase('c1'), smallCase('c2')], labels: [smallLabel('c1', []), smallLabel('c2', [])] },
  });
  const cases = [smallCase('c1', { documents: page(text) }), smallCase('c2')];
  await writeFile(join(data, 'test.cases.jsonl'), toLines(cases));
  await writeFile(join(folder, 'suite.yaml'), gateSuite(folder));
  return data;
}

/** In this process. */
function runSuite(folder: string) {
  const options = { suite: join(folder, 'suite.yaml'), out: join(folder, 'runs'), language: 'da' };
  return captureOutput(() => run(options));
}

async function readCard(data: string) {
  return CardSchema.parse(JSON.parse(await readFile(join(data, 'card.json'), 'utf8')));
}

describe('a data set with a finding', () => {
  it('cannot be run until it is signed off; a change voids what was signed', async () => {
    await using temporary = await temporaryFolder();
    const { folder } = temporary;
    const data = await writeOwn(folder, 'Ejer: Mette Hansen');
    const run = () => runCli(['run', '--suite', join(folder, 'suite.yaml'), '--out', join(folder, 'runs')]);
    const written = await captureOutput(() => dataset(data, { write: true }));
    expect(written.stdout).toContain('gate: 1 open findings');

    const refused = await run();
    expect({ code: refused.code, stdout: refused.stdout }).toEqual({ code: 2, stdout: '' });
    expect(refused.stderr).toContain('without a passed anonymisation gate');
    expect(refused.stderr).toMatch(/`npx maalestok gate \S+[\\/]data --write`/u);
    expect(refused.stderr).toMatch(/`npx maalestok gate \S+[\\/]data --made-up WHO --why TEXT`/u);

    const open = await runCli(['gate', 'data'], { cwd: folder });
    expect({ code: open.code, next: open.stdout.split('\n').slice(-5) }).toEqual({
      code: 1,
      next: [
        'Next: replace what is found, or read it and sign off what may stay.',
        '  npx maalestok pseudonymise data --key FILE --out NEW',
        '  npx maalestok gate data --sign-off WHO --why TEXT --kind KIND',
        '  npx maalestok gate data --made-up WHO --why TEXT    # where all it names was made up',
        '',
      ],
    });
    const why = 'An invented name, in a test.';
    const signed = await runCli(['gate', data, '--sign-off', 'the test', '--why', why]);
    expect({ code: signed.code, stderr: signed.stderr }).toEqual({ code: 0, stderr: '' });
    const { privacy } = await readCard(data);
    expect(privacy?.signedOff).toEqual([
      {
        kind: 'name',
        by: 'the test',
        date: expect.stringMatching(/^\d{4}-\d\d-\d\d$/u),
        why,
        findings: [expect.stringMatching(/^[0-9a-f]{16}$/u)],
      },
    ]);
    expect(JSON.stringify(privacy)).not.toMatch(/Mette|Hansen/u);
    expect((await run()).code).toBe(0);

    await writeFile(
      join(data, 'test.cases.jsonl'),
      toLines([smallCase('c1', { documents: page('Ejer: Mette Hansen, cpr 140244-6123') }), smallCase('c2')]),
    );
    await captureOutput(() => dataset(data, { write: true }));
    const again = await run();
    expect(again.code).toBe(2);
  });

  it('is refused where hashes were renewed by hand, a sign-off was added by hand, or the gate is another', async () => {
    await using temporary = await temporaryFolder();
    const data = await writeOwn(temporary.folder, 'Skur på 40 m².');
    await captureOutput(() => dataset(data, { write: true }));
    const run = () =>
      runCli([
        'run',
        '--suite',
        join(temporary.folder, 'suite.yaml'),
        '--out',
        join(temporary.folder, 'runs'),
      ]);
    const card = await readCard(data);
    const { splits, privacy } = card;
    const signedOff = [{ kind: 'name', by: 'me', why: 'because I say so', findings: ['0123456789abcdef'] }];
    const forged = [
      { ...card, splits: { test: { ...splits.test, labelsSha256: '0'.repeat(64) } } },
      { ...card, privacy: { ...privacy, signedOff } },
      { ...card, privacy: { ...privacy, gate: '0' } },
      { ...card, privacy: undefined },
    ];
    for (const each of forged) {
      await writeFile(join(data, 'card.json'), JSON.stringify(each));
      const { code, stderr } = await run();
      expect(stderr).toContain('anonymisation gate');
      expect(code).toBe(2);
    }
    await writeFile(join(data, 'card.json'), JSON.stringify(card));
    expect((await run()).code).toBe(0);
  });

  it('is found in labels and annotations too, and in long numbers, fields and file names', async () => {
    await using temporary = await temporaryFolder();
    const { folder } = temporary;
    const files = [
      {
        fileId: 'f',
        name: 'fuldmagt_mette-hansen.pdf',
        mediaType: 'application/pdf',
        sha256: 'a'.repeat(64),
        bytes: 1,
      },
    ];
    await writeFile(
      join(folder, 'cases.jsonl'),
      toLines([smallCase('c1', { files, fields: { telefon: 12345678, cpr: '140244-6123' } })]),
    );
    const label = smallLabel('c1', ['x1']);
    const defects = label.defects.map((defect) => ({ ...defect, note: 'Se brevet fra Mette Hansen.' }));
    await writeFile(join(folder, 'labels.jsonl'), toLines([{ ...label, defects }]));
    await writeFile(join(folder, 'taxonomy.json'), JSON.stringify(smallTaxonomy));
    await writeFile(
      join(folder, 'card.json'),
      JSON.stringify(
        smallCard({
          test: {
            cases: 'cases.jsonl',
            labels: 'labels.jsonl',
            count: 1,
            casesSha256: '0'.repeat(64),
            labelsSha256: '0'.repeat(64),
          },
        }),
      ),
    );
    const { stdout } = await runCli(['gate', folder, '--json']);
    const { findings } = JSON.parse(stdout) as { findings: PrivacyFinding[] };
    expect(findings.map(({ kind, field }) => `${kind} ${field}`)).toEqual([
      'phone fields.telefon',
      'cpr fields.cpr',
      'name files[0].name',
      'name defects[0].note',
      'unreadable no such file',
    ]);
    const line = (await readFile(join(folder, 'cases.jsonl'), 'utf8')).split('\n')[0]!;
    expect(line.slice(findings[1]!.column! - 1).startsWith('140244-6123')).toBe(true);
  });
});

describe('what was not read', () => {
  const bytes = Buffer.from('Skov og eng.');
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const files = [{ fileId: 'f', name: 'a.txt', mediaType: 'text/plain', sha256, bytes: bytes.length }];
  const why = 'Made up for a test, all of it.';

  it.each([
    ['is not there', undefined],
    ['is another than its name says', Buffer.from('Ejer: Anna')],
  ])('a file that %s is a finding, and is never passed', async (_, content) => {
    await using temporary = await temporaryFolder();
    const data = join(temporary.folder, 'data');
    await writeSmallDataset(data, { test: { cases: [smallCase('c1')], labels: [smallLabel('c1', [])] } });
    await mkdir(join(data, 'files'));
    await writeFile(join(data, 'test.cases.jsonl'), toLines([smallCase('c1', { files })]));
    const file = join(data, 'files', sha256);
    await writeFile(file, bytes);
    await captureOutput(() => dataset(data, { write: true }));
    const pack = () =>
      packDataset(data, { out: join(temporary.folder, 'a.zip'), labels: true, language: 'da' });
    expect((await captureOutput(pack)).error).toBeUndefined();
    await rm(file);
    if (content !== undefined) await writeFile(file, content);

    const gated = await captureOutput(() => gate(data, { json: true }));
    process.exitCode = undefined;
    const { findings } = JSON.parse(gated.stdout) as { findings: PrivacyFinding[] };
    expect(findings.filter(({ kind }) => kind === 'unreadable')).toHaveLength(1);
    const refused = [
      () => gate(data, { write: true }),
      () => gate(data, { signOff: 'me', why }),
      () => gate(data, { madeUp: 'me', why }),
      () => dataset(data, {}),
      () => validateDataset(data),
      pack,
    ];
    for (const each of refused) expect((await captureOutput(each)).error).toBeInstanceOf(InputError);
  });

  it('a file that is another than the card says is not passed under the hash of the card', async () => {
    await using temporary = await temporaryFolder();
    const data = join(temporary.folder, 'data');
    await writeSmallDataset(data, { test: { cases: [smallCase('c1')], labels: [smallLabel('c1', [])] } });
    const before = await readFile(join(data, 'card.json'), 'utf8');
    for (const name of ['cases', 'labels']) {
      const file = join(data, `test.${name}.jsonl`);
      const kept = await readFile(file, 'utf8');
      await writeFile(file, kept.replace('{', '{ '));
      for (const options of [{ write: true }, { madeUp: 'me', why }]) {
        const { error } = await captureOutput(() => gate(data, options));
        expect(String(error)).toContain('as the card says');
      }
      await writeFile(file, kept);
    }
    expect(await readFile(join(data, 'card.json'), 'utf8')).toBe(before);
  });
});

it('names in card, taxonomy and change log are found, keep the data set from passing, and from a run, a score or a pack later', async () => {
  await using temporary = await temporaryFolder();
  const data = join(temporary.folder, 'data');
  await writeFile(join(temporary.folder, 'suite.yaml'), gateSuite(temporary.folder));
  const run = () => runSuite(temporary.folder);
  await writeSmallDataset(data, { test: { cases: [smallCase('c1')], labels: [smallLabel('c1', [])] } });
  const card = await readCard(data);
  const pack = () =>
    packDataset(data, { out: join(temporary.folder, 'a.zip'), labels: true, language: 'da' });
  await writeFile(
    join(data, 'changes.jsonl'),
    toLines([
      {
        schema: 'maalestok.change.v1',
        from: '1',
        version: '2',
        labelVersion: '2',
        date: '2024-10-01',
        by: 'x',
        via: 'correction',
        why: 'Ejer: Mette Hansen',
      },
    ]),
  );
  expect((await run()).error).toBeUndefined();
  const [measured] = await readdir(join(temporary.folder, 'runs'));
  const score = () => scoreRun(join(temporary.folder, 'runs', measured!), { language: 'da' });
  const named = { ...smallTaxonomy, id: 'Ejer: Mette Hansen' };
  await writeFile(join(data, 'own.json'), JSON.stringify(named));
  const changed = 'changed since it passed the anonymisation gate';
  for (const texts of [
    { noticeDa: 'Ejer: Mette Hansen' },
    { changes: 'changes.jsonl' },
    { taxonomy: 'own.json' },
  ]) {
    await writeFile(join(data, 'card.json'), JSON.stringify({ ...card, ...texts }));
    expect(String((await run()).error)).toContain(changed);
    for (const each of [pack, score]) expect(String((await captureOutput(each)).error)).toContain(changed);
    await captureOutput(() => gate(data, { write: true }));
    expect(process.exitCode).toBe(1);
    process.exitCode = undefined;
    expect((await readCard(data)).privacy?.checkedSha256).toEqual({});
    await captureOutput(() => gate(data, { signOff: 'me', why: 'Made up for a test.' }));
    expect(process.exitCode).toBeUndefined();
    expect((await readCard(data)).privacy?.checkedSha256).toHaveProperty('test');
    expect((await run()).error).toBeUndefined();
  }
  await writeFile(join(data, 'own.json'), JSON.stringify({ ...named, id: 'Ejer: Lotte Rahbek' }));
  expect(String((await run()).error)).toContain(changed);
});

it('what was said to be made up is void where the card says something else since', async () => {
  await using temporary = await temporaryFolder();
  const data = await writeOwn(temporary.folder, 'Ejer: Mette Hansen');
  await captureOutput(() => dataset(data, { write: true }));
  await captureOutput(() => gate(data, { madeUp: 'me', why: 'Made up for a test, all of it.' }));
  expect((await runSuite(temporary.folder)).error).toBeUndefined();
  const card = await readCard(data);
  await writeFile(join(data, 'card.json'), JSON.stringify({ ...card, origin: 'Ejer: Lotte Rahbek' }));
  expect((await runSuite(temporary.folder)).error).toBeInstanceOf(InputError);
  await captureOutput(() => gate(data, { write: true }));
  expect(process.exitCode).toBe(1);
  process.exitCode = undefined;
});

it('says that the card does not know yet what was only looked at', async () => {
  await using temporary = await temporaryFolder();
  const data = await writeOwn(temporary.folder, 'Skur på 40 m².');
  await captureOutput(() => dataset(data, { write: true }));
  const card = await readCard(data);
  await writeFile(join(data, 'card.json'), JSON.stringify({ ...card, origin: 'Fra arkivet.' }));
  const gated = (...flags: string[]) =>
    runCli(['gate', 'data', ...flags], { cwd: temporary.folder }).then(({ stdout }) => stdout);
  const unsaid =
    'Gate: nothing found.\nThe card does not say so yet; next: npx maalestok gate data --write\n';
  expect([await gated(), await gated('--write'), await gated()]).toEqual([
    unsaid,
    'Gate: nothing found.\n',
    'Gate: nothing found.\n',
  ]);
});

describe('a run', () => {
  it('has no open finding with its pages of cases, where the models say nothing of their own', async () => {
    await using temporary = await temporaryFolder();
    const { folder } = temporary;
    const data = JSON.stringify(join(import.meta.dirname, '../../../datasets/byggesag-da'));
    await writeFile(
      join(folder, 'suite.yaml'),
      gateSuite(folder).replace(/dataset: .*/u, `dataset: ${data}`),
    );
    const out = join(folder, 'runs');
    expect(
      (await runCli(['run', '--suite', join(folder, 'suite.yaml'), '--out', out, '--limit', '20'])).code,
    ).toBe(0);
    const [name] = await readdir(out);
    const { code, stdout } = await runCli(['gate', join(out, name!)]);
    expect({ code, open: stdout.match(/^\S.*\bas shown\b.*$/gmu) }).toEqual({ code: 0, open: null });
  });

  it('names what models answer and the data set does not sign off', async () => {
    await using temporary = await temporaryFolder();
    const { folder } = temporary;
    await writeOwn(folder, 'Skur på 40 m².');
    await captureOutput(() => dataset(join(folder, 'data'), { write: true }));
    const answers = ['c1', 'c2'].map((caseId) => ({
      schema: 'maalestok.screening.v1',
      model: { id: 'm', version: '1' },
      caseId,
      repeat: 0,
      status: 'answered',
      findings: [{ findingId: 'f1', text: 'Naboen Lotte Rahbek har klaget.', citations: [], evidence: [] }],
    }));
    await writeFile(join(folder, 'answers.jsonl'), toLines(answers));
    const models = 'models: [{ adapter: replay, screenings: answers.jsonl, id: m }]';
    await writeFile(join(folder, 'suite.yaml'), gateSuite(folder).replace(/models: .*/u, models));
    const { code, stdout, stderr } = await runCli([
      ...['run', '--suite', join(folder, 'suite.yaml'), '--out', join(folder, 'runs'), '--language', 'en'],
    ]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: expect.stringContaining('answers hold 2 findings') });
    expect(stderr).not.toContain('Rahbek');
    const run = /Report: (.*?)[\\/]report[\\/]/u.exec(stdout)![1]!;
    const gated = await runCli(['gate', run]);
    expect(gated.code).toBe(1);
    expect(gated.stdout).toContain('screenings');
    expect(gated.stdout).toMatch(/report[\\/]cases[\\/][\w-]+\.html:\d+/u);
  });
});
