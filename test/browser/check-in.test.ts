import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, type TestContext, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { checkInFiles } from '../../reports/check-in/check-in-files.ts';
import { launchBrowser } from '../support/browser.ts';
import { clusterYaml, runCheckIn, writeOctober, writeSeptember } from '../support/check-in-cluster.ts';
import { hostileText } from '../support/hostile-text.ts';
import { writeRichMonth } from '../support/rich-cluster.ts';
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
  await writeIn(place.folder, '2026-09', languages);
  await writeOctober(place.folder);
  await plantHostileTexts(place.folder);
  await writeIn(place.folder, '2026-10', languages);
  const rich = join(place.folder, 'rich');
  await writeRichMonth(rich, '2026-09');
  await writeIn(rich, '2026-09', ['da']);
  await writeRichMonth(rich, '2026-10');
  await writeIn(rich, '2026-10', languages);
}, 240_000);

async function writeIn(folder: string, month: string, all: readonly Language[]): Promise<void> {
  for (const language of all) {
    expect((await runCheckIn(folder, month, ['--language', language])).code).toBe(0);
  }
}

afterAll(async () => {
  await browser?.close();
  await place?.[Symbol.asyncDispose]();
});

/** @param month of the cluster; or of `rich`, which has two data sets */
async function open(context: TestContext, month: string, language: Language, width = 1280) {
  if (browser === null) return context.skip('no Chromium here: set CHROME_PATH');
  const fresh = await browser.newContext({ viewport: { width, height: 900 }, reducedMotion: 'reduce' });
  context.onTestFinished(() => fresh.close());
  const page = await fresh.newPage();
  const trouble: string[] = [];
  page.on('request', (request) => !request.url().startsWith('file:') && trouble.push(request.url()));
  page.on('console', (message) => trouble.push(message.text()));
  page.on('pageerror', (error) => trouble.push(error.message));
  const [name, folder] = month.split(' ').reverse() as [string, string?];
  const file = join(place.folder, folder ?? '', 'check-ins/klynge', name, checkInFiles[language].page);
  await page.goto(pathToFileURL(file).href);
  return { page, trouble };
}

const violations = (page: Page) =>
  page.evaluate(
    'axe.run().then(({ violations }) => violations.map(({ id, nodes }) => [id, ...nodes.slice(0, 3).map(({ html }) => html)]))',
  );

/** Each page at each width; and as it is printed on A4. */
const looks = languages.flatMap((language) => [
  ...widths.map((width) => [language, width, 'screen'] as const),
  [language, 688, 'print'] as const,
]);
/** The first check-in; one after it, with hostile text; one on two data sets. */
const months = ['2026-09', '2026-10', 'rich 2026-10'] as const;

describe('the check-in in a browser', () => {
  test.for(looks.flatMap((look) => months.map((month) => [month, ...look] as const)))(
    'axe finds nothing, light or dark, and no line is wider than the window (%s, %s, %i px, %s)',
    { timeout: 120_000 },
    async ([month, language, width, media], context) => {
      const { page, trouble } = await open(context, month, language, width);
      await page.emulateMedia({ media });
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
      await page.evaluate(axe);
      for (const colorScheme of media === 'print' ? (['light'] as const) : (['light', 'dark'] as const)) {
        await page.emulateMedia({ media, colorScheme });
        expect(await violations(page)).toEqual([]);
      }
      expect(trouble).toEqual([]);
      expect(await page.evaluate("'broken' in globalThis")).toBe(false);
    },
  );

  test.for(languages)(
    'by keyboard alone: past the head, to each section, to a case and its page (%s)',
    async (language, context) => {
      const { page, trouble } = await open(context, '2026-10', language, 768);
      await page.keyboard.press('Tab');
      expect(await page.locator(':focus').getAttribute('class')).toBe('skip');
      await page.keyboard.press('Enter');
      const reached: string[] = [];
      for (let presses = 0; presses < 400; presses += 1) {
        await page.keyboard.press('Tab');
        const href = await page.locator(':focus').getAttribute('href');
        expect(await page.evaluate('getComputedStyle(document.activeElement).outlineStyle')).toBe('solid');
        reached.push(href!);
        if (href!.startsWith('runs/')) break;
      }
      // The contents come first: every section has its link there, and the link's place is in the page.
      const sections = await page.locator('main section').count();
      expect(reached.filter((href) => href.startsWith('#del-'))).toHaveLength(sections - 1);
      for (const href of reached.filter((each) => each.startsWith('#'))) {
        expect([href, await page.locator(`[id="${href.slice(1)}"]`).count()]).toEqual([href, 1]);
      }
      const id = await page.locator(':focus').innerText();
      await page.keyboard.press('Enter');
      await page.waitForSelector('h1');
      expect(await page.locator('h1').innerText()).toContain(id);
      expect(trouble).toEqual([]);
    },
  );

  test.for(languages)('has headings in order, and one name a table (%s)', async (language, context) => {
    const { page } = await open(context, '2026-10', language);
    const levels = (await page.evaluate(
      "[...document.querySelectorAll('h1,h2,h3,h4')].map(({ tagName }) => Number(tagName[1]))",
    )) as number[];
    expect(levels.filter((level, at) => at > 0 && level > levels[at - 1]! + 1)).toEqual([]);
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    const captions = (await page.evaluate(
      "[...document.querySelectorAll('table')].map((table) => table.caption?.textContent ?? '')",
    )) as string[];
    expect(captions.every((caption) => caption !== '')).toBe(true);
    expect(new Set(captions).size).toBe(captions.length);
  });
});
