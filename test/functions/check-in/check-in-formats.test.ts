import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parse } from 'csv-parse/sync';
import { readXlsx } from 'hucre/xlsx';
import type { Browser } from 'playwright-core';
import { extractText, getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkInMeasures } from '../../../evals/check-in/change-parts.ts';
import type { CheckIn } from '../../../evals/check-in/check-in.ts';
import { RuleNeedsSchema } from '../../../evals/check-in/rule-needs.ts';
import type { Figure } from '../../../evals/statistics/interval.ts';
import { checkInFiles, measureIdOf } from '../../../reports/check-in/check-in-context.ts';
import { checkInTableIds } from '../../../reports/check-in/tables/check-in-table.ts';
import { type MeasureId, measureOf } from '../../../reports/measures.ts';
import { formatPoints, formatShare, formatShareRange } from '../../../reports/render/format-number.ts';
import { figureText, intervalText } from '../../../reports/render/render-figure.ts';
import { wordingOf } from '../../../reports/wording/wording-of.ts';
import { launchBrowser } from '../../support/browser.ts';
import { readCheckIn, runCheckIn } from '../../support/check-in-cluster.ts';
import { writeRichMonth } from '../../support/rich-cluster.ts';
import { runCli } from '../../support/run-cli.ts';
import { temporaryFolder } from '../../support/small-dataset.ts';

const languages = ['da', 'en'] as const;
type Language = (typeof languages)[number];
const month = 'check-ins/klynge/2026-10';
let place: Awaited<ReturnType<typeof temporaryFolder>>;
let browser: Browser | null;
let record: CheckIn;
let printed: Record<Language, Buffer>;

const pathOf = (name: string) => join(place.folder, month, name);
const bytesOf = (name: string) => readFile(pathOf(name));

beforeAll(async () => {
  browser = await launchBrowser();
  place = await temporaryFolder();
  await writeRichMonth(place.folder, '2026-09');
  expect((await runCheckIn(place.folder, '2026-09')).code).toBe(0);
  await writeRichMonth(place.folder, '2026-10');
  const pdf = browser === null ? [] : ['--pdf'];
  printed = { da: Buffer.alloc(0), en: Buffer.alloc(0) };
  for (const language of languages) {
    expect((await runCheckIn(place.folder, '2026-10', ['--language', language, ...pdf])).code).toBe(0);
    if (browser !== null) printed[language] = await bytesOf(checkInFiles[language].print);
  }
  record = await readCheckIn(place.folder, '2026-10');
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await place[Symbol.asyncDispose]();
});

/** All blanks gone: readers of HTML and PDF give them as they please. */
const dense = (text: string) => text.replaceAll(/[\s\u00A0\u202F\u00AD]+/gu, '');

type Row = Record<string, string>;

async function readTable(id: string): Promise<Row[]> {
  const text = await readFile(pathOf(`${checkInFiles.tables}/${id}.csv`), 'utf8');
  return parse(text, { bom: true, columns: true, delimiter: ';' }) as Row[];
}

const numberOf = (cell: string) => (cell === '' ? null : Number(cell.replace(',', '.')));
/** A figure as a row of CSV has it. */
const figureOf = (
  row: Row,
): Pick<Figure, 'value' | 'cases' | 'items'> & { low: number | null; high: number | null } => ({
  value: numberOf(row.value!),
  low: numberOf(row.low!),
  high: numberOf(row.high!),
  cases: Number(row.cases),
  items: Number(row.items),
});

/** A share and its interval in words, from the numbers of a CSV. */
function sayShare(row: Row, language: Language): string {
  const words = wordingOf(language);
  const { value, low, high, cases } = figureOf(row);
  const range =
    low !== null
      ? formatShareRange(low, high!, language)
      : value === null
        ? words.figure.none
        : words.figure.noInterval(words.figure.reasons.tooFewCases);
  return dense(
    `${value === null ? words.figure.undefined : formatShare(value, language)}${range}${words.figure.n(String(cases))}`,
  );
}

interface PageTable {
  caption: string;
  rows: string[][];
}

