import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { renderCaseView } from '../../reports/case-view/render-case-view.ts';
import { reportContextOf } from '../../reports/comparison/render-report.ts';
import { launchBrowser, untilTrue } from '../../test/support/browser.ts';
import { fullReportInput } from '../../test/support/full-report-input.ts';
import { manyMaterials } from '../../test/support/many-materials.ts';
import { streamOf } from '../../test/support/sample-result.ts';

/**
 * `npm run bench:cases`: the case view over 2,000 and 10,000 cases with five models: its sizes, and how long a browser takes
 * from asking for the list to its first rows, and to having filtered all of it; best of five. Ends with a line of JSON.
 */
const sizes = [2000, 10_000];
const browser = await launchBrowser();
if (browser === null) throw new Error('Cannot measure: no Chromium here, expected CHROME_PATH to name one');
let last = {};
for (const cases of sizes) {
  const folder = mkdtempSync(join(tmpdir(), 'maalestok-bench-cases-'));
  const written = await writeCases(folder, cases);
  const list = pathToFileURL(join(folder, 'index.html')).href;
  const firstViewMs = await fastest(() =>
    untilShown(list, "document.querySelectorAll('#sager li').length === 100"),
  );
  const filteredMs = await fastest(() =>
    untilShown(
      `${list}#show=missedByAll`,
      "document.getElementById('antal').textContent.includes(' af ') && !document.getElementById('antal').textContent.includes('indtil nu')",
    ),
  );
  rmSync(folder, { recursive: true });
  last = { cases, ...written, firstViewMs, filteredMs };
  process.stdout.write(
    `${cases} cases: list ${written.indexKb} KB, largest piece ${written.pieceKb} KB, largest case ${written.caseKb} KB; first rows after ${firstViewMs} ms, all filtered after ${filteredMs} ms\n`,
  );
}
await browser.close();
process.stdout.write(`${JSON.stringify(last)}\n`);

async function writeCases(folder: string, count: number) {
  const context = reportContextOf(await fullReportInput('da'));
  const kb = { indexKb: 0, pieceKb: 0, caseKb: 0 };
  for await (const { name, body } of renderCaseView(context, streamOf(await manyMaterials(count)))) {
    const file = join(folder, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, body);
    const kind = name === 'index.html' ? 'indexKb' : name.endsWith('.js') ? 'pieceKb' : 'caseKb';
    kb[kind] = Math.max(kb[kind], Math.round(Buffer.byteLength(body) / 100) / 10);
  }
  return kb;
}

async function untilShown(url: string, condition: string): Promise<number> {
  const fresh = await browser!.newContext();
  const page = await fresh.newPage();
  const start = performance.now();
  await page.goto(url);
  await untilTrue(page, condition);
  const took = performance.now() - start;
  await fresh.close();
  return took;
}

async function fastest(action: () => Promise<number>): Promise<number> {
  let best = Number.POSITIVE_INFINITY;
  for (let attempt = 0; attempt < 5; attempt += 1) best = Math.min(best, await action());
  return Math.round(best);
}
