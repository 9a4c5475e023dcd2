import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, type TestContext, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { checkInFiles } from '../../reports/check-in/check-in-context.ts';
import { launchBrowser } from '../support/browser.ts';
import { clusterYaml, runCheckIn, writeOctober, writeSeptember } from '../support/check-in-cluster.ts';
import { hostileText } from '../support/hostile-text.ts';
import { temporaryFolder } from '../support/small-dataset.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const languages = ['da', 'en'] as const;
type Language = (typeof languages)[number];
const widths = [360, 768, 1280];
let browser: Browser | null = null;
let place: Awaited<ReturnType<typeof temporaryFolder>>;

/** A cluster and decisions that want to break the page. */
async function plantHostileTexts(folder: string): Promise<void> {
  const cluster = parse(clusterYaml) as { title: string; members: { name: string }[]; decisionsFile: string };
  cluster.title = hostileText.script;
  cluster.members[0]!.name = hostileText.attribute;
  cluster.members[1]!.name = 'x'.repeat(200);
  cluster.decisionsFile = 'decisions.json.yaml';
  await writeFile(join(folder, 'cluster.yaml'), stringify(cluster));
  const decisions = [hostileText.script, hostileText.style, hostileText.bidi, 'x'.repeat(2000)].map(
    (decision) => ({
      date: '2026-09-20',
      case: 'c02',
      code: hostileText.link,
      decision,
      by: hostileText.formula,
    }),
  );
  await writeFile(join(folder, 'decisions.json.yaml'), stringify(decisions));
}

beforeAll(async () => {
  browser = await launchBrowser();
  if (browser === null) return;
  place = await temporaryFolder();
  await writeSeptember(place.folder);
  expect((await runCheckIn(place.folder, '2026-09')).code).toBe(0);
  await writeOctober(place.folder);
  await plantHostileTexts(place.folder);
  for (const language of languages) {
    expect((await runCheckIn(place.folder, '2026-10', ['--language', language])).code).toBe(0);
  }
});

afterAll(async () => {
  await browser?.close();
  await place?.[Symbol.asyncDispose]();
});

async function open(context: TestContext, month: string, language: Language, width = 1280) {
  if (browser === null) return context.skip('no Chromium here: set CHROME_PATH');
  const fresh = await browser.newContext({ viewport: { width, height: 900 }, reducedMotion: 'reduce' });
  context.onTestFinished(() => fresh.close());
  const page = await fresh.newPage();
  const trouble: string[] = [];
  page.on('request', (request) => !request.url().startsWith('file:') && trouble.push(request.url()));
  page.on('console', (message) => trouble.push(message.text()));
  page.on('pageerror', (error) => trouble.push(error.message));
  const file = join(place.folder, 'check-ins/klynge', month, checkInFiles[language].page);
  await page.goto(pathToFileURL(file).href);
  return { page, trouble };
}

const violations = (page: Page) =>
  page.evaluate(
    'axe.run().then(({ violations }) => violations.map(({ id, nodes }) => [id, ...nodes.slice(0, 3).map(({ html }) => html)]))',
  );

describe('the check-in in a browser', () => {
  test.for(languages)(
    'axe finds nothing, light or dark (%s)',
    { timeout: 120_000 },
    async (language, context) => {
      const { page, trouble } = await open(context, '2026-10', language);
      await page.evaluate(axe);
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        expect(await violations(page)).toEqual([]);
      }
      expect(trouble).toEqual([]);
      expect(await page.evaluate("'broken' in globalThis")).toBe(false);
    },
  );

  test.for(languages.flatMap((language) => widths.map((width) => [language, width] as const)))(
    'no line is wider than the window (%s, %i px)',
    async ([language, width], context) => {
      const { page } = await open(context, '2026-10', language, width);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
    },
  );

  test.for(languages)('no printed line is wider than the type area of A4 (%s)', async (language, context) => {
    const { page } = await open(context, '2026-10', language, 688);
    await page.emulateMedia({ media: 'print' });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(688);
  });

  test('by keyboard to the agenda, and to a case that is there', async (context) => {
    const { page } = await open(context, '2026-10', 'da');
    await page.keyboard.press('Tab');
    expect(await page.locator(':focus').getAttribute('class')).toBe('skip');
    const first = page.locator('section[aria-labelledby="del-agenda"] .links a').first();
    const id = await first.innerText();
    await first.focus();
    await page.keyboard.press('Enter');
    await page.waitForSelector('h1');
    expect(await page.locator('h1').innerText()).toContain(id);
  });
});
