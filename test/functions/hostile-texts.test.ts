import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parse } from 'csv-parse/sync';
import { strFromU8, unzipSync } from 'fflate';
import { readXlsx } from 'hucre/xlsx';
import type { Browser } from 'playwright-core';
import { extractText, getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, describe, expect, type TestContext, test } from 'vitest';
import { cellLimit } from '../../datasets/tables/cell-text.ts';
import { ResultSchema, RunRecordSchema } from '../../evals/artifacts.ts';
import { BoardListSchema, BoardSchema, ModelHistorySchema } from '../../evals/publishing/board.ts';
import { renderRunList } from '../../reports/run-list/render-run-list.ts';
import { launchBrowser } from '../support/browser.ts';
import { hostileTexts, openHostileRun } from '../support/hostile-run.ts';
import { lookAt, openFolds, widthAt } from '../support/look-at-page.ts';
import type { CliResult } from '../support/run-cli.ts';

/** What changes how text is read without being seen, half characters, and signs that no page may hold. */
const unseen =
  /[\u061C\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\uFFFE\uFFFF\u{E0000}-\u{E007F}]|(?![\n\t\r])\p{Cc}|\p{Cs}/u;
/** More marks than a letter bears. */
const piled = /\p{M}{9}/u;

let browser: Browser | null = null;
let hostile: Awaited<ReturnType<typeof openHostileRun>>;
let reported: CliResult;
let published: CliResult[];
/** Every file of the report and the site, by its path from the folder of all, with its size. */
const files = new Map<string, number>();
const read = (file: string) => readFile(join(hostile.folder, file), 'utf8');
const named = (ending: string) => [...files.keys()].filter((file) => file.endsWith(ending));
const report = (name: string) => [...files.keys()].find((file) => file.endsWith(`report/${name}`))!;

async function listFiles(folder: string): Promise<void> {
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    files.set(path.slice(hostile.folder.length + 1), (await stat(path)).size);
  }
}

beforeAll(async () => {
  browser = await launchBrowser();
  hostile = await openHostileRun();
  reported = await hostile.report();
  published = await hostile.publish();
  await listFiles(join(hostile.run, 'report'));
  await listFiles(join(hostile.folder, 'site'));
}, 300_000);

afterAll(async () => {
  await browser?.close();
  await hostile?.close();
});

describe('hostile texts of vendors and cases', () => {
  test('stop no command, and leave the terminal as it was', async () => {
    for (const { code, stdout, stderr } of [hostile.done, reported, ...published, await hostile.verify()]) {
      expect([code, stdout.length < 20_000, stderr.length < 20_000]).toEqual([0, true, true]);
      expect(unseen.exec(stdout + stderr)).toBe(null);
    }
  });

  test('make no file large but the results, which hold names whole', () => {
    const large = [...files].filter(([file, bytes]) => !file.endsWith('.json') && bytes > 1_000_000);
    expect(large).toEqual([]);
    expect(files.get(report('report.pdf'))).toBeGreaterThan(10_000);
  });

  test('are in no page or text with a sign that cannot be seen, or a pile of marks', async () => {
    const texts = [...files.keys()].filter((file) => /\.(?:html|md|csv|js|xml)$/u.test(file));
    expect(texts.length).toBeGreaterThan(80);
    for (const file of texts) {
      const text = (await read(file)).replace(/^\uFEFF/u, '');
      expect([file, unseen.exec(text)?.[0], piled.test(text)]).toEqual([file, undefined, false]);
    }
  });

  test('say where they were cut', async () => {
    const whole = hostileTexts.word!.length;
    for (const file of [report('rapport.html'), report('report.html'), ...named('report.md')]) {
      expect(await read(file)).toMatch(/… \\?\[\+\d+\\?\]/u);
    }
    const { length } = (await read(named('sag-h24.1.html')[0]!)).replaceAll(/<[^>]*>/gu, '');
    expect([length > 200_000, length < whole]).toEqual([true, true]);
  });

  test('are no formula in a CSV, and fit its cells', async () => {
    for (const name of ['figures.csv', 'findings.csv']) {
      const rows = parse(await read(report(name)), { bom: true, delimiter: ';' }) as string[][];
      const number = /^-\d+(?:,\d+)?$/u;
      const cells = rows.flat().filter((cell) => !number.test(cell));
      expect(cells.filter((cell) => /^\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20\u2212]/u.test(cell))).toEqual([]);
      expect(Math.max(...cells.map((cell) => cell.length))).toBeLessThanOrEqual(cellLimit);
    }
  });

  test('are no formula in a workbook, and fit its cells', async () => {
    for (const name of ['rapport.xlsx', 'report.xlsx']) {
      const bytes = new Uint8Array(await readFile(join(hostile.folder, report(name))));
      const parts = Object.entries(unzipSync(bytes)).map(([part, body]) => [part, strFromU8(body)] as const);
      expect(
        parts.filter(([, xml]) => /<f[\s>]|<hyperlink|<externalLink/u.test(xml)).map(([part]) => part),
      ).toEqual([]);
      const { sheets } = await readXlsx(bytes);
      const cells = sheets.flatMap(({ rows }) => rows.flat()).filter((cell) => typeof cell === 'string');
      expect(cells.length).toBeGreaterThan(500);
      expect(Math.max(...cells.map((cell) => cell.length))).toBeLessThanOrEqual(cellLimit);
      expect(cells.filter((cell) => unseen.test(cell) || /^\s*(?:[=+@]|-\D)/u.test(cell))).toEqual([]);
    }
  });

  test('are no link, heading, tag or cell in Markdown', async () => {
    const card = await hostile.card();
    expect(card.code).toBe(0);
    for (const text of [await read(report('rapport.md')), await read(report('report.md')), card.stdout]) {
      expect(text.length).toBeLessThan(100_000);
      expect(text).not.toMatch(/(?<!\\)(?:<|\]\(|\[klik)/u);
      expect(unseen.exec(text)).toBe(null);
      const tables = text.split('\n').filter((line) => line.startsWith('|'));
      const cells = tables.map((line) => line.split(/(?<!\\)\|/u).length);
      expect(new Set(cells).size).toBeLessThanOrEqual(2);
    }
  });

  test('leave the result a result, signed as it was written', async () => {
    const result = JSON.parse(await readFile(join(hostile.run, 'result.json'), 'utf8'));
    expect(ResultSchema.parse(result).models).toHaveLength(3);
    expect((await hostile.verify()).stdout).toContain('Genuine');
  });

  test('print to a PDF of some pages', async (context) => {
    if (browser === null) return context.skip('no Chromium here: set CHROME_PATH');
    const bytes = new Uint8Array(await readFile(join(hostile.folder, report('report.pdf'))));
    const { totalPages, text } = await extractText(await getDocumentProxy(bytes), { mergePages: true });
    expect([totalPages > 5, totalPages < 100]).toEqual([true, true]);
    expect(text).toContain('<script>globalThis.broken = true</script>');
  });

  test('leave the data of a leaderboard valid', async () => {
    const api = named('.json').filter((file) => file.startsWith('site/api/'));
    for (const file of api) {
      const schema = file.endsWith('api/boards.json')
        ? BoardListSchema
        : file.includes('/boards/')
          ? BoardSchema
          : ModelHistorySchema;
      expect([file, schema.safeParse(JSON.parse(await read(file))).success]).toEqual([file, true]);
    }
    expect(api.length).toBeGreaterThan(3);
  });
});