/** The tables as a browser shows them, in the order of the page. */
async function readPage(language: Language): Promise<PageTable[]> {
  const page = await (await browser!.newContext()).newPage();
  await page.goto(pathToFileURL(pathOf(checkInFiles[language].page)).href);
  const tables = await page.evaluate(
    `[...document.querySelectorAll('table')].map((table) => ({
      caption: table.caption.textContent,
      rows: [...table.tBodies[0].rows].map((row) => [...row.cells].map((cell) => cell.textContent)),
    }))`,
  );
  await page.context().close();
  return (tables as PageTable[]).map(({ caption, rows }) => ({
    caption,
    rows: rows.map((row) => row.map(dense)),
  }));
}

async function readPdf(language: Language): Promise<string> {
  const proxy = await getDocumentProxy(new Uint8Array(printed[language]));
  return dense((await extractText(proxy, { mergePages: true })).text);
}

describe.each(languages)('every format of a check-in (%s)', (language) => {
  const words = wordingOf(language);
  const said = words.checkIn;

  it('says the same numbers', { timeout: 120_000 }, async (context) => {
    if (browser === null) return context.skip('no Chromium here: set CHROME_PATH');
    const tables = await readPage(language);
    const pdf = await readPdf(language);
    const mail = dense((await bytesOf(checkInFiles[language].mail)).toString().replaceAll('\\', ''));
    const { sheets } = await readXlsx(await bytesOf(checkInFiles[language].workbook));
    const csv = Object.fromEntries(
      await Promise.all(checkInTableIds.map(async (id) => [id, await readTable(id)])),
    );
    const measureName = (id: string) => words.measures[id as MeasureId].name;
    /** The rows of the page under a caption, by their first cell; in the order of the data sets where both have one. */
    const pageRows = (caption: string, at = 0) => {
      const found = tables.filter((table) => table.caption === caption);
      return found[at]!.rows;
    };
    const compared = { trend: 0, changes: 0, gates: 0, municipalities: 0, provisions: 0, cases: 0 };

    // The workbook holds what the CSV holds, to the last digit; text is the same text.
    for (const id of checkInTableIds) {
      const sheet = sheets.find(({ name }) => name === said.workbook[id])!;
      const [head, ...rows] = sheet.rows;
      expect(rows.length).toBe(csv[id].length);
      for (const [at, row] of rows.entries()) {
        for (const [column, name] of head!.entries()) {
          const cell = row[column] ?? null;
          const text = csv[id][at]![String(name)]!;
          if (typeof cell === 'number') expect(numberOf(text)).toBeCloseTo(cell, 6);
          else expect(String(cell ?? '')).toBe(text);
        }
      }
    }

    // And the CSV what the record holds.
    const months = record.datasets.flatMap(({ dataset, trend }) =>
      trend.flatMap((each) =>
        each.models.flatMap(({ model, figures }) =>
          checkInMeasures.map((measure) => ({
            dataset: dataset.id,
            month: each.month,
            model: model.id,
            measure,
            figure: figures[measure]!,
          })),
        ),
      ),
    );
    expect(csv.trend.length).toBe(months.length);
    for (const [at, { dataset, month: of, model, measure, figure }] of months.entries()) {
      const row = csv.trend[at]!;
      expect([row.dataset, row.month, row.model, row.measure]).toEqual([
        dataset,
        of,
        model,
        measureIdOf[measure],
      ]);
      const read = figureOf(row);
      const is = [figure.value, figure.interval?.low ?? null, figure.interval?.high ?? null];
      for (const [k, value] of [read.value, read.low, read.high].entries()) {
        if (is[k] === null) expect(value).toBe(null);
        else expect(value).toBeCloseTo(is[k]!, 6);
      }
      expect([read.cases, read.items]).toEqual([figure.cases, figure.items]);
      if (model === 'silent') continue;
      const [year, number] = of.split('-');
      const name = dense(`${words.operation.months[Number(number) - 1]} ${year}`);
      const shown = pageRows(said.trend.caption(model), dataset === 'small' ? 0 : 1).find(
        (each) => each[0] === name,
      )!;
      const expected = sayShare(row, language);
      expect(shown[1 + checkInMeasures.indexOf(measure)]).toBe(expected);
      expect(pdf).toContain(shown.slice(0, 4).join(''));
      compared.trend += 1;
    }
    // This month's figures stand in the mail, too.
    for (const row of csv.trend.filter((each: Row) => each.month === '2026-10')) {
      const { value, cases } = figureOf(row);
      if (value === null) continue;
      expect(mail).toContain(`${dense(formatShare(value, language))}(`);
      expect(mail).toContain(`;n=${cases})`);
    }

    for (const row of csv.changes as Row[]) {
      const caption = said.parts.caption(measureName(row.measure!));
      const shown = pageRows(caption, row.dataset === 'small' ? 0 : 1).find((each) => each[0] === row.model)!;
      const column = ['before', 'now', 'total', 'model', 'rulers', 'mix'].indexOf(row.part!) + 1;
      const value = numberOf(row.value!);
      const share = column < 3;
      const expected = share
        ? sayShare(row, language)
        : dense(value === null ? words.figure.undefined : words.figure.points(formatPoints(value, language)));
      expect(shown[column]!.startsWith(expected)).toBe(true);
      if (!share && row.low !== '')
        expect(shown[column]).toContain(dense(formatPoints(numberOf(row.low!)!, language)));
      expect(pdf).toContain(expected);
      compared.changes += 1;
    }

    const gateRows = tables
      .filter(({ caption }) => caption === said.gates.caption)
      .flatMap(({ rows }) => rows);
    expect(gateRows.length).toBe(csv.gates.length);
    const judged = record.datasets.flatMap(({ gates }) =>
      gates.flatMap(({ gate, models }) => models.map((each) => ({ gate, ...each }))),
    );
    for (const [at, row] of (csv.gates as Row[]).entries()) {
      const { gate, id, figure, verdict } = judged[at]!;
      const { unit } = measureOf(gate.measure as MeasureId);
      expect([row.measure, row.model, row.verdict]).toEqual([gate.measure, id, verdict]);
      const read = figureOf(row);
      const fromCsv: Figure = {
        ...read,
        interval: read.low === null ? null : { low: read.low, high: read.high!, level: 0.95 },
        ...(row.reason === '' ? {} : { reason: row.reason as NonNullable<Figure['reason']> }),
      };
      const shown = [
        figureText(fromCsv, { words, language }, unit),
        intervalText(fromCsv, { words, language }, unit),
      ];
      expect(gateRows[at]![2]).toBe(dense(`${shown.join('')}${words.figure.n(row.cases!)}`));
      expect(gateRows[at]![3]).toBe(dense(said.gates.verdicts[verdict]));
      expect(pdf).toContain(gateRows[at]!.join(''));
      expect(mail).toContain(
        dense(`| ${id} | ${shown[0]} (${shown[1]}; n = ${figure.cases}) | ${said.gates.verdicts[verdict]} |`),
      );
      compared.gates += 1;
    }

    for (const row of csv.municipalities as Row[]) {
      const caption = said.municipalities.caption(measureName(row.measure!));
      const name = dense(row.name === '' ? said.municipalities.others : row.name!);
      const shown = pageRows(caption, row.dataset === 'small' ? 0 : 1).find((each) => each[0] === name)!;
      expect(pdf).toContain(shown.join(''));
      if (row.held_back !== '') {
        const why = dense(said.municipalities[row.held_back as 'fewCases']);
        expect(shown.slice(1)).toEqual([why, why]);
      } else expect(shown[1 + ['god', 'anden'].indexOf(row.model!)]).toBe(sayShare(row, language));
      compared.municipalities += 1;
    }

    const needs = RuleNeedsSchema.keyof().options;
    for (const row of csv.provisions as Row[]) {
      const need = row.need as (typeof needs)[number];
      const display = dense((language === 'da' ? row.display_da : row.display_en)!);
      const shown = tables
        .filter((table) => table.caption === said.rules.titles[need])
        .flatMap(({ rows }) => rows)
        .filter((each) => each[0] === display)
        .map(([, count, links]) => [count, links!.startsWith(dense(row.case_ids!))]);
      const n = Number(row.count);
      const count =
        need === 'disputed'
          ? words.caseCount(row.count!, n)
          : row.of === ''
            ? said.rules.alone(row.count!, n)
            : said.rules.of(row.count!, row.of!);
      expect(shown).toContainEqual([dense(count), true]);
      expect(pdf).toContain(dense(`${display}${count}${row.case_ids}`));
      compared.provisions += 1;
    }

    for (const row of csv.cases as Row[]) {
      const reason = said.notable.reasons[row.reason as 'discretion'];
      const text = dense(`${reason}: ${row.codes!.replaceAll(' ', '; ')}`);
      expect(pdf).toContain(text);
      expect(
        dense((await bytesOf(checkInFiles[language].page)).toString().replaceAll(/<[^>]*>/gu, '')),
      ).toContain(text);
      compared.cases += 1;
    }
    expect(compared).toEqual({
      trend: 24,
      changes: 108,
      gates: 20,
      municipalities: csv.municipalities.length,
      provisions: csv.provisions.length,
      cases: csv.cases.length,
    });
    expect(Object.values(compared).every((count) => count >= 9)).toBe(true);
  });

  it('has a workbook of typed cells, with heads that stay and filters', async () => {
    const { sheets } = await readXlsx(await bytesOf(checkInFiles[language].workbook));
    expect(sheets.map(({ name }) => name)).toEqual([
      said.workbook.overview,
      ...checkInTableIds.map((id) => said.workbook[id]),
    ]);
    for (const { freezePane, autoFilter } of sheets.slice(1)) {
      expect([freezePane?.rows, autoFilter?.range?.startsWith('A1:')]).toEqual([1, true]);
    }
    const [head, first] = sheets[1]!.rows;
    const types = Object.fromEntries(head!.map((name, at) => [String(name), typeof first![at]]));
    expect(types).toMatchObject({
      value: 'number',
      low: 'number',
      cases: 'number',
      model: 'string',
      month: 'string',
    });
    const overview = sheets[0]!.rows.flat().filter((cell) => cell !== null);
    expect(overview).toContain(said.sections.answer);
    expect(overview).toContain('god');
  });

  it('prints to A4: tagged, in its language, with bookmarks, page numbers and no date of today', async (context) => {
    if (browser === null) return context.skip('no Chromium here: set CHROME_PATH');
    const text = printed[language].toString('latin1');
    expect(text).toContain('/MarkInfo');
    expect(text).toContain(`/Lang (${language})`);
    expect(text).toContain("/CreationDate (D:19800101000000+00'00')");
    const pdf = await getDocumentProxy(new Uint8Array(printed[language]));
    const outline = JSON.stringify(await pdf.getOutline());
    for (const title of Object.values(said.sections)) expect(outline).toContain(title);
    const [, , width, height] = (await pdf.getPage(1)).view;
    expect([Math.round(width!), Math.round(height!)]).toEqual([595, 842]);
    const { totalPages, text: pages } = await extractText(pdf);
    for (const [at, page] of pages.entries()) {
      expect(dense(page)).toContain(`${words.page.page}${at + 1}/${totalPages}`);
    }
  });
});

