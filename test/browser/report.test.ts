import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { extractText, getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, describe, expect, type TestContext, test } from 'vitest';
import { anchor, hrefTo } from '../../reports/render/anchor.ts';
import { caseHref, reportFiles } from '../../reports/render/report-files.ts';
import { launchBrowser } from '../support/browser.ts';
import { sampleReportFiles } from '../support/sample-report.ts';

const languages = ['da', 'en'] as const;
const folder = mkdtempSync(join(tmpdir(), 'maalestok-report-'));
const urls = { da: '', en: '' };
let browser: Browser | null = null;

beforeAll(async () => {
  browser = await launchBrowser();
  if (browser === null) return;
  for (const language of languages) {
    for (const [name, body] of await sampleReportFiles(language)) {
      const file = join(folder, name);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, body);
    }
    urls[language] = pathToFileURL(join(folder, reportFiles[language].report)).href;
  }
});

afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true });
});

interface Opened {
  page: Page;
  /** Every request to another place than the report's folder, and every error that the page reports. */
  trouble: string[];
}

/** The report, or another page in its folder, in a fresh context; without a browser the test reports itself as not run. */
async function openReport(
  context: TestContext,
  language: 'da' | 'en',
  options: { width?: number; javaScriptEnabled?: boolean; name?: string } = {},
): Promise<Opened> {
  if (browser === null) return context.skip('no Chromium here: set CHROME_PATH');
  const { width = 1280, javaScriptEnabled = true, name } = options;
  const url = name === undefined ? urls[language] : new URL(name, urls[language]).href;
  const fresh = await browser.newContext({
    viewport: { width, height: 900 },
    reducedMotion: 'reduce',
    javaScriptEnabled,
  });
  context.onTestFinished(() => fresh.close());
  const page = await fresh.newPage();
  const trouble: string[] = [];
  const own = pathToFileURL(folder).href;
  page.on('request', (request) => !request.url().startsWith(`${own}/`) && trouble.push(request.url()));
  page.on('console', (message) => trouble.push(message.text()));
  page.on('pageerror', (error) => trouble.push(error.message));
  page.on('dialog', (dialog) => {
    trouble.push(dialog.message());
    void dialog.dismiss();
  });
  await page.goto(url);
  return { page, trouble };
}

/** Presses Tab until the focus is on that link, then Enter. */
async function followByKeyboard(page: Page, href: string, limit = 150): Promise<void> {
  for (let presses = 0; presses < limit; presses += 1) {
    await page.keyboard.press('Tab');
    if ((await page.locator(':focus').getAttribute('href')) !== href) continue;
    await page.keyboard.press('Enter');
    return;
  }
  throw new Error(`Cannot reach a link to "${href}": not within ${limit} presses of Tab`);
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
    const answer = anchor.answer(caseId, 'nordlys-2');
    const way: [href: string, id: string][] = [
      [hrefTo(anchor.model('nordlys-2')), anchor.model('nordlys-2')],
      [caseHref('da', caseId, answer), answer],
      [hrefTo(finding), finding],
      [hrefTo(anchor.defect(caseId, 'M3')), anchor.defect(caseId, 'M3')],
    ];
    for (const [href, id] of way) {
      await followByKeyboard(page, href);
      await page.waitForSelector(`[id="${id}"]`);
      expect([id, await isInView(page, id)]).toEqual([id, true]);
    }
  });

  test('the policy of the page stops a script that got in', async (context) => {
    const { page } = await openReport(context, 'da');
    const blocked = page.waitForEvent('requestfailed');
    await page.evaluate(
      'document.body.insertAdjacentHTML(\'beforeend\', \'<img src="https://example.invalid/x.png" onerror="globalThis.broken = true">\')',
    );
    expect((await blocked).failure()).toEqual({ errorText: 'csp' });
    expect(await page.evaluate("'broken' in globalThis")).toBe(false);
  });

  test('with scripts switched off a case is all there, and the list says what it needs', async (context) => {
    const name = caseHref('da', 'sag-010');
    const { page } = await openReport(context, 'da', { javaScriptEnabled: false, name });
    expect(await page.locator('.pagetext').first().isVisible()).toBe(true);
    await page.goto(new URL('sager/index.html', urls.da).href);
    expect(await page.locator('noscript').innerText()).toContain('findings.csv');
  });

  test('prints to A4: charts and the figures behind them', async (context) => {
    const { page } = await openReport(context, 'da');
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
    expect([await seen('details.figures td'), await seen('svg')]).toEqual([true, true]);
    expect([await seen('.print-only'), await seen('details.all')]).toEqual([true, false]);
  });
});
