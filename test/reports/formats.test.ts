import { parse } from 'csv-parse/sync';
import { readXlsx } from 'hucre/xlsx';
import { extractText, getDocumentProxy } from 'unpdf';
import { describe, expect, test } from 'vitest';
import { writeXlsx } from '../../datasets/tables/write-xlsx.ts';
import { printPage } from '../../functions/print/print-page.ts';
import { renderFiguresCsv } from '../../reports/comparison/render-figures-csv.ts';
import { renderReport, reportContextOf } from '../../reports/comparison/render-report.ts';
import { headlineMeasures, measureOf } from '../../reports/measures.ts';
import { formatShare } from '../../reports/render/format-number.ts';
import { figureText } from '../../reports/render/render-figure.ts';
import { renderSummary } from '../../reports/summary/render-summary.ts';
import { buildWorkbook } from '../../reports/workbook/build-workbook.ts';
import { launchBrowser } from '../support/browser.ts';
import { fullReportInput } from '../support/full-report-input.ts';
import { hostileText } from '../support/hostile-text.ts';
import { sampleResult, streamOf, textOf } from '../support/sample-result.ts';

const languages = ['da', 'en'] as const;

async function contextIn(language: 'da' | 'en') {
  return reportContextOf(await fullReportInput(language));
}

async function workbookIn(language: 'da' | 'en'): Promise<Uint8Array> {
  const { materials } = await sampleResult();
  return writeXlsx(await buildWorkbook(await contextIn(language), streamOf(materials)));
}

type FigureRow = Record<'model' | 'measure' | 'slice' | 'policy' | 'value', string>;

/** Blanks of all kinds as one, as readers of PDF and HTML give them. */
const plain = (text: string) => text.replaceAll(/[\s\u00A0\u202F]+/gu, ' ');

describe.each(languages)('every format of the report (%s)', (language) => {
  test('says the same numbers', { timeout: 300_000 }, async (context) => {
    const browser = await launchBrowser();
    if (browser === null) return context.skip('no Chromium here: set CHROME_PATH');
    context.onTestFinished(() => browser.close());
    const report = await contextIn(language);
    const page = await textOf(renderReport(await fullReportInput(language)));
    const pdf = await printPage(browser, page);
    const printed = plain(
      (await extractText(await getDocumentProxy(new Uint8Array(pdf)), { mergePages: true })).text,
    );
    const shown = plain(page.replaceAll(/<[^>]*>/gu, ' '));
    const summary = plain(renderSummary(report));
    const rows = parse(renderFiguresCsv(report.result, report.operation), {
      bom: true,
      columns: true,
      delimiter: ';',
    }) as FigureRow[];
    const [overview] = (await readXlsx(await workbookIn(language))).sheets;
    const head = overview!.rows.findIndex((row) => row[0] === report.words.models.model);
    let compared = 0;
    for (const [place, model] of report.result.models.entries()) {
      const cells = overview!.rows[head + 1 + place]!;
      expect(cells[0]).toBe(model.model.id);
      for (const [at, id] of headlineMeasures.entries()) {
        const { value, interval, cases } = measureOf(id).read(model);
        const row = rows.find(
          (each) =>
            each.model === model.model.id &&
            each.measure === id &&
            each.slice === '' &&
            each.policy !== 'strict' &&
            each.policy !== 'lenient',
        )!;
        const fromCsv = row.value === '' ? null : Number(row.value!.replace(',', '.'));
        const [fromXlsx, low, high, n] = cells.slice(2 + at * 4, 6 + at * 4);
        if (value === null) {
          expect([fromCsv, fromXlsx, low, high]).toEqual([null, report.words.figure.undefined, null, null]);
          continue;
        }
        const said = plain(formatShare(value, language));
        expect([
          model.model.id,
          id,
          plain(formatShare(fromCsv!, language)),
          plain(formatShare(fromXlsx as number, language)),
          n,
        ]).toEqual([model.model.id, id, said, said, cases]);
        expect([low ?? null, high ?? null]).toEqual([interval?.low ?? null, interval?.high ?? null]);
        for (const text of [shown, printed]) expect(text).toContain(said);
        if (id !== 'defectPrecision' && id !== 'coverage') expect(summary).toContain(said);
        compared += 1;
      }
      for (const id of ['findingsPerTrueDefect', 'equalF1'] as const) {
        const { unit, read } = measureOf(id);
        const figure = read(model);
        const row = rows.find((each) => each.model === model.model.id && each.measure === id)!;
        const value = row.value === '' ? null : Number(row.value.replace(',', '.'));
        const said = plain(figureText({ ...figure, value }, report, unit));
        expect(said).toBe(plain(figureText(figure, report, unit)));
        for (const text of [shown, printed]) expect(text).toContain(said);
      }
    }
    expect(compared).toBeGreaterThan(20);
  });

  test('is the same to the byte when written again', { timeout: 300_000 }, async (context) => {
    expect(Buffer.compare(await workbookIn(language), await workbookIn(language))).toBe(0);
    expect(renderSummary(await contextIn(language))).toBe(renderSummary(await contextIn(language)));
    const browser = await launchBrowser();
    if (browser === null) return context.skip('no Chromium here: set CHROME_PATH');
    context.onTestFinished(() => browser.close());
    const page = await textOf(renderReport(await fullReportInput(language)));
    const first = await printPage(browser, page);
    await new Promise((resolve) => setTimeout(resolve, 1100));
    expect(Buffer.compare(first, await printPage(browser, page))).toBe(0);
  });
});

