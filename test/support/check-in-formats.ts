import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parse } from 'csv-parse/sync';
import { readXlsx } from 'hucre/xlsx';
import type { Browser } from 'playwright-core';
import { extractText, getDocumentProxy } from 'unpdf';
import { type CheckIn, CheckInSchema } from '../../evals/check-in/check-in.ts';
import type { Figure } from '../../evals/statistics/interval.ts';
import { checkInFiles } from '../../reports/check-in/check-in-files.ts';
import { type CheckInTableId, checkInTableIds } from '../../reports/check-in/tables/check-in-table.ts';
import { formatShare, formatShareRange } from '../../reports/render/format-number.ts';
import { wordingOf } from '../../reports/wording/wording-of.ts';

type Language = 'da' | 'en';

/** A row of CSV by its heads. */
export type Row = Record<string, string>;

/** A month's check-in as its readers get it. Texts have no blanks. */
export interface ReadFormats {
  language: Language;
  record: CheckIn;
  csv: Record<CheckInTableId, Row[]>;
  sheets: { name: string; rows: unknown[][] }[];
  /** Of the page, in its order. */
  tables: { caption: string; rows: string[][] }[];
  page: string;
  pdf: string;
  mail: string;
}

/** All blanks gone: readers of HTML and PDF give them as they please. */
export const dense = (text: string) => text.replaceAll(/[\s\u00A0\u202F\u00AD]+/gu, '');

/**
 * Reads every format of a month back.
 * @param pdf the printed page in this language
 */
export async function readFormats(
  folder: string,
  language: Language,
  browser: Browser,
  pdf: Uint8Array,
): Promise<ReadFormats> {
  const { page, mail, workbook } = checkInFiles[language];
  const text = (name: string) => readFile(join(folder, name), 'utf8');
  const csv = {} as ReadFormats['csv'];
  for (const id of checkInTableIds) {
    const rows = await text(`${checkInFiles.tables}/${id}.csv`);
    csv[id] = parse(rows, { bom: true, columns: true, delimiter: ';' }) as Row[];
  }
  const { sheets } = await readXlsx(await readFile(join(folder, workbook)));
  const printed = await extractText(await getDocumentProxy(new Uint8Array(pdf)), { mergePages: true });
  return {
    language,
    record: CheckInSchema.parse(JSON.parse(await text(checkInFiles.record))),
    csv,
    sheets: sheets.map(({ name, rows }) => ({ name, rows })),
    tables: await readTables(browser, join(folder, page)),
    page: dense((await text(page)).replaceAll(/<[^>]*>/gu, '')),
    pdf: dense(printed.text),
    mail: dense((await text(mail)).replaceAll('\\', '')),
  };
}

/** The tables as a browser has them. */
async function readTables(browser: Browser, file: string): Promise<ReadFormats['tables']> {
  const page = await (await browser.newContext()).newPage();
  await page.goto(pathToFileURL(file).href);
  const tables = (await page.evaluate(
    `[...document.querySelectorAll('table')].map((table) => ({
      caption: table.caption.textContent,
      rows: [...table.tBodies[0].rows].map((row) => [...row.cells].map((cell) => cell.textContent)),
    }))`,
  )) as ReadFormats['tables'];
  await page.context().close();
  return tables.map(({ caption, rows }) => ({ caption, rows: rows.map((row) => row.map(dense)) }));
}

/** A number as CSV has it; null for an empty cell. */
export function numberOf(cell: string | undefined): number | null {
  return cell === undefined || cell === '' ? null : Number(cell.replace(',', '.'));
}

/** A figure as a row of CSV has it. */
export function figureOf(row: Row): Figure {
  const [low, high] = [numberOf(row.low), numberOf(row.high)];
  return {
    value: numberOf(row.value),
    interval: low === null || high === null ? null : { low, high, level: 0.95 },
    cases: Number(row.cases),
    items: Number(row.items),
    ...(row.reason === undefined || row.reason === ''
      ? {}
      : { reason: row.reason as NonNullable<Figure['reason']> }),
  };
}

/** A share with interval and n in words, from the numbers of a CSV. */
export function sayShare(row: Row, language: Language): string {
  const { figure: said } = wordingOf(language);
  const { value, interval, cases } = figureOf(row);
  const none = value === null ? said.none : said.noInterval(said.reasons.tooFewCases);
  const range = interval === null ? none : formatShareRange(interval.low, interval.high, language);
  const share = value === null ? said.undefined : formatShare(value, language);
  return dense(`${share}${range}${said.n(String(cases))}`);
}
