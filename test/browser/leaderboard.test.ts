import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, type TestContext, test } from 'vitest';
import { sitePaths } from '../../reports/leaderboard/site-paths.ts';
import { launchBrowser, untilTrue } from '../support/browser.ts';
import { filesIn, hostileModel, openPublishing } from '../support/published-runs.ts';

let browser: Browser | null = null;
let place: Awaited<ReturnType<typeof openPublishing>>;
let key = '';

beforeAll(async () => {
  browser = await launchBrowser();
  if (browser === null) return;
  place = await openPublishing();
  const file = await place.consent(['god', 'anden', hostileModel]);
  for (const run of [place.one, place.hostile, place.other]) await place.publish(run, file);
  await place.build();
  const { boards } = JSON.parse((await filesIn(place.site)).get('api/boards.json')!);
  key = boards.find(
    ({ dataset }: { dataset: { split: string } }) => dataset.split === 'test',
  ).comparabilityKey;
});

afterAll(async () => {
  await browser?.close();
  await place?.close();
});

function pathOf(language: 'da' | 'en', kind: 'index' | 'board' | 'model'): string {
  const paths = sitePaths(language);
  switch (kind) {
    case 'board':
      return paths.board(key);
    case 'model':
      return paths.model(hostileModel);
    default:
      return paths[kind];
  }
}

/** Every request to another place than the site's folder, and every error that the page reports, is trouble. */
async function open(
  context: TestContext,
  path: string,
  { width = 1280, javaScriptEnabled = true, hash = '' } = {},
): Promise<{ page: Page; trouble: string[] }> {
  if (browser === null) return context.skip('no Chromium here: set CHROME_PATH');
  const fresh = await browser.newContext({
    viewport: { width, height: 900 },
    reducedMotion: 'reduce',
    javaScriptEnabled,
  });
  context.onTestFinished(() => fresh.close());
  const page = await fresh.newPage();
  const trouble: string[] = [];
  const own = pathToFileURL(place.site).href;
  page.on('request', (request) => !request.url().startsWith(`${own}/`) && trouble.push(request.url()));
  page.on('console', (message) => trouble.push(message.text()));
  page.on('pageerror', (error) => trouble.push(error.message));
  await page.goto(`${pathToFileURL(join(place.site, path)).href}${hash}`);
  return { page, trouble };
}

describe('the leaderboard in a browser', () => {
  test('filters hide models, say how many, keep their choice in the address and leave the ranks', async (context) => {
    const { page, trouble } = await open(context, pathOf('da', 'board'));
    const rows = () => page.locator('section[data-all] tr:has([data-kind]):visible').allInnerTexts();
    const before = await rows();
    expect(before.length).toBe(4);
    await page.selectOption('select[name="kind"]', 'vendor');
    const vendors = before.filter((row) => !row.includes('silent'));
    expect(await rows()).toEqual(vendors);
    expect(await page.locator('#antal').innerText()).toContain('3 af 4 modeller vises');
    expect(await page.evaluate('location.hash')).toBe('#kind=vendor');
    await page.selectOption('select[name="type"]', 'shed');
    expect(await page.locator('[data-type="shed"] table').isVisible()).toBe(true);
    expect(await rows()).toEqual([]);
    expect(await page.locator('#antal').innerText()).toContain('3 af 4 modeller vises');
    await page.click('button[type="reset"]');
    await untilTrue(page, "location.hash === ''");
    expect(await rows()).toEqual(before);
    expect(trouble).toEqual([]);
  });

  test('an address brings its choice along, and one that is not there is none', async (context) => {
    const { page } = await open(context, pathOf('en', 'index'), {
      hash: '#provenance=run-by-us&kind=%3Cb%3E',
    });
    expect(await page.locator('select[name="provenance"]').inputValue()).toBe('run-by-us');
    expect(await page.locator('select[name="kind"]').inputValue()).toBe('');
    const shown = await page.locator('tr:has([data-kind]):visible').count();
    expect(await page.locator('#antal').innerText()).toContain(`${shown} of `);
  });

  test('without scripts everything is there and no filter shows', async (context) => {
    const { page } = await open(context, pathOf('da', 'board'), { javaScriptEnabled: false });
    expect(await page.locator('form').isVisible()).toBe(false);
    expect(await page.locator('section[data-all] tr:has([data-kind])').count()).toBe(4);
  });

  test('by keyboard alone: from the first page to a board and to a model', async (context) => {
    const { page } = await open(context, pathOf('da', 'index'));
    for (const wanted of [pathOf('da', 'board'), pathOf('da', 'model')]) {
      let followed = false;
      for (let presses = 0; presses < 60 && !followed; presses += 1) {
        await page.keyboard.press('Tab');
        const address = String(await page.evaluate("document.activeElement.href ?? ''"));
        followed = decodeURIComponent(address).endsWith(`/${decodeURIComponent(wanted)}`);
      }
      expect([wanted, followed]).toEqual([wanted, true]);
      await page.keyboard.press('Enter');
      await page.waitForURL((url) => decodeURIComponent(url.pathname).endsWith(`/${wanted}`));
    }
    expect(await page.locator('h1').innerText()).toBe(hostileModel);
  });
});
