import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import { request } from 'node:http';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../../support/browser.ts';
import { runCli } from '../../support/run-cli.ts';
import { temporaryFolder } from '../../support/small-dataset.ts';

const root = resolve(import.meta.dirname, '../../..');
let temporary: Awaited<ReturnType<typeof temporaryFolder>>;
let viewer: ReturnType<typeof spawn>;
let url = '';
let name = '';

beforeAll(async () => {
  temporary = await temporaryFolder();
  const suite = join(root, 'evals/suites/documents.yaml');
  const done = await runCli(['run', '--suite', suite, '--out', temporary.folder]);
  expect([done.code, done.stderr]).toEqual([0, expect.any(String)]);
  [name] = (await readdir(temporary.folder)) as [string];
  viewer = spawn(
    process.execPath,
    [join(root, 'functions/cli/maalestok.ts'), 'view', temporary.folder, '--port', '0'],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const [line] = (await once(createInterface({ input: viewer.stdout! }), 'line')) as [string];
  url = /http:\/\/127\.0\.0\.1:\d+\//u.exec(line)![0];
});

afterAll(async () => {
  viewer.kill('SIGTERM');
  const [code] = (await once(viewer, 'exit')) as [number];
  await temporary[Symbol.asyncDispose]();
  expect(code).toBe(0);
});

/** The status of a request as it stands, its path not tidied. */
async function statusOf(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<number> {
  const { port } = new URL(url);
  const sent = request({ host: '127.0.0.1', port, path, method, headers });
  sent.end();
  const [answer] = (await once(sent, 'response')) as [{ statusCode: number; resume(): void }];
  answer.resume();
  return answer.statusCode;
}

describe('maalestok view', () => {
  test('lists the runs and leads to reports and cases', async () => {
    const page = await (await fetch(url)).text();
    expect(page).toContain(`href="${name}/report/rapport.html"`);
    expect(page).toContain(`href="${name}/report/sager/index.html"`);
    for (const path of [
      `${name}/report/rapport.html`,
      `${name}/report/sager/index.html`,
      `${name}/report/sager/liste-1.js`,
      name,
    ]) {
      expect([path, (await fetch(url + path)).status]).toEqual([path, 200]);
    }
  });

  test('shows a drawing beside its label, from the file of the case', async (context) => {
    const browser = await launchBrowser();
    if (browser === null) return context.skip('no Chromium here: set CHROME_PATH');
    context.onTestFinished(() => browser.close());
    const page = await (await browser.newContext({ viewport: { width: 1280, height: 900 } })).newPage();
    const trouble: string[] = [];
    page.on('console', (message) => trouble.push(message.text()));
    page.on('pageerror', (error) => trouble.push(error.message));
    page.on('request', (asked) => !asked.url().startsWith(url) && trouble.push(asked.url()));
    const list = await (await fetch(`${url}${name}/report/sager/liste-1.js`)).text();
    const pages = [...list.matchAll(/"id":"([^"]+)"/gu)].map(
      ([, id]) => `${url}${name}/report/sager/sag-${id}.html`,
    );
    const drawn = (
      await Promise.all(
        pages.map(async (each) =>
          (await (await fetch(each)).text()).includes('class="sheet"') ? [each] : [],
        ),
      )
    ).flat();
    await page.goto(drawn[0]!);
    await page.locator('.sheet').first().scrollIntoViewIfNeeded();
    await page.waitForSelector('.sheet.drawn canvas');
    // Drawn, not blank: ink covers some of the canvas.
    const ink = await page.evaluate(`(() => {
      const canvas = document.querySelector('.sheet canvas');
      const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
      let dark = 0;
      for (let at = 0; at < data.length; at += 4) if (data[at] < 128 && data[at + 3] > 128) dark += 1;
      return dark / (data.length / 4);
    })()`);
    expect(ink).toBeGreaterThan(0.002);
    expect(ink).toBeLessThan(0.5);
    expect(trouble).toEqual([]);
  });

  test('hands out nothing but reports and files of cases', async () => {
    const paths = [
      `/${name}/run.json`,
      `/${name}/calls/checklist.jsonl`,
      `/${name}/report/../run.json`,
      `/${name}/report/%2e%2e/run.json`,
      `/${name}/report/..%2frun.json`,
      `/${name}/report/..%5crun.json`,
      `/${name}/files/${'0'.repeat(64)}`,
      `/${name}/files/..%2fcard.json`,
      '/..%2f..%2fetc/passwd',
      '/unknown/report/rapport.html',
      '/__proto__/report/rapport.html',
    ];
    for (const path of paths) expect([path, await statusOf(path)]).toEqual([path, 404]);
  });

  test('answers only who asks for this machine by name, and changes nothing', async () => {
    expect(await statusOf('/', { host: 'evil.example' })).toBe(403);
    expect(await statusOf('/', { host: `localhost:${new URL(url).port}` })).toBe(200);
    for (const method of ['POST', 'PUT', 'DELETE'])
      expect(await statusOf(`/${name}/report/rapport.html`, {}, method)).toBe(405);
  });

  test('says what is wrong with a folder or port', async () => {
    const absent = await runCli(['view', join(temporary.folder, 'nowhere')]);
    expect([absent.code, absent.stderr]).toEqual([
      2,
      expect.stringContaining("expected a run's folder, or a folder that holds runs"),
    ]);
    const taken = await runCli(['view', temporary.folder, '--port', new URL(url).port]);
    expect([taken.code, taken.stderr]).toEqual([2, expect.stringContaining('which is taken')]);
  });
});
