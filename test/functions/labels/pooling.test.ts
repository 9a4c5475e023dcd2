import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ResultSchema } from '../../../evals/artifacts.ts';
import { editWorkbook } from '../../support/edit-workbook.ts';
import { runCli } from '../../support/run-cli.ts';
import { toLines } from '../../support/small-dataset.ts';
import { openSmallRuns } from '../../support/small-runs.ts';

let place: Awaited<ReturnType<typeof openSmallRuns>>;
const at = (name: string) => join(place.folder, name);
const linesOf = async (name: string) =>
  (await readFile(at(name), 'utf8'))
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
const result = async (run: string) =>
  ResultSchema.parse(JSON.parse(await readFile(join(run, 'result.json'), 'utf8')));

const text = 'Der mangler en redegørelse for terrænet mod skel til naboen i vest';
const cite = ['BR18 § 10, stk. 1, nr. 2'];
/** Two models on three cases of the test split: c00 and c04 are complete, c01 has x2. */
const answers: Record<string, Record<string, object[]>> = {
  hemmelig: {
    c00: [
      { text, code: 'z1', citations: cite, evidence: [{ documentId: 'a', page: 1, quote: 'skur på 40 m²' }] },
      { text: 'Uden kode og uden hjemmel', evidence: [{ documentId: 'findes-ikke' }] },
    ],
    c01: [
      { text: 'Kendt', code: 'x2' },
      { text: 'Kendt igen', code: 'x2' },
    ],
    c04: [
      { text: '=HYPERLINK("https://example.invalid")', code: 'ukendt-kode', citations: ['ingen hjemmel'] },
    ],
  },
  skjult: {
    // The same in other words by code, citation and place; and nearly the same text.
    c00: [
      { text: 'Terræn', code: 'z1', citations: ['br18/10/1/2'], evidence: [{ documentId: 'a' }] },
      { text: `${text} .`, code: 'z1', citations: ['BR18 § 11'] },
      { text: 'Brandforhold er ikke beskrevet', code: 'y1', citations: ['BR18 § 82, stk. 1, nr. 2'] },
    ],
  },
};

async function cli(...args: string[]): Promise<string> {
  const { code, stdout, stderr } = await runCli(args, { cwd: place.folder });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return stdout;
}

const runs: string[] = [];

beforeAll(async () => {
  place = await openSmallRuns();
  for (const [id, byCase] of Object.entries(answers)) {
    const cases = Array.from({ length: 20 }, (_, index) => `c${String(index).padStart(2, '0')}`);
    const screenings = cases.map((caseId) => ({
      model: { id, version: '1' },
      caseId,
      status: 'answered',
      findings: (byCase[caseId] ?? []).map((finding, index) => ({ findingId: `f${index + 1}`, ...finding })),
    }));
    await writeFile(at(`${id}.jsonl`), toLines(screenings));
    runs.push(await place.measure(id, { models: [id] }));
  }
});
afterAll(() => place.close());

/** The rows of the sheet of decisions, by heading. */
async function rowsOf(file: string): Promise<Record<string, unknown>[]> {
  const rows: Record<string, unknown>[] = [];
  await editWorkbook(at(file), (open) => {
    const [header, ...body] = open('Afgørelser').sheet.rows;
    for (const row of body)
      rows.push(Object.fromEntries(header!.map((name, index) => [String(name), row[index] ?? null])));
  });
  return rows;
}

/** As the card of `ny` names it. */
const judgedName = async () =>
  JSON.parse(await readFile(at('ny/card.json'), 'utf8')).splits.test.judged as string;

