import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parse as parseCsv } from 'csv-parse/sync';
import { readXlsx } from 'hucre/xlsx';
import type { Browser } from 'playwright-core';
import { extractText, getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { CheckInSchema } from '../../../evals/check-in/check-in.ts';
import { checkInFiles } from '../../../reports/check-in/check-in-files.ts';
import { checkInTableIds } from '../../../reports/check-in/tables/check-in-table.ts';
import { smallTaxonomy } from '../../support/arbitraries.ts';
import { launchBrowser } from '../../support/browser.ts';
import {
  clusterCases,
  clusterIds,
  clusterLabels,
  clusterYaml,
  runCheckIn,
  writeSeptember,
} from '../../support/check-in-cluster.ts';
import { hostileText } from '../../support/hostile-text.ts';
import { runCli } from '../../support/run-cli.ts';
import { temporaryFolder, toLines, writeSmallDataset } from '../../support/small-dataset.ts';

const month = 'check-ins/klynge/2026-10';
const languages = ['da', 'en'] as const;
const texts = [
  ...Object.values(hostileText),
  '\u200B=1+1',
  '\uFEFF@SUM(A1)',
  'nul\u200Bbredde\u2060mellem',
  'halv \uD800 og \uDC00',
  'x'.repeat(1_000_000),
];
const short = (at: number, length: number) => texts[at % texts.length]!.slice(0, length).trim() || 'x';
let place: Awaited<ReturnType<typeof temporaryFolder>>;
let browser: Browser | null;
const bytesOf = (name: string) => readFile(join(place.folder, month, name));

/** Whoever may write something into a check-in writes what could break it: vendors, members, caseworkers, the data set. */
async function plant(folder: string): Promise<void> {
  const names = smallTaxonomy.defects.map((defect, at) => ({
    ...defect,
    nameDa: short(at, 200),
    nameEn: short(at + 6, 200),
  }));
  const change = {
    schema: 'maalestok.change.v1',
    version: '2',
    from: '1',
    labelVersion: '2',
    date: '2026-09-15',
    by: 'anna',
    via: 'correction',
    split: 'test',
    kind: 'changed',
    defectId: 'd1',
  };
  const changes = texts.map((why, at) => ({ ...change, caseId: clusterIds[at]!, why }));
  await writeFile(join(folder, 'data/changes.jsonl'), toLines(changes));
  await writeFile(join(folder, 'data/names.json'), JSON.stringify({ ...smallTaxonomy, defects: names }));
  const title = {
    titleDa: short(0, 200),
    titleEn: short(8, 200),
    noticeDa: short(2, 200),
    noticeEn: short(9, 200),
  };
  const cases = clusterCases().map((each) => ({
    ...each,
    municipality: each.municipality === 'Nordby' ? hostileText.formula : each.municipality,
  }));
  await writeSmallDataset(
    join(folder, 'data'),
    { test: { cases, labels: clusterLabels() } },
    { ...title, version: '2', changes: 'changes.jsonl', taxonomy: 'names.json' },
  );
  const cluster = parse(clusterYaml) as Record<string, unknown>;
  cluster.title = hostileText.style;
  cluster.members = [
    { id: hostileText.formula, name: hostileText.script.slice(0, 200) },
    { id: 'Sønderby', name: hostileText.bidi },
    { id: 'Vestby', name: 'x'.repeat(200) },
  ];
  await writeFile(join(folder, 'cluster.yaml'), stringify(cluster));
  const decisions = texts.map((text, at) => ({
    date: '2026-09-20',
    case: clusterIds[at],
    code: short(at + 1, 100),
    decision: text.slice(0, 2000).trim() || 'x',
    by: short(at + 2, 200),
  }));
  // As JSON: a half character can be written there.
  await writeFile(join(folder, 'decisions.yaml'), JSON.stringify(decisions));
  const answers = clusterIds.map((caseId, at) => ({
    model: { id: 'god', version: short(0, 200) },
    caseId,
    status: 'answered',
    findings: [
      {
        findingId: 'f1',
        text: texts[at % texts.length]!.slice(0, 20_000),
        code: 'x1',
        citations: [texts[at % texts.length]!.slice(0, 2000), 'BR18 § 812'],
      },
      {
        findingId: 'f2',
        text: texts[at % texts.length]!.slice(0, 20_000),
        code: texts[at % texts.length]!.slice(0, 100),
      },
    ],
  }));
  await writeFile(join(folder, 'god.jsonl'), toLines(answers));
}

beforeAll(async () => {
  browser = await launchBrowser();
  place = await temporaryFolder();
  await writeSeptember(place.folder);
  expect((await runCheckIn(place.folder, '2026-09')).code).toBe(0);
  await plant(place.folder);
  for (const language of languages) {
    const pdf = browser === null ? [] : ['--pdf'];
    const { code, stderr } = await runCheckIn(place.folder, '2026-10', ['--language', language, ...pdf]);
    expect([code, /Error.{0,400}/u.exec(stderr)?.[0]]).toEqual([0, undefined]);
  }
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await place[Symbol.asyncDispose]();
});

/** Nothing that turns the direction of writing, no control character, no half character. */
function checkSigns(text: string): void {
  expect(text.match(/[\u202A-\u202E\u2066-\u2069\u200E\u200F]|(?![\n\r\t])\p{Cc}/gu)).toBe(null);
  expect(text.isWellFormed()).toBe(true);
}

const formula = /^[\s\u00AD\u200B-\u200D\u2060\uFEFF\uFFFD]*[=+@\uFF1D\uFF0B\uFF0D\uFF20]|^\s*-\D/u;

describe('hostile text in a check-in', () => {
  it('of a megabyte in an answer is refused at the door, with line and field', {
    timeout: 30_000,
  }, async () => {
    const file = join(place.folder, 'god.jsonl');
    const answers = await readFile(file, 'utf8');
    await writeFile(file, answers.replace('"code":"x1"', `"code":"${'x'.repeat(1_000_000)}"`));
    const { code, stderr } = await runCheckIn(place.folder, '2026-12');
    await writeFile(file, answers);
    expect([code, stderr]).toEqual([
      2,
      expect.stringMatching(/god\.jsonl, line 1, field findings\[0\]\.code/u),
    ]);
    expect(stderr.length).toBeLessThan(2000);
  });

  it.each(languages)('is text in the page (%s)', async (language) => {
    const html = (await bytesOf(checkInFiles[language].page)).toString();
    checkSigns(html);
    expect(
      html.match(/<(?:script|img|iframe|object|base|link)\b|<meta http-equiv=.?refresh|\son\w+="/giu),
    ).toBe(null);
    expect(html.match(/<style/gu)).toHaveLength(1);
    expect(html.match(/href="(?!#|runs\/)[^"]*"/gu)).toBe(null);
    expect(html.length).toBeLessThan(500_000);
  });

  it.each(languages)('runs and asks for nothing in a browser (%s)', async (language) => {
    if (browser === null) return;
    const context = await browser.newContext();
    const page = await context.newPage();
    const trouble: string[] = [];
    page.on('request', (request) => !request.url().startsWith('file:') && trouble.push(request.url()));
    page.on('console', (message) => trouble.push(message.text()));
    page.on('dialog', (dialog) => trouble.push(dialog.message()));
    await page.goto(pathToFileURL(join(place.folder, month, checkInFiles[language].page)).href);
    expect([await page.evaluate("'broken' in globalThis"), trouble]).toEqual([false, []]);
    expect(await page.locator('h1').innerText()).toContain('</style>');
    await context.close();
  });

  it.each(languages)('is no markup in the mail (%s)', async (language) => {
    const mail = (await bytesOf(checkInFiles[language].mail)).toString();
    checkSigns(mail);
    const lines = mail.split('\n');
    expect(lines.filter((line) => line.startsWith('#'))).toHaveLength(4);
    expect(lines.filter((line) => line.startsWith('|')).length).toBe(2 + 3 + 2 + 6);
    expect(mail).not.toMatch(/(?<!\\)\[klik|(?<!\\)<|https:\/\//u);
  });

  it('is no formula in a CSV, and moves no cell', async () => {
    for (const id of checkInTableIds) {
      const text = (await bytesOf(`${checkInFiles.tables}/${id}.csv`)).toString();
      checkSigns(text);
      const rows = parseCsv(text, { bom: true, delimiter: ';' }) as string[][];
      for (const row of rows) for (const cell of row) expect(cell).not.toMatch(formula);
      expect(text.length).toBeLessThan(500_000);
    }
  });

  it.each(languages)('is no formula in the workbook (%s)', async (language) => {
    const { sheets } = await readXlsx(await bytesOf(checkInFiles[language].workbook));
    const cells = sheets.flatMap(({ rows }) => rows.flat()).filter((cell) => typeof cell === 'string');
    for (const cell of cells) {
      expect(cell).not.toMatch(formula);
      checkSigns(cell);
    }
    expect(
      sheets.every((sheet) => [...(sheet.cells?.values() ?? [])].every((cell) => cell.formula === undefined)),
    ).toBe(true);
    expect(cells.length).toBeGreaterThan(200);
  });

  it('is text in the PDF, and fills no hundred pages', async () => {
    if (browser === null) return;
    const bytes = await bytesOf(checkInFiles.en.print);
    const raw = bytes.toString('latin1');
    expect(raw.match(/\/(?:JavaScript|JS|Launch|SubmitForm|EmbeddedFile)\b/u)).toBe(null);
    const { totalPages, text } = await extractText(await getDocumentProxy(new Uint8Array(bytes)), {
      mergePages: true,
    });
    expect(totalPages).toBeLessThan(100);
    expect(text).toContain('[U+202E]');
    expect(text).not.toMatch(/[\u202A-\u202E\u2066-\u2069]/u);
  });

  it('leaves a record that can be read, is signed, and bears the next month', {
    timeout: 60_000,
  }, async () => {
    const record = CheckInSchema.parse(JSON.parse((await bytesOf(checkInFiles.record)).toString()));
    expect(record.decisions).toHaveLength(texts.length);
    const cited = record.datasets[0]!.rules.wronglyCited.map(({ provision }) => provision);
    expect([cited.includes('br18/812'), cited.some((each) => each.includes('<script>'))]).toEqual([
      true,
      true,
    ]);
    expect((await runCli(['verify', month], { cwd: place.folder })).code).toBe(0);
    expect((await runCheckIn(place.folder, '2026-11')).code).toBe(0);
  });
});
