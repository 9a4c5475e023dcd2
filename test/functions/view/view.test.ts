import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, readdir } from 'node:fs/promises';
import { request } from 'node:http';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../../support/browser.ts';
import { runCli } from '../../support/run-cli.ts';
import { temporaryFolder } from '../../support/small-dataset.ts';

const root = resolve(import.meta.dirname, '../../..');
/** Names of run folders that are awkward in an address. */
const awkward = ['report-2026', 'min kørsel 50%'];
let temporary: Awaited<ReturnType<typeof temporaryFolder>>;
let viewer: Viewer | undefined;
let url = '';
let name = '';

interface Viewer {
  url: string;
  /** Interrupts it, as a user would; its exit code. */
  stop(): Promise<number | null>;
}

/** Starts the explorer; fails with what it says where it ends before it is there. */
async function startViewer(folder: string): Promise<Viewer> {
  const entry = join(root, 'functions/cli/maalestok.ts');
  const child = spawn(process.execPath, [entry, 'view', folder, '--port', '0']);
  const ended = once(child, 'exit') as Promise<[number | null]>;
  const found = await new Promise<string>((done, failed) => {
    let said = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        said += text;
        const address = /http:\/\/127\.0\.0\.1:\d+\//u.exec(said);
        if (address !== null) done(address[0]);
      });
    }
    child.on('error', failed);
    child.on('close', (code) => failed(new Error(`Cannot view "${folder}": exit ${code}, saying: ${said}`)));
  });
  const stop = async () => {
    child.kill('SIGTERM');
    return (await ended)[0];
  };
  return { url: found, stop };
}

beforeAll(async () => {
  temporary = await temporaryFolder();
  const suite = join(root, 'evals/suites/documents.yaml');
  // A few documents, drawings among them: the whole set takes a busy machine minutes.
  const done = await runCli(['run', '--suite', suite, '--limit', '12', '--out', temporary.folder]);
  expect([done.code, done.stderr]).toEqual([0, expect.any(String)]);
  [name] = (await readdir(temporary.folder)) as [string];
  for (const each of awkward)
    await cp(join(temporary.folder, name), join(temporary.folder, each), { recursive: true });
  viewer = await startViewer(temporary.folder);
  ({ url } = viewer);
});

afterAll(async () => {
  const code = await viewer?.stop();
  await temporary?.[Symbol.asyncDispose]();
  // Undefined where it never started: then that is what the tests say.
  expect(code ?? 0).toBe(0);
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

  test.for(awkward)('leads to the report of a run in a folder called %s', async (folder) => {
    const page = await (await fetch(url)).text();
    const [, href] = /href="([^"]+)"/u.exec(page.slice(page.indexOf(`<small>${folder}</small>`)))!;
    for (const path of [href!, `${encodeURIComponent(folder)}/report/sager/`, encodeURIComponent(folder)])
      expect([path, (await fetch(url + path)).status]).toEqual([path, 200]);
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
      `/${encodeURIComponent(awkward[1]!)}/report/..%2frun.json`,
      `/${encodeURIComponent(awkward[1]!)}/report/x/%2e%2e/%2e%2e/run.json`,
      `/${name}/report/sager%2f..%2f..%2frun.json`,
      `/${name}/report//../run.json`,
      `/..%2f${name}/report/rapport.html`,
      '/./report/rapport.html',
      `/${name}/files/${'0'.repeat(64)}`,
      `/${name}/files/..%2fcard.json`,
      '/..%2f..%2fetc/passwd',
      '/unknown/report/rapport.html',
      '/__proto__/report/rapport.html',
    ];
    for (const path of paths) expect([path, await statusOf(path)]).toEqual([path, 404]);
  });

  test('answers only who asks for this machine by name, and changes nothing', async () => {
    for (const host of ['evil.example', '127.0.0.1.evil.example', 'localhost.evil.example', '0.0.0.0'])
      expect([host, await statusOf('/', { host })]).toEqual([host, 403]);
    // No page of elsewhere reads the list of cases, which is a script.
    const piece = await fetch(`${url}${name}/report/sager/liste-1.js`);
    expect(piece.headers.get('cross-origin-resource-policy')).toBe('same-origin');
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
