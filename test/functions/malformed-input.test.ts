import { open, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { smallTaxonomy } from '../support/arbitraries.ts';
import { runCli } from '../support/run-cli.ts';
import { smallCase, smallLabel, temporaryFolder, toLines } from '../support/small-dataset.ts';

const ids = Array.from({ length: 20 }, (_, index) => `c${String(index + 1).padStart(2, '0')}`);
const screening = (caseId: string, changes: object = {}) => ({
  model: { id: 'm', version: '1' },
  caseId,
  status: 'answered',
  findings: [],
  ...changes,
});

const good = {
  cases: toLines(ids.map((id) => smallCase(id))),
  labels: toLines(ids.map((id) => smallLabel(id, ['x1']))),
  screenings: toLines(ids.map((id) => screening(id))),
};

type Files = typeof good;

/** Replaces one line, counted from 1. */
function withLine(text: string, line: number, replacement: string): string {
  return text
    .split('\n')
    .map((each, index) => (index === line - 1 ? replacement : each))
    .join('\n');
}

const badLabel = (changes: object) => JSON.stringify({ ...smallLabel('c03', ['x1']), ...changes });
const badDefect = (changes: object) =>
  badLabel({ defects: [{ ...smallLabel('c03', ['x1']).defects[0], ...changes }] });

const table: [name: string, files: Partial<Record<keyof Files, string | Uint8Array>>, message: RegExp][] = [
  ['bad JSON', { cases: withLine(good.cases, 17, '{"caseId":') }, /cases\.jsonl, line 17: no JSON/u],
  [
    'a field of the wrong type',
    { cases: withLine(good.cases, 4, JSON.stringify({ ...smallCase('c04'), documents: 'none' })) },
    /cases\.jsonl, line 4, field documents: "none", expected a list/u,
  ],
  [
    'a field that is missing',
    { cases: withLine(good.cases, 4, JSON.stringify({ caseId: 'c04' })) },
    /line 4, field task: nothing, expected/u,
  ],
  [
    'a page text that is a number',
    {
      cases: withLine(good.cases, 2, JSON.stringify(smallCase('c02')).replace(/"text":"[^"]*"/u, '"text":7')),
    },
    /line 2, field documents\[0\]\.pages\[0\]\.text: 7, expected text/u,
  ],
  [
    'a date that is none',
    { cases: withLine(good.cases, 2, JSON.stringify(smallCase('c02', { applicationDate: '2024-13-01' }))) },
    /line 2, field applicationDate: "2024-13-01", expected a date like/u,
  ],
  [
    'a duplicate case id',
    { cases: good.cases + toLines([smallCase('c05')]) },
    /line 21, field caseId: "c05" again \(first on line 5\)/u,
  ],
  [
    'an unknown code',
    { labels: withLine(good.labels, 3, badDefect({ code: 'opfundet' })) },
    /labels\.jsonl, line 3, field defects\[0\]\.code: unknown code "opfundet"/u,
  ],
  [
    'a citation that does not parse',
    { labels: withLine(good.labels, 3, badDefect({ citationSets: [['ingen hjemmel']] })) },
    /line 3, field defects\[0\]\.citationSets\[0\]\[0\]: "ingen hjemmel", expected a citation/u,
  ],
  [
    'a severity that is none',
    { labels: withLine(good.labels, 3, badDefect({ severity: 'huge' })) },
    /line 3, field defects\[0\]\.severity: "huge", expected one of "critical"/u,
  ],
  [
    'a label for no case',
    { labels: withLine(good.labels, 20, JSON.stringify(smallLabel('c99', []))) },
    /line 20, field caseId: a label for "c99", which is no case/u,
  ],
  [
    'two labels for a case',
    { labels: good.labels + toLines([smallLabel('c01', [])]) },
    /line 21, field caseId: "c01" again \(first on line 1\)/u,
  ],
  [
    'a case without a label',
    { labels: good.labels.slice(good.labels.indexOf('\n') + 1) },
    /labels\.jsonl, field caseId: no label for case "c01"/u,
  ],
  [
    'a twin of an unknown case',
    { labels: withLine(good.labels, 3, badLabel({ twinOf: 'c99' })) },
    /labels\.jsonl, line 3, field twinOf: "c99", which has no label in this file, expected the id of another case/u,
  ],
  [
    'a variant of itself',
    { labels: withLine(good.labels, 3, badLabel({ transformOf: 'c03' })) },
    /labels\.jsonl, line 3, field transformOf: "c03", the case itself, expected the id of another case/u,
  ],
  [
    'a twin that is a variant too',
    { labels: withLine(good.labels, 3, badLabel({ twinOf: 'c01', transformOf: 'c02' })) },
    /labels\.jsonl, line 3, field transformOf: "c02" beside twinOf "c01", expected twinOf or transformOf, not both/u,
  ],
  [
    'twins in a circle',
    {
      labels: withLine(
        withLine(good.labels, 3, badLabel({ twinOf: 'c05' })),
        5,
        JSON.stringify(smallLabel('c05', [], { twinOf: 'c03' })),
      ),
    },
    /labels\.jsonl, line 3, field twinOf: a circle c03 → c05 → c03, expected the id of another case/u,
  ],
  [
    'Latin-1 text',
    { cases: Buffer.from(good.cases.replace('skur', 'skår'), 'latin1') },
    /cases\.jsonl, line 1: bytes that are no UTF-8/u,
  ],
  ['UTF-16 text', { cases: Buffer.from(`\uFEFF${good.cases}`, 'utf16le') }, /line 1: UTF-16 text/u],
  ['an empty file of cases', { cases: '' }, /cases\.jsonl: no case/u],
  ['an empty file of screenings', { screenings: '' }, /screenings\.jsonl: no screening/u],
  [
    'an answer to no case',
    { screenings: good.screenings + toLines([screening('c77')]) },
    /screenings\.jsonl, line 21, field caseId: an answer to "c77"/u,
  ],
  [
    'two answers to a case',
    { screenings: good.screenings + toLines([screening('c01')]) },
    /line 21, field caseId: a second answer by m 1 to "c01"/u,
  ],
  [
    'a model with fewer repeats than another',
    {
      screenings:
        good.screenings +
        toLines([
          screening('c01', { model: { id: 'n', version: '2' }, repeat: 2 }),
          screening('c01', { model: { id: 'o', version: '1' } }),
        ]),
    },
    /field repeat: answers in 1 repeat by "m", in 1 by "o", in 3 by "n", expected as many by every model/u,
  ],
  [
    'a finding id twice',
    {
      screenings: withLine(
        good.screenings,
        1,
        JSON.stringify(
          screening('c01', {
            findings: [
              { findingId: 'f1', text: '' },
              { findingId: 'f1', text: '' },
            ],
          }),
        ),
      ),
    },
    /line 1, field findings\[1\]\.findingId: "f1" again/u,
  ],
  [
    'a confidence above 1',
    {
      screenings: withLine(
        good.screenings,
        1,
        JSON.stringify(screening('c01', { findings: [{ findingId: 'f1', text: '', confidence: 7 }] })),
      ),
    },
    /line 1, field findings\[0\]\.confidence: 7, expected at most 1/u,
  ],
  [
    'a status that is none',
    { screenings: withLine(good.screenings, 9, JSON.stringify(screening('c09', { status: 'ok' }))) },
    /line 9, field status: "ok", expected one of "answered"/u,
  ],
];

async function writeFiles(
  folder: string,
  files: Partial<Record<keyof Files, string | Uint8Array>>,
): Promise<string[]> {
  const args = ['score-file', '--taxonomy', join(folder, 'taxonomy.json')];
  await writeFile(join(folder, 'taxonomy.json'), JSON.stringify(smallTaxonomy));
  for (const [name, content] of Object.entries({ ...good, ...files })) {
    await writeFile(join(folder, `${name}.jsonl`), content);
    args.push(`--${name}`, join(folder, `${name}.jsonl`));
  }
  return args;
}

describe('malformed input', () => {
  it('is none where all is well', async () => {
    await using temporary = await temporaryFolder();
    const done = await runCli([...(await writeFiles(temporary.folder, {})), '--json']);
    expect(done.stderr).toBe('');
    expect(done.code).toBe(0);
  });

  it('half a character in an answer is replaced, and stops nothing', async () => {
    await using temporary = await temporaryFolder();
    const finding = '{"findingId":"f1","text":"\\ud83d","code":"x1"}';
    const answer = JSON.stringify(screening('c01')).replace('"findings":[]', `"findings":[${finding}]`);
    const args = await writeFiles(temporary.folder, { screenings: withLine(good.screenings, 1, answer) });
    const done = await runCli([...args, '--json']);
    expect(done.stderr).toBe('');
    expect(JSON.parse(done.stdout).models[0].defects.truePositives).toBe(1);
  });

  it.concurrent.each(table)('%s: a clear error, exit 2, no stack', async (_, files, message) => {
    await using temporary = await temporaryFolder();
    const done = await runCli(await writeFiles(temporary.folder, files));
    expect(done.stderr).toMatch(message);
    expect(done.stderr).not.toMatch(/^\s+at /mu);
    expect(done.stdout).toBe('');
    expect(done.code).toBe(2);
  });

  it('a line of 2 GB is refused without reading it into memory', async () => {
    await using temporary = await temporaryFolder();
    const args = await writeFiles(temporary.folder, {});
    const file = await open(join(temporary.folder, 'cases.jsonl'), 'w');
    await file.write('{"caseId":"c01","x":"');
    await file.truncate(2 * 1024 ** 3);
    await file.close();
    const done = await runCli(args);
    expect(done.stderr).toMatch(/cases\.jsonl, line 1: a line longer than 32 MiB/u);
    expect(done.code).toBe(2);
  });

  it.each([
    [
      'a suite that is missing',
      ['run', '--suite', 'nowhere.yaml'],
      /nowhere\.yaml: no such file, expected a suite/u,
    ],
    ['a folder for a suite', ['run', '--suite', '.'], /^Error: \.: a folder, expected a file/u],
    [
      'folders for files',
      ['score-file', '--cases', 'docs', '--labels', 'docs', '--screenings', 'docs'],
      /docs: a folder, expected a file/u,
    ],
    [
      'a folder for a taxonomy',
      ['score-file', '--cases', 'a', '--labels', 'b', '--screenings', 'c', '--taxonomy', 'docs/'],
      /docs: a folder, expected a file/u,
    ],
    [
      'a file for the folder of runs',
      ['run', '--suite', 'evals/suites/baselines.yaml', '--limit', '1', '--out', 'package.json'],
      /package\.json\/baselines-[0-9a-f]{12}: a place under a file, expected a folder/u,
    ],
    ['a run that is none', ['report', 'nowhere'], /nowhere: no run/u],
    [
      'a policy that is none',
      ['score-file', '--cases', 'a', '--labels', 'b', '--screenings', 'c', '--policy', 'kind'],
      /--policy: "kind", expected strict, standard, lenient/u,
    ],
    [
      'a limit that is none',
      ['run', '--suite', 'evals/suites/baselines.yaml', '--limit', '0'],
      /--limit: "0", expected a whole number/u,
    ],
    ['a language that is none', ['report', 'x', '--language', 'sv'], /--language: "sv", expected da or en/u],
    ['a flag that is none', ['run', '--fast'], /unknown option|required option/u],
    [
      'a file that is missing',
      ['score-file', '--cases', 'a', '--labels', 'b', '--screenings', 'c'],
      /a: no such file/u,
    ],
  ])('%s', async (_, args, message) => {
    const done = await runCli(args);
    expect(done.stderr).toMatch(message);
    expect(done.code).toBe(2);
  });
});
