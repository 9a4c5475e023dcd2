import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readXlsx } from 'hucre/xlsx';
import type { Browser } from 'playwright-core';
import { extractText, getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkInFiles } from '../../../reports/check-in/check-in-files.ts';
import { checkInTableIds } from '../../../reports/check-in/tables/check-in-table.ts';
import { wordingOf } from '../../../reports/wording/wording-of.ts';
import { launchBrowser } from '../../support/browser.ts';
import { runCheckIn } from '../../support/check-in-cluster.ts';
import { dense, readFormats } from '../../support/check-in-formats.ts';
import {
  compareCases,
  compareChanges,
  compareGates,
  compareMunicipalities,
  compareProvisions,
  compareSheets,
  compareTrend,
} from '../../support/compare-check-in-formats.ts';
import { writeRichMonth } from '../../support/rich-cluster.ts';
import { runCli } from '../../support/run-cli.ts';
import { temporaryFolder } from '../../support/small-dataset.ts';

const languages = ['da', 'en'] as const;
type Language = (typeof languages)[number];
const month = 'check-ins/klynge/2026-10';
let place: Awaited<ReturnType<typeof temporaryFolder>>;
let browser: Browser | null;
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
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await place[Symbol.asyncDispose]();
});

describe.each(languages)('every format of a check-in (%s)', (language) => {
  const words = wordingOf(language);
  const said = words.checkIn;

  it('says the same numbers', { timeout: 120_000 }, async (context) => {
    if (browser === null) return context.skip('no Chromium here: set CHROME_PATH');
    const folder = join(place.folder, month);
    const formats = await readFormats(folder, language, browser, printed[language]);
    expect(compareSheets(formats)).toBeGreaterThan(1000);
    expect(compareTrend(formats)).toBe(24);
    expect(compareChanges(formats)).toBe(108);
    expect(compareGates(formats)).toBe(20);
    expect(compareMunicipalities(formats)).toBeGreaterThan(20);
    expect(compareProvisions(formats)).toBeGreaterThanOrEqual(9);
    expect(compareCases(formats)).toBeGreaterThanOrEqual(14);
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
