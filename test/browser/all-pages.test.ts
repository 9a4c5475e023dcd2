import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, type TestContext, test } from 'vitest';
import { RunRecordSchema } from '../../evals/artifacts.ts';
import { renderCaseView } from '../../reports/case-view/render-case-view.ts';
import { reportContextOf } from '../../reports/comparison/render-report.ts';
import { sitePaths } from '../../reports/leaderboard/site-paths.ts';
import { caseHref, reportFiles } from '../../reports/render/report-files.ts';
import { renderRunList } from '../../reports/run-list/render-run-list.ts';
import { launchBrowser } from '../support/browser.ts';
import { fullReportInput } from '../support/full-report-input.ts';
import { hostileText } from '../support/hostile-text.ts';
import {
  keyboardFaults,
  type LookedAt,
  lookAt,
  openFolds,
  violationsOf,
  widthAt,
} from '../support/look-at-page.ts';
import { manyMaterials } from '../support/many-materials.ts';
import { filesIn, hostileModel, openPublishing } from '../support/published-runs.ts';
import { sampleReportFiles } from '../support/sample-report.ts';
import { sampleResult, streamOf } from '../support/sample-result.ts';

const languages = ['da', 'en'] as const;
type Language = (typeof languages)[number];
/** Phone, tablet, the widths at which tables change their form, desktop. */
const widths = [360, 768, 1000, 1200, 1280];
/** The type area of A4, in CSS pixels. */
const paper = 688;

/** A page of each kind, by where it lies in the folder of all. */
const pages: Record<string, (language: Language) => string> = {
  report: (language) => `report/${reportFiles[language].report}`,
  'list of cases': (language) => `report/${reportFiles[language].cases}/index.html`,
  'case with findings': (language) => `report/${caseHref(language, 'sag-010')}`,
  'case with hostile texts': (language) => `report/${caseHref(language, 'sag-001')}`,
  'case with long documents': (language) => `report/${caseHref(language, 'lang-1')}`,
  'document of a case': (language) => `report/${caseHref(language, 'lang-1').replace('.html', '.1.html')}`,
  'list of runs': (language) => `runs.${language}.html`,
  'index of boards': (language) => `site/${sitePaths(language).index}`,
  board: (language) => `site/${sitePaths(language).board(key)}`,
  model: (language) => `site/${sitePaths(language).model(hostileModel)}`,
  'data set': (language) => `site/${sitePaths(language).dataset({ id: 'small', version: '1' })}`,
  method: (language) => `site/${sitePaths(language).method}`,
  vendors: (language) => `site/${sitePaths(language).vendors}`,
};
const all = languages.flatMap((language) => Object.keys(pages).map((name) => [language, name] as const));

const folder = mkdtempSync(join(tmpdir(), 'maalestok-pages-'));
let browser: Browser | null = null;
let key = '';

function put(path: string, body: string): void {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, body);
}

beforeAll(async () => {
  browser = await launchBrowser();
  if (browser === null) return;
  const { materials } = await sampleResult();
  const [first] = materials;
  const pageText = 'En lang beskrivelse af byggeriet. '.repeat(900);
  const long = {
    ...first!,
    case: {
      ...first!.case,
      caseId: 'lang-1',
      documents: first!.case.documents.map((document) => ({
        ...document,
        pages: [...document.pages, { page: 9, text: pageText }],
      })),
    },
    answers: first!.answers.map((answer) => ({
      ...answer,
      screening: { ...answer.screening, caseId: 'lang-1' },
    })),
  };
  for (const language of languages) {
    for (const [name, body] of await sampleReportFiles(language, [...materials, long]))
      put(`report/${name}`, body);
  }
  const place = await openPublishing();
  const consent = await place.consent(['god', 'anden', hostileModel]);
  for (const run of [place.one, place.hostile, place.other]) await place.publish(run, consent);
  await place.build();
  const files = await filesIn(place.site);
  for (const [name, body] of files) put(`site/${name}`, body);
  const { boards } = JSON.parse(files.get('api/boards.json')!);
  key = boards.find(
    ({ dataset }: { dataset: { split: string } }) => dataset.split === 'test',
  ).comparabilityKey;
  const record = RunRecordSchema.parse(JSON.parse((await filesIn(place.one)).get('run.json')!));
  const hostile = {
    ...record,
    suite: { ...record.suite, titleDa: hostileText.script, titleEn: hostileText.unbroken },
  };
  const runs = [
    { name: 'en-koersel', record, reports: languages },
    { name: 'uden-rapport', record: hostile, reports: [] },
  ];
  await place.close();
  for (const language of languages) put(`runs.${language}.html`, renderRunList(runs, language));
}, 120_000);

afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true });
});

/** Without a browser the test reports itself as not run. */
async function look(context: TestContext, language: Language, name: string): Promise<LookedAt> {
  if (browser === null) return context.skip('no Chromium here: set CHROME_PATH');
  const root = pathToFileURL(folder).href;
  const seen = await lookAt(browser, `${root}/${pages[name]!(language)}`, `${root}/`);
  context.onTestFinished(() => seen.close());
  if (name === 'list of cases') await seen.page.waitForSelector('#sager li');
  return seen;
}

describe.each(all)('in %s, the %s', (language, name) => {
  test('is whole at every width and on paper, and asks for nothing', { timeout: 60_000 }, async (context) => {
    const { page, trouble } = await look(context, language, name);
    expect(await page.evaluate('document.documentElement.lang')).toBe(language);
    await openFolds(page);
    for (const width of widths) expect([width, await widthAt(page, width)]).toEqual([width, width]);
    await page.emulateMedia({ media: 'print' });
    expect(await widthAt(page, paper)).toBe(paper);
    expect(trouble).toEqual([]);
    expect(await page.evaluate("'broken' in globalThis")).toBe(false);
  });

  test('has nothing that axe finds, light, dark and narrow', { timeout: 120_000 }, async (context) => {
    const { page } = await look(context, language, name);
    await openFolds(page);
    expect(await violationsOf(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await violationsOf(page, ['color-contrast'])).toEqual([]);
    await page.emulateMedia({ colorScheme: 'light' });
    await page.setViewportSize({ width: 360, height: 900 });
    expect(await violationsOf(page)).toEqual([]);
  });

  test('is gone through by keyboard alone', { timeout: 60_000 }, async (context) => {
    const { page } = await look(context, language, name);
    expect(await keyboardFaults(page)).toEqual([]);
  });
});

describe('with 2,000 cases', () => {
  test('the list with all its pieces is under 500 KB, and each case under 60 KB', async () => {
    const context = reportContextOf(await fullReportInput('da'));
    let list = 0;
    const cases: number[] = [];
    for await (const { name, body } of renderCaseView(context, streamOf(await manyMaterials(2000)))) {
      if (name.startsWith('sag-')) cases.push(Buffer.byteLength(body));
      else list += Buffer.byteLength(body);
    }
    expect(list).toBeLessThan(500_000);
    expect(Math.max(...cases)).toBeLessThan(60_000);
    expect([list > 100_000, cases.length]).toEqual([true, 2000]);
  });
});
