import { chmod, readFile, stat, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CaseSchema } from '../../datasets/case.ts';
import { LabelSchema } from '../../datasets/label.ts';
import { pseudonymise } from '../../functions/cli/pseudonymise.ts';
import { captureOutput } from '../support/capture-output.ts';
import { runCli } from '../support/run-cli.ts';
import { smallCase, smallLabel, temporaryFolder, writeSmallDataset } from '../support/small-dataset.ts';

const text = (area: number) =>
  `Ansøger: Gunhild Bisp, Rugvænget 3, tlf. 12 34 56 78. Modtaget 12.09.2024, svar senest 26.09.2024. Areal ${area} m².`;

function caseOf(caseId: string, area: number) {
  return smallCase(caseId, {
    applicationDate: '2024-09-12',
    fields: { ansoeger: 'Gunhild Bisp', adresse: 'Rugvænget 3', matrikelnr: '7bx', area_m2: area },
    documents: [
      {
        documentId: 'a',
        type: 'form',
        title: 'Form',
        date: '2024-09-12',
        pages: [{ page: 1, text: text(area) }],
      },
    ],
  });
}

async function writeOwn(folder: string): Promise<void> {
  const label = smallLabel('24-1', ['x1']);
  const defects = label.defects.map((defect) => ({ ...defect, note: 'Gunhild har ikke skrevet under.' }));
  await writeSmallDataset(folder, {
    practice: {
      cases: [caseOf('24-1', 40), caseOf('24-2', 60), caseOf('24-3', 40)],
      labels: [{ ...label, defects }, smallLabel('24-2', [], { twinOf: '24-1' }), smallLabel('24-3', [])],
    },
  });
}

async function read(folder: string) {
  const lines = async (name: string) =>
    (await readFile(join(folder, name), 'utf8'))
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as unknown);
  return {
    cases: (await lines('practice.cases.jsonl')).map((each) => CaseSchema.parse(each)),
    labels: (await lines('practice.labels.jsonl')).map((each) => LabelSchema.parse(each)),
  };
}