describe('labels pool', () => {
  it('shows unmatched findings once each, without a model or a count, in an order that no run decides', async () => {
    await cli('labels', 'pool', ...runs, '--dataset', 'data', '--out', 'pulje.xlsx', '--seed', 'a');
    await cli(
      'labels',
      'pool',
      ...runs.toReversed(),
      '--dataset',
      'data',
      '--out',
      'omvendt.xlsx',
      '--seed',
      'a',
    );
    const bytes = await readFile(at('pulje.xlsx'));
    expect(await readFile(at('omvendt.xlsx'))).toEqual(bytes);

    const rows = await rowsOf('pulje.xlsx');
    const shown = rows.map(
      ({ Sag, Mangeltype, Hjemmel, 'Sted 1': first, 'Hvad der er peget på': found }) => ({
        Sag,
        Mangeltype,
        Hjemmel,
        first,
        found,
      }),
    );
    expect(shown.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))).toEqual([
      {
        Sag: 'c00',
        Mangeltype: 'y1',
        Hjemmel: 'BR18 § 82, stk. 1, nr. 2',
        first: null,
        found: 'Brandforhold er ikke beskrevet',
      },
      { Sag: 'c00', Mangeltype: 'z1', Hjemmel: 'BR18 § 11', first: null, found: `${text} .` },
      { Sag: 'c00', Mangeltype: null, Hjemmel: null, first: null, found: 'Uden kode og uden hjemmel' },
      {
        Sag: 'c04',
        Mangeltype: null,
        Hjemmel: 'ingen hjemmel',
        first: null,
        found: `'=HYPERLINK("https://example.invalid")\n(ukendt-kode)`,
      },
    ]);
    const everything = Object.values(unzipSync(bytes))
      .map((part) => Buffer.from(part).toString('utf8'))
      .join('\n');
    const told = ['hemmelig', 'skjult', 'Kendt', 'findingId'].filter((secret) => everything.includes(secret));
    expect(told).toEqual([]);
    await cli('labels', 'pool', ...runs, '--dataset', 'data', '--out', 'anden.xlsx', '--seed', 'b');
    expect((await rowsOf('anden.xlsx')).length).toBe(rows.length);
  });

  it('turns what is accepted into labels of the next version, with provenance, and rescores a folder of runs', async () => {
    const before = await Promise.all(runs.map(result));
    const decide = (citation: string | null) =>
      editWorkbook(at('pulje.xlsx'), (open) => {
        const sheet = open('Afgørelser');
        const column = (heading: string) => sheet.columnOf(heading, 0);
        for (let row = 1; row < sheet.sheet.rows.length; row += 1) {
          const code = sheet.get(row, column('Mangeltype'));
          const role = code === 'z1' ? 'påkrævet' : code === 'y1' ? 'vejledende' : 'afvist';
          sheet.set(row, column('Afgørelse'), role);
          sheet.set(row, column('Begrundelse'), `${role}, siger to af os`);
          if (code === 'y1' && citation !== null) sheet.set(row, column('Hjemmel'), citation);
        }
      });
    await decide(null);
    const wrong = await runCli(
      ['labels', 'pool-import', 'pulje.xlsx', '--dataset', 'data', '--annotator', 'panel', '--out', 'ny'],
      { cwd: place.folder },
    );
    expect(wrong.code).toBe(2);
    expect(wrong.stderr).toContain('Did you mean "BR18 § 82, stk. 2, nr. 2"?');
    await decide('BR18 § 82, stk. 2, nr. 2');
    await cli(
      'labels',
      'pool-import',
      'pulje.xlsx',
      '--dataset',
      'data',
      '--annotator',
      'panel',
      '--out',
      'ny',
      '--date',
      '2024-11-01',
    );

    const [label] = (await linesOf('ny/test.labels.jsonl')).filter(({ caseId }) => caseId === 'c00');
    expect(label.outcome).toBe('deficient');
    expect(
      label.defects
        .map(({ code, role, provenance }: Record<string, string>) => [code, role, provenance])
        .sort(),
    ).toEqual([
      ['y1', 'advisory', 'pooled'],
      ['z1', 'required', 'pooled'],
    ]);
    const changes = await linesOf('ny/changes.jsonl');
    expect(changes.map(({ kind, via, by, why }) => [kind, via, by, why]).sort()).toEqual([
      ['added', 'pooling', 'panel', 'påkrævet, siger to af os'],
      ['added', 'pooling', 'panel', 'vejledende, siger to af os'],
      ['outcome', 'pooling', 'panel', expect.stringContaining('siger to af os')],
    ]);
    expect(changes[0].runs).toEqual(before.map(({ runId }) => runId.slice(-12)).sort());

    await cli('gate', 'ny', '--write');
    const told = await cli('score', 'runs/hemmelig', 'runs/skjult', '--dataset', 'ny');
    const after = await Promise.all(runs.map(result));
    const hitsOf = (results: typeof after) => results.map(({ models }) => models[0]!.defects.truePositives);
    expect([hitsOf(before), hitsOf(after)]).toEqual([
      [1, 0],
      [2, 1],
    ]);
    const keys = [...before, ...after].map(({ comparabilityKey }) => comparabilityKey);
    expect(new Set(keys.slice(0, 2)).size).toBe(1);
    expect(keys.slice(2)).not.toContain(keys[0]);
    expect(new Set(after.map(({ comparabilityKey }) => comparabilityKey)).size).toBe(1);
    expect(told).toContain('Figures from before and after do not compare');
    // The accepted ones are labels now, and the rejected ones are remembered.
    const judged = await linesOf('ny/test.judged.jsonl');
    const head = {
      schema: 'maalestok.judged.v1',
      decision: 'rejected',
      by: 'panel',
      date: '2024-11-01',
      why: 'afvist, siger to af os',
      version: '1',
      runs: before.map(({ runId }) => runId.slice(-12)).sort(),
    };
    expect(judged.toSorted((a, b) => (a.caseId < b.caseId ? -1 : 1))).toEqual([
      {
        ...head,
        caseId: 'c00',
        findings: [
          { text: 'Uden kode og uden hjemmel', citations: [], evidence: [{ documentId: 'findes-ikke' }] },
        ],
      },
      {
        ...head,
        caseId: 'c04',
        findings: [
          {
            text: '=HYPERLINK("https://example.invalid")',
            code: 'ukendt-kode',
            citations: ['ingen hjemmel'],
            evidence: [],
          },
        ],
      },
    ]);
    expect(await cli('labels', 'pool', ...runs, '--dataset', 'ny', '--out', 'rest.xlsx')).toBe(
      '2 findings were judged before and are left out; --again asks about them.\nThere is nothing else to judge.\n',
    );
    expect(existsSync(at('rest.xlsx'))).toBe(false);
    const difference = await cli('dataset', 'diff', 'data', 'ny');
    expect(difference).toContain(
      'c00: judged: rejected by panel on 2024-11-01: "Uden kode og uden hjemmel" (afvist, siger to af os)\n',
    );
  });

  it('asks again where that is wanted, and a new judgement takes the place of the old one', async () => {
    await cli('labels', 'pool', ...runs, '--dataset', 'ny', '--out', 'rest.xlsx', '--again');
    expect((await rowsOf('rest.xlsx')).map(({ Mangeltype }) => Mangeltype)).toEqual([null, null]);
    const [duplicate] = (await linesOf('ny/test.labels.jsonl')).find(
      ({ caseId }) => caseId === 'c00',
    ).defects;
    await editWorkbook(at('rest.xlsx'), (open) => {
      const sheet = open('Afgørelser');
      const column = (heading: string) => sheet.columnOf(heading, 0);
      for (let row = 1; row < sheet.sheet.rows.length; row += 1) {
        const known = sheet.get(row, column('Sag')) === 'c00';
        sheet.set(row, column('Afgørelse'), known ? 'samme som en kendt mangel' : 'afvist');
        if (known) sheet.set(row, column('Samme som nr.'), duplicate.defectId);
        sheet.set(row, column('Begrundelse'), 'Set på igen');
      }
    });
    const importing = ['labels', 'pool-import', 'rest.xlsx', '--dataset', 'ny', '--annotator', 'igen'];
    const labels = await readFile(at('ny/test.labels.jsonl'), 'utf8');
    expect(await cli(...importing, '--out', 'nyere', '--date', '2024-12-01')).toBe(
      'No label changed: no new version is made.\n' +
        '2 findings that are no defect of their own are remembered in ny: the next pool does not ask again.\n' +
        'Run the gate next: npx maalestok gate ny --write\n' +
        '  or, where all it names is made up, what was written now too: npx maalestok gate ny --made-up WHO --why TEXT\n',
    );
    expect(existsSync(at('nyere'))).toBe(false);
    expect(await readFile(at('ny/test.labels.jsonl'), 'utf8')).toBe(labels);
    const judged = await linesOf(`ny/${await judgedName()}`);
    expect(
      judged.map(({ caseId, decision, duplicateOf, by }) => [caseId, decision, duplicateOf, by]).sort(),
    ).toEqual([
      ['c00', 'duplicate', duplicate.defectId, 'igen'],
      ['c04', 'rejected', undefined, 'igen'],
    ]);
  });

  it('keeps what was judged where labels are, under hash and gate, and away from vendors and scores', async () => {
    const figures = (await Promise.all(runs.map(result))).map(({ models }) => models);
    const unchecked = await runCli(['dataset', 'pack', 'ny', '--out', 'ny.zip'], { cwd: place.folder });
    expect(unchecked).toMatchObject({ code: 2 });
    expect(unchecked.stderr).toContain('changed since it passed the anonymisation gate');
    await cli('gate', 'ny', '--write');
    await cli('score', ...runs, '--dataset', 'ny');
    expect((await Promise.all(runs.map(result))).map(({ models }) => models)).toEqual(figures);
    for (const [name, options, has] of [
      ['alt.zip', [], true],
      ['sager.zip', ['--without-labels'], false],
    ] as [string, string[], boolean][]) {
      await cli('dataset', 'pack', 'ny', '--out', name, ...options);
      const packed = unzipSync(await readFile(at(name)));
      const text = Object.values(packed)
        .map((part) => Buffer.from(part).toString('utf8'))
        .join('\n');
      expect([Object.keys(packed).includes(await judgedName()), /judged|Set på igen/u.test(text)]).toEqual([
        has,
        has,
      ]);
    }
    const judged = await readFile(at(`ny/${await judgedName()}`), 'utf8');
    await writeFile(at(`ny/${await judgedName()}`), judged.replaceAll('Set på igen', 'Ring til 0012 3456'));
    const changed = await runCli(['dataset', 'validate', 'ny'], { cwd: place.folder });
    expect(changed.code).toBe(2);
    expect(changed.stderr).toContain(`ny/${await judgedName()}: content with SHA-256`);
    await writeFile(
      at(`ny/${await judgedName()}`),
      judged.replaceAll('Set på igen', 'Skriv til kaj@example.dk'),
    );
    const found = await runCli(['gate', 'ny'], { cwd: place.folder });
    expect({ code: found.code, named: found.stdout.includes(await judgedName()) }).toEqual({
      code: 1,
      named: true,
    });
  });

  it('refuses a run on other cases, and a data set that is none of the run', async () => {
    const other = await runCli(
      ['labels', 'pool', runs[0]!, '--dataset', '../../nowhere', '--out', 'x.xlsx'],
      { cwd: place.folder },
    );
    expect(other.code).toBe(2);
    await place.measure('p', { models: ['god'], split: 'validation' });
    const mixed = await runCli(
      ['labels', 'pool', runs[0]!, join('runs', 'p'), '--dataset', 'data', '--out', 'x.xlsx'],
      { cwd: place.folder },
    );
    expect(mixed.code).toBe(2);
    expect(mixed.stderr).toContain('no run (run.json is not there)');
  });
});