/** In each page: what is requested, runs or complains; how wide it is; its longest text; what leads nowhere good. */
async function faultsOf(context: TestContext, file: string, longest: number): Promise<unknown> {
  if (browser === null) return context.skip('no Chromium here: set CHROME_PATH');
  const root = `${pathToFileURL(hostile.folder).href}/`;
  const { page, trouble, close } = await lookAt(
    browser,
    root + file.split('/').map(encodeURIComponent).join('/'),
    root,
  );
  try {
    await openFolds(page);
    const wide: unknown[] = [];
    for (const width of [360, 768, 1280]) if ((await widthAt(page, width)) !== width) wide.push(width);
    await page.emulateMedia({ media: 'print' });
    if ((await widthAt(page, 688)) !== 688) wide.push('print');
    const [broken, length, links] = (await page.evaluate(`(() => {
      const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      let length = 0;
      while (texts.nextNode()) if (!/^(?:SCRIPT|STYLE)$/.test(texts.currentNode.parentNode.tagName)) length = Math.max(length, texts.currentNode.length);
      return ['broken' in globalThis, length, [...document.links].filter(({ protocol }) => !/^(?:file|https?):$/.test(protocol)).length];
    })()`)) as [boolean, number, number];
    return { file, trouble, wide, broken, long: length > longest ? length : 0, links };
  } finally {
    await close();
  }
}

const good = (file: string) => ({ file, trouble: [], wide: [], broken: false, long: 0, links: 0 });

describe('in a browser, hostile texts', () => {
  test('harm no report and no list of cases', async (context) => {
    const pages = ['rapport.html', 'report.html', 'sager/index.html', 'cases/index.html'].map(report);
    for (const file of pages) expect(await faultsOf(context, file, 3000)).toEqual(good(file));
  });

  test('harm no case, with the page of its documents', { timeout: 120_000 }, async (context) => {
    const pages = named('.html').filter((file) => file.includes('/sager/sag-'));
    expect(pages.length).toBeGreaterThan(25);
    for (const file of pages) {
      const longest = /\.\d+\.html$/u.test(file) ? 210_000 : 25_000;
      expect(await faultsOf(context, file, longest)).toEqual(good(file));
    }
  });

  test('harm no page of a leaderboard, and its feed is XML', { timeout: 60_000 }, async (context) => {
    const pages = named('.html').filter((file) => file.startsWith('site/'));
    expect(pages.length).toBeGreaterThan(12);
    for (const file of pages) expect(await faultsOf(context, file, 3000)).toEqual(good(file));
    if (browser === null) return;
    const page = await browser.newPage();
    context.onTestFinished(() => page.close());
    const feeds = named('.xml');
    expect(feeds).toHaveLength(2);
    for (const feed of feeds) {
      const parsed = `(() => {
        const feed = new DOMParser().parseFromString(${JSON.stringify(await read(feed))}, 'application/xml');
        return [feed.querySelector('parsererror')?.textContent, feed.querySelectorAll('entry').length, feed.querySelectorAll('script').length];
      })()`;
      expect(await page.evaluate(parsed)).toEqual([undefined, 1, 0]);
    }
  });

  test('harm no list of runs', async (context) => {
    if (browser === null) return context.skip('no Chromium here: set CHROME_PATH');
    const record = RunRecordSchema.parse(JSON.parse(await readFile(join(hostile.run, 'run.json'), 'utf8')));
    const page = await browser.newPage({ viewport: { width: 360, height: 900 } });
    context.onTestFinished(() => page.close());
    await page.setContent(renderRunList([{ name: 'x'.repeat(200), record, reports: ['da', 'en'] }], 'da'));
    expect(
      await page.evaluate(
        "[document.documentElement.scrollWidth, 'broken' in globalThis, document.body.innerText.length < 10000]",
      ),
    ).toEqual([360, false, true]);
  });
});