describe('maalestok pseudonymise', () => {
  it('replaces consistently, keeps what must stay, and passes the gate', async () => {
    await using temporary = await temporaryFolder();
    const { folder } = temporary;
    await writeOwn(join(folder, 'in'));
    const key = join(folder, 'keys', 'key');
    const made = await runCli([
      'pseudonymise',
      join(folder, 'in'),
      '--key',
      key,
      '--out',
      join(folder, 'out'),
    ]);
    expect({ code: made.code, stderr: made.stderr }).toEqual({ code: 0, stderr: '' });
    expect((await stat(key)).mode & 0o777).toBe(0o600);
    expect((await runCli(['gate', join(folder, 'out')])).code).toBe(0);

    const { cases, labels } = await read(join(folder, 'out'));
    const [first, twin, other] = cases as [(typeof cases)[0], (typeof cases)[0], (typeof cases)[0]];
    const name = first.fields.ansoeger as string;
    const pageOf = (each: typeof first) => each.documents[0]!.pages[0]!.text;
    expect(name).toMatch(/^Ax\w{6} Ax\w{6}$/u);
    expect(pageOf(first)).toContain(`Ansøger: ${name}, ${first.fields.adresse}, tlf. 0`);
    expect(first.fields).toEqual({
      ansoeger: name,
      adresse: expect.stringMatching(/^Ax\w{6}vej 3$/u),
      matrikelnr: expect.stringMatching(/^0\d{3}bx$/u),
      area_m2: 40,
    });
    // A twin differs from its original in nothing but what it differed in before.
    expect(pageOf(twin)).toBe(pageOf(first).replace('40 m²', '60 m²'));
    expect(pageOf(other)).not.toContain(name);

    const [, received, due] = /Modtaget (\S+), svar senest (\S+)\. /u.exec(pageOf(first))!;
    const iso = (date: string) => date.split('.').reverse().join('-');
    expect(iso(received!)).toBe(first.applicationDate);
    expect((Date.parse(iso(due!)) - Date.parse(iso(received!))) / 86_400_000).toBe(14);
    expect(first.applicationDate).not.toBe('2024-09-12');

    expect(labels.map(({ caseId }) => caseId)).toEqual(cases.map(({ caseId }) => caseId));
    expect(labels[1]!.twinOf).toBe(first.caseId);
    expect(labels[0]!.defects[0]!.note).toBe(`${name.split(' ')[0]} har ikke skrevet under.`);
    // The case id, and not a moved date like 2024-10-02.
    expect(JSON.stringify({ cases, labels })).not.toMatch(/Gunhild|Bisp|Rugvænget|(?<!\d)24-1|12 34 56 78/u);
  });

  it('makes the same bytes with the same key, others with another, and the table only if asked', async () => {
    await using temporary = await temporaryFolder();
    const { folder } = temporary;
    await writeOwn(join(folder, 'in'));
    const make = async (
      name: string,
      keyName: string,
      options: { table?: boolean; sameAcrossCases?: boolean } = {},
    ) => {
      const out = join(folder, name);
      const key = join(folder, 'keys', keyName);
      const { error } = await captureOutput(() => pseudonymise(join(folder, 'in'), { key, out, ...options }));
      expect(error).toBeUndefined();
      return readFile(join(out, 'practice.cases.jsonl'), 'utf8');
    };
    const once = await make('a', 'key');
    expect(await make('b', 'key')).toBe(once);
    expect(await make('c', 'other')).not.toBe(once);
    await expect(stat(join(folder, 'keys', 'key.table.jsonl'))).rejects.toThrow('ENOENT');
    await make('d', 'key', { table: true });
    expect((await stat(join(folder, 'keys', 'key.table.jsonl'))).mode & 0o777).toBe(0o600);
    const table = await readFile(join(folder, 'keys', 'key.table.jsonl'), 'utf8');
    expect(table).toContain('"from":"Gunhild Bisp"');
    await make('e', 'key', { sameAcrossCases: true });
    const { cases } = await read(join(folder, 'e'));
    expect(new Set(cases.map(({ fields }) => fields.ansoeger)).size).toBe(1);
  });

  it('refuses a key in the data, in the output, in a repository, open to others, or none, and a used folder', async () => {
    await using temporary = await temporaryFolder();
    const { folder } = temporary;
    await writeOwn(join(folder, 'in'));
    await writeFile(join(folder, 'open'), `${'0a'.repeat(32)}\n`);
    await chmod(join(folder, 'open'), 0o644);
    await writeFile(join(folder, 'none'), 'secret\n');
    const refusal = async (key: string, out = 'out') => {
      const options = { key, out: join(folder, out) };
      return String((await captureOutput(() => pseudonymise(join(folder, 'in'), options))).error);
    };
    expect(await refusal(join(folder, 'in', 'key'))).toContain('expected a place of its own');
    expect(await refusal(join(folder, 'out', 'key'))).toContain('expected a place of its own');
    expect(await refusal('key-of-a-test')).toContain('in the repository');
    expect(await refusal(join(folder, 'open'))).toContain('mode 600');
    expect(await refusal(join(folder, 'none'))).toContain('64 hex digits');
    expect(await refusal(join(folder, 'keys', 'key'), 'in')).toContain('a folder that holds something');
  });

  it('moves a twin of another date within its own law too', async () => {
    await using temporary = await temporaryFolder();
    const { folder } = temporary;
    const ids = Array.from({ length: 12 }, (_, at) => `24-${at + 10}`);
    const late = (caseId: string) => ({ ...caseOf(caseId, 60), applicationDate: '2024-12-20' });
    await writeSmallDataset(join(folder, 'in'), {
      practice: {
        cases: ids.flatMap((id) => [caseOf(id, 40), late(`${id}-twin`)]),
        labels: ids.flatMap((id) => [smallLabel(id, []), smallLabel(`${id}-twin`, [], { twinOf: id })]),
      },
    });
    const options = { key: join(folder, 'keys', 'key'), out: join(folder, 'out') };
    expect((await captureOutput(() => pseudonymise(join(folder, 'in'), options))).error).toBeUndefined();
    const { cases } = await read(join(folder, 'out'));
    const applied = cases.map(({ applicationDate }) => applicationDate);
    expect(applied.filter((date) => date < '2024-07-01' || date > '2024-12-31')).toEqual([]);
  });

  it('replaces a name alone and says how many doubtful words it replaced and times it left', async () => {
    await using temporary = await temporaryFolder();
    const { folder } = temporary;
    const own = caseOf('24-1', 40);
    const page = { page: 1, text: 'Ansøger: Bo Skov. I september 2024 ringede Bo; Skov mener ja.' };
    const documents = own.documents.map((each) => ({ ...each, pages: [page] }));
    await writeSmallDataset(join(folder, 'in'), {
      practice: { cases: [{ ...own, documents }], labels: [smallLabel('24-1', [])] },
    });
    const ran = await runCli(
      ['pseudonymise', join(folder, 'in'), '--key', join(folder, 'keys', 'key')].concat(
        '--out',
        join(folder, 'out'),
      ),
    );
    expect({ code: ran.code, stderr: ran.stderr }).toEqual({ code: 0, stderr: '' });
    expect(ran.stdout).toContain('2 words were replaced that are names in their case and common words too');
    expect(ran.stdout).toContain('1 places name a time that could not be moved');
    const file = relative('.', join(folder, 'out', 'practice.cases.jsonl'));
    const places = ran.stdout.split('\n').filter((each) => each.startsWith('  '));
    expect(places).toEqual([
      `  ${file}:1 (documents[0].pages[0].text)  time left  s•••••••• ••••`,
      `  ${file}:1 (documents[0].pages[0].text)  word replaced  B•`,
      `  ${file}:1 (documents[0].pages[0].text)  word replaced  S•••`,
    ]);
    const { cases } = await read(join(folder, 'out'));
    expect(cases[0]!.documents[0]!.pages[0]!.text).toMatch(
      /^Ansøger: (Ax\w{6}) (Ax\w{6})\. I september 2024 ringede \1; \2 mener ja\.$/u,
    );
  });

  it('replaces the number of a case in the texts of all cases and splits, and says no more that nobody looked', async () => {
    await using temporary = await temporaryFolder();
    const { folder } = temporary;
    const page = { page: 1, text: 'Se 24-0002 og 24-0003_plan.pdf.' };
    const own = caseOf('24-0001', 40);
    const documents = own.documents.map((each) => ({ ...each, pages: [page] }));
    const noted = smallLabel('24-0002', ['x1'], { twinOf: '24-0001' });
    const defects = noted.defects.map((defect) => ({
      ...defect,
      note: 'Som i 24-0003; naboen Quixa Zolmer klager.',
    }));
    await writeSmallDataset(join(folder, 'in'), {
      practice: {
        cases: [{ ...own, documents }, caseOf('24-0002', 60)],
        labels: [smallLabel('24-0001', []), { ...noted, defects }],
      },
      test: { cases: [caseOf('24-0003', 40)], labels: [smallLabel('24-0003', [])] },
    });
    const card = join(folder, 'in', 'card.json');
    const raw = JSON.parse(await readFile(card, 'utf8')) as object;
    const notices = {
      noticeDa: 'Taget ind. Personoplysninger: ikke kontrolleret.',
      noticeEn: 'Taken in. Personal data: not checked.',
    };
    await writeFile(card, JSON.stringify({ ...raw, ...notices }));
    const options = { key: join(folder, 'keys', 'key'), out: join(folder, 'out') };
    expect((await captureOutput(() => pseudonymise(join(folder, 'in'), options))).error).toBeUndefined();
    const { cases, labels } = await read(join(folder, 'out'));
    const other = JSON.parse(await readFile(join(folder, 'out', 'test.cases.jsonl'), 'utf8')) as {
      caseId: string;
    };
    expect(cases[0]!.documents[0]!.pages[0]!.text).toBe(
      `Se ${cases[1]!.caseId} og ${other.caseId}_plan.pdf.`,
    );
    expect(labels[1]).toMatchObject({ caseId: cases[1]!.caseId, twinOf: cases[0]!.caseId });
    expect(labels[1]!.defects[0]!.note).toMatch(
      new RegExp(`^Som i ${other.caseId}; naboen Ax\\w{6} Ax\\w{6} klager\\.$`, 'u'),
    );
    const copied = JSON.parse(await readFile(join(folder, 'out', 'card.json'), 'utf8')) as Record<
      string,
      string
    >;
    expect({ da: copied.noticeDa, en: copied.noticeEn }).toEqual({
      da: 'Navne, adresser, numre og datoer er erstattet med dæknavne (pseudonymer). Taget ind.',
      en: 'Names, addresses, numbers and dates are replaced by aliases (pseudonyms). Taken in.',
    });
  });
});