describe('the formats of a check-in', () => {
  it('are the same to the byte when they are written again', { timeout: 120_000 }, async (context) => {
    if (browser === null) return context.skip('no Chromium here: set CHROME_PATH');
    const names = [
      ...checkInTableIds.map((id) => `${checkInFiles.tables}/${id}.csv`),
      ...languages.flatMap((language) => {
        const { page, mail, workbook } = checkInFiles[language];
        return [page, mail, workbook];
      }),
      checkInFiles.record,
      checkInFiles.en.print,
    ];
    const before = await Promise.all(names.map(bytesOf));
    expect((await runCheckIn(place.folder, '2026-10', ['--language', 'en', '--pdf'])).code).toBe(0);
    for (const [at, name] of names.entries()) {
      expect([name, Buffer.compare(before[at]!, await bytesOf(name))]).toEqual([name, 0]);
    }
    expect((await runCheckIn(place.folder, '2026-10', ['--language', 'da', '--pdf'])).code).toBe(0);
    expect(Buffer.compare(printed.da, await bytesOf(checkInFiles.da.print))).toBe(0);
  });

  it('are all signed: an altered one is named, and one too many', { timeout: 60_000 }, async () => {
    expect((await runCli(['verify', month], { cwd: place.folder })).code).toBe(0);
    const names = ['check-in.xlsx', 'tables/gates.csv', 'check-in.md'];
    for (const name of browser === null ? names : [...names, 'check-in.pdf']) {
      const bytes = await bytesOf(name);
      await writeFile(pathOf(name), Buffer.concat([bytes, Buffer.from(' ')]));
      const { code, stdout } = await runCli(['verify', month], { cwd: place.folder });
      await writeFile(pathOf(name), bytes);
      expect([code, stdout.includes(`${name}: altered`)]).toEqual([1, true]);
    }
    await writeFile(pathOf('tables/more.csv'), 'x');
    const { code, stdout } = await runCli(['verify', month], { cwd: place.folder });
    await rm(pathOf('tables/more.csv'));
    expect([code, stdout.includes('tables/more.csv: additional')]).toEqual([1, true]);
  });
});
