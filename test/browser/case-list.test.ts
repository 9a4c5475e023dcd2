import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, type TestContext, test } from 'vitest';
import type { CaseMaterial } from '../../reports/case-view/case-material.ts';
import { shownScore } from '../../reports/case-view/pair-findings.ts';
import { launchBrowser, untilTrue } from '../support/browser.ts';
import { manyMaterials } from '../support/many-materials.ts';
import { sampleReportFiles } from '../support/sample-report.ts';

const folder = mkdtempSync(join(tmpdir(), 'maalestok-cases-'));
const list = pathToFileURL(join(folder, 'sager/index.html')).href;
let materials: CaseMaterial[] = [];
let browser: Browser | null = null;

beforeAll(async () => {
  browser = await launchBrowser();
  materials = await manyMaterials(1203);
  for (const [name, body] of await sampleReportFiles('da', materials)) {
    const file = join(folder, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, body);
  }
}, 120_000);

afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true });
});

async function openList(context: TestContext, hash = ''): Promise<{ page: Page; asked: string[] }> {
  if (browser === null) return context.skip('no Chromium here: set CHROME_PATH');
  const fresh = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  context.onTestFinished(() => fresh.close());
  const page = await fresh.newPage();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url().split('/').at(-1)!));
  await page.goto(list + hash);
  return { page, asked };
}

/** The models that `all models` means: none of the baselines. */
const subjects = ['nordlys-2', 'egen-prompt', 'fjord:1'];

/** The answers of these models on a case, as the stored scores tell. */
function answersOf({ answers }: CaseMaterial, models: readonly string[]) {
  return answers
    .filter(({ modelId }) => models.includes(modelId))
    .map((answer) => {
      const score = shownScore(answer);
      const defects = (score?.defects ?? []).filter(({ role }) => role === 'required');
      return {
        missed: defects.filter(({ findingId }) => findingId === undefined).map(({ defectId }) => defectId),
        wrong: (score?.findings ?? []).filter(({ verdict }) => verdict === 'falsePositive').length,
      };
    });
}

describe('the list of cases in a browser', () => {
  test('loads only its first piece until more is asked for', async (context) => {
    const { page, asked } = await openList(context);
    await page.waitForSelector('#sager li');
    expect(asked).toEqual(['index.html', 'liste-1.js']);
    expect([await page.locator('#antal').innerText(), await page.locator('#sager li').count()]).toEqual([
      '1.203 sager',
      100,
    ]);
    for (let press = 0; press < 5; press += 1) await page.locator('#flere').click();
    await untilTrue(page, "document.querySelectorAll('#sager li').length === 600");
    expect(asked).toEqual(['index.html', 'liste-1.js', 'liste-2.js']);
  });

  test.for([
    [
      'missedByAll',
      (found: ReturnType<typeof answersOf>) =>
        found[0]!.missed.some((id) => found.every(({ missed }) => missed.includes(id))),
    ],
    ['missed', (found: ReturnType<typeof answersOf>) => found.some(({ missed }) => missed.length > 0)],
    ['invented', (found: ReturnType<typeof answersOf>) => found.some(({ wrong }) => wrong > 0)],
    ['inventedByAll', (found: ReturnType<typeof answersOf>) => found.every(({ wrong }) => wrong > 0)],
  ] as const)('shows what it is asked for, as the scores have it (%s)', async ([show, holds], context) => {
    for (const models of [subjects, ['nordlys-2']]) {
      const expected = materials.filter((material) => holds(answersOf(material, models))).length;
      expect(expected).toBeLessThan(1203);
      if (show !== 'inventedByAll') expect(expected).toBeGreaterThan(0);
      const hash = models.length === 1 ? `#show=${show}&model=nordlys-2` : `#show=${show}`;
      const { page } = await openList(context, hash);
      await untilTrue(page, "!document.getElementById('antal').textContent.includes('indtil nu')");
      expect(await page.locator('#antal').innerText()).toBe(
        `${expected.toLocaleString('da-DK')} af 1.203 sager`,
      );
    }
  });

  test('by keyboard: a filter is chosen, stands in the address, and the first case opens', async (context) => {
    const { page } = await openList(context);
    await page.waitForSelector('#sager li');
    await page.locator('select[name=show]').focus();
    await page.keyboard.type('komplette');
    await untilTrue(page, "location.hash === '#show=complete'");
    await page.locator('#sager a').first().focus();
    await page.keyboard.press('Enter');
    await page.waitForSelector('.case-view');
    expect(await page.locator('h1').innerText()).toMatch(/^Sag masse-/u);
    await page.goBack();
    await page.waitForSelector('#sager li');
    expect(await page.locator('select[name=show]').inputValue()).toBe('complete');
  });

  test('hostile filters in the address are no filters', async (context) => {
    const { page } = await openList(context, '#show=__proto__&type=<img>&model=x&search=%3Cscript%3E');
    await untilTrue(page, "document.getElementById('antal').textContent === '0 af 1.203 sager'");
    expect(await page.locator('select[name=show]').inputValue()).toBe('');
  });

  test('a piece that is missing is said', async (context) => {
    rmSync(join(folder, 'sager/liste-3.js'));
    const { page } = await openList(context, '#show=missed');
    await untilTrue(page, "document.getElementById('antal').textContent.includes('maalestok report')");
  });
});
