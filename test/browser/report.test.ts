import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { extractText, getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, describe, expect, type TestContext, test } from 'vitest';
import { renderReport } from '../../reports/comparison/render-report.ts';
import { anchor, hrefTo } from '../../reports/render/anchor.ts';
import { launchBrowser } from '../support/browser.ts';
import { fullReportInput } from '../support/full-report-input.ts';
import { textOf } from '../support/sample-result.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const languages = ['da', 'en'] as const;
const folder = mkdtempSync(join(tmpdir(), 'maalestok-report-'));
const urls = { da: '', en: '' };
let browser: Browser | null = null;

beforeAll(async () => {
  browser = await launchBrowser();
  if (browser === null) return;
  for (const language of languages) {
    const file = join(folder, `${language}.html`);
    writeFileSync(file, await textOf(renderReport(await fullReportInput(language))));
    urls[language] = pathToFileURL(file).href;
  }
});

afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true });
});

interface Opened {
  page: Page;
  /** Every request but the page itself, and every error that the page reports. */
  trouble: string[];
}

/** The report in a fresh context; without a browser the test reports itself as not run. */
async function openReport(
  context: TestContext,
  language: 'da' | 'en',
  options: { width?: number; javaScriptEnabled?: boolean } = {},
): Promise<Opened> {
  if (browser === null) return context.skip('no Chromium here: set CHROME_PATH');
  const { width = 1280, javaScriptEnabled = true } = options;
  const fresh = await browser.newContext({
    viewport: { width, height: 900 },
    reducedMotion: 'reduce',
    javaScriptEnabled,
  });
  context.onTestFinished(() => fresh.close());
  const page = await fresh.newPage();
  const trouble: string[] = [];
  page.on('request', (request) => request.url() !== urls[language] && trouble.push(request.url()));
  page.on('console', (message) => trouble.push(message.text()));
  page.on('pageerror', (error) => trouble.push(error.message));
  page.on('dialog', (dialog) => {
    trouble.push(dialog.message());
    void dialog.dismiss();
  });
  await page.goto(urls[language]);
  return { page, trouble };
}

/** Presses Tab until the focus is on a link to that part of the page, then Enter. */
async function followByKeyboard(page: Page, id: string, limit = 120): Promise<void> {
  for (let presses = 0; presses < limit; presses += 1) {
    await page.keyboard.press('Tab');
    if ((await page.locator(':focus').getAttribute('href')) !== hrefTo(id)) continue;
    await page.keyboard.press('Enter');
    return;
  }
  throw new Error(`Cannot reach a link to "${id}": not within ${limit} presses of Tab`);
}

/** Scripts stand as text: the project is compiled without the browser's types. */
async function openAll(page: Page): Promise<void> {
  await page.evaluate("document.querySelectorAll('details').forEach((fold) => { fold.open = true; })");
}

async function isInView(page: Page, id: string): Promise<boolean> {
  const box = await page.locator(`[id="${id}"]`).boundingBox();
  return box !== null && box.height > 0 && box.y < 900 && box.y + box.height > 0;
}

describe('the report in a browser', () => {
  test('by keyboard alone: from a model to a case, to a finding, to its defect', async (context) => {
    const { page } = await openReport(context, 'da');
    await page.keyboard.press('Tab');
    expect(await page.locator(':focus').getAttribute('class')).toBe('skip');
    await page.keyboard.press('Enter');
    const caseId = 'sag-010';
    const finding = anchor.finding(caseId, 'nordlys-2', 'F2');
    const way = [
      anchor.model('nordlys-2'),
      anchor.answer(caseId, 'nordlys-2'),
      finding,
      anchor.defect(caseId, 'M3'),
    ];
    for (const id of way) {
      await followByKeyboard(page, id);
      expect([id, await isInView(page, id)]).toEqual([id, true]);
    }
  });

  test('the focus can be seen', async (context) => {
    const { page } = await openReport(context, 'da');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    expect(await page.evaluate('getComputedStyle(document.activeElement).outlineStyle')).toBe('solid');
  });

  test.for(languages)(
    'axe finds nothing, folded or open (%s)',
    { timeout: 300_000 },
    async (language, context) => {
      const { page } = await openReport(context, language);
      await page.evaluate(axe);
      for (const open of [false, true]) {
        if (open) await openAll(page);
        expect(
          await page.evaluate(
            'axe.run().then(({ violations }) => violations.map(({ id, nodes }) => [id, ...nodes.slice(0, 3).map(({ html }) => html)]))',
          ),
        ).toEqual([]);
      }
    },
  );

  test.for(languages)(
    'nothing is requested, nothing runs, nothing complains (%s)',
    async (language, context) => {
      const { page, trouble } = await openReport(context, language);
      await openAll(page);
      await page.mouse.move(400, 400);
      await page.waitForTimeout(200);
      expect(trouble).toEqual([]);
      expect(await page.evaluate("'broken' in globalThis")).toBe(false);
    },
  );

  test('the policy of the page stops a script that got in', async (context) => {
    const { page } = await openReport(context, 'da');
    const blocked = page.waitForEvent('requestfailed');
    await page.evaluate(
      'document.body.insertAdjacentHTML(\'beforeend\', \'<img src="https://example.invalid/x.png" onerror="globalThis.broken = true">\')',
    );
    expect((await blocked).failure()).toEqual({ errorText: 'csp' });
    expect(await page.evaluate("'broken' in globalThis")).toBe(false);
  });

  test.for([360, 768, 1000, 1200, 1280])(
    'no line is wider than the window at %i px, even with all open',
    async (width, context) => {
      const { page } = await openReport(context, 'da', { width });
      await openAll(page);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
    },
  );

  test('with scripts switched off a link opens the fold it leads into', async (context) => {
    const { page } = await openReport(context, 'da', { javaScriptEnabled: false });
    const id = anchor.answer('sag-010', 'nordlys-2');
    expect(await page.locator(`[id="${id}"]`).isVisible()).toBe(false);
    await page.goto(`${urls.da}${hrefTo(id)}`);
    expect(await page.locator(`[id="${id}"]`).isVisible()).toBe(true);
  });

  test.for(languages)('no printed line is wider than the type area of A4 (%s)', async (language, context) => {
    const { page } = await openReport(context, language, { width: 688 });
    await page.emulateMedia({ media: 'print' });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(688);
  });

  test('prints to A4: charts and the figures behind them, the case documents folded away', async (context) => {
    const { page } = await openReport(context, 'da');
    await page.locator(`[id="${anchor.case('sag-010')}"] > summary`).click();
    const pdf = await page.pdf({ preferCSSPageSize: true });
    const { totalPages, text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)));
    const second = text[1]!.replaceAll(/\s+/gu, ' ');
    expect([
      second.includes(`Side 2 / ${totalPages}`),
      second.includes('Prøvemåling af fem modeller'),
      second.includes('Kontrolnøgle c0ffeec0ffee'),
    ]).toEqual([true, true, true]);
    await page.emulateMedia({ media: 'print' });
    const seen = (selector: string) => page.locator(selector).first().isVisible();
    expect([await seen('.pagetext'), await seen('details.figures td'), await seen('svg')]).toEqual([
      false,
      true,
      true,
    ]);
    const display = "getComputedStyle(document.querySelector('.case[open] .beside')).display";
    expect([await page.evaluate(display), await seen('.print-only'), await seen('details.all')]).toEqual([
      'block',
      true,
      false,
    ]);
  });
});