describe('the PDF', () => {
  test('is A4, tagged, in its language, with bookmarks and no date of today', {
    timeout: 300_000,
  }, async (context) => {
    const browser = await launchBrowser();
    if (browser === null) return context.skip('no Chromium here: set CHROME_PATH');
    context.onTestFinished(() => browser.close());
    const bytes = await printPage(browser, await textOf(renderReport(await fullReportInput('da'))));
    const text = Buffer.from(bytes).toString('latin1');
    expect(text).toContain('/MarkInfo');
    expect(text).toContain('/Lang (da)');
    expect(text).toContain("/CreationDate (D:19800101000000+00'00')");
    const pdf = await getDocumentProxy(new Uint8Array(bytes));
    const outline = await pdf.getOutline();
    expect(JSON.stringify(outline)).toContain('Kort svar');
    const [, , width, height] = (await pdf.getPage(1)).view;
    expect([Math.round(width!), Math.round(height!)]).toEqual([595, 842]);
  });
});

describe('the workbook', () => {
  test('has typed cells, heads that stay, and filters', async () => {
    const { sheets } = await readXlsx(await workbookIn('da'));
    expect(sheets.map(({ name }) => name)).toEqual(['Overblik', 'Alle tal', 'Fund']);
    for (const { freezePane, autoFilter, rows } of sheets.slice(1)) {
      expect([freezePane?.rows, autoFilter?.range?.startsWith('A1:')]).toEqual([1, true]);
      expect(rows.length).toBeGreaterThan(50);
    }
    expect(typeof sheets[1]!.rows[1]![6]).toBe('number');
  });

  test('runs nothing that a case or a model wrote', async () => {
    const { sheets } = await readXlsx(await workbookIn('da'));
    const texts = sheets.flatMap(({ rows }) => rows.flat()).filter((cell) => typeof cell === 'string');
    expect(texts.filter((text) => /^\s*[=+@]/u.test(text) || /^\s*-\D/u.test(text))).toEqual([]);
    expect(texts.some((text) => /[\u202A-\u202E\u2066-\u2069]/u.test(text))).toBe(false);
  });

  test('sends to the CSV where there are more findings than fit', async () => {
    const { materials } = await sampleResult();
    async function* endless() {
      for (let at = 0; at < 10_000; at += 1) yield* materials;
    }
    const { sheets } = await buildWorkbook(await contextIn('da'), endless());
    expect(sheets[2]!.rows).toEqual([
      ['Der er flere fund, end der er plads til her. De står alle i findings.csv.'],
    ]);
  });
});

describe('the summary', () => {
  test('lets no text of a card or model become markup', async () => {
    const report = await contextIn('da');
    for (const text of Object.values(hostileText)) {
      const { result } = report;
      const dataset = { ...result.dataset, noticeDa: `${text} | [x](https://e.example) <b> # ${text}` };
      const suite = { ...result.suite, titleDa: text };
      const lines = renderSummary({ ...report, result: { ...result, dataset, suite } }).split('\n');
      expect(lines.filter((line) => line.startsWith('#'))).toHaveLength(3);
      expect(lines.join('\n')).not.toMatch(/(?<!\\)\[x|(?<!\\)<b|https:\/\/e/u);
      expect(lines.filter((line) => line.startsWith('|'))).toHaveLength(2 + result.models.length);
    }
  });
});
