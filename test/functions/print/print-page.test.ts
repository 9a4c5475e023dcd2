import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { getDocumentProxy } from 'unpdf';
import { expect, it } from 'vitest';
import { printPage } from '../../../functions/print/print-page.ts';
import { launchBrowser } from '../../support/browser.ts';
import { temporaryFolder } from '../../support/small-dataset.ts';

it('asks nobody for anything and runs no script, whatever got into a page without a policy', async (context) => {
  const browser = await launchBrowser();
  if (browser === null) return context.skip('no Chromium here: set CHROME_PATH');
  context.onTestFinished(() => browser.close());
  await using place = await temporaryFolder();
  const asked: string[] = [];
  const server = createServer((request, answer) => {
    asked.push(request.url!);
    answer.end();
  }).listen(0, '127.0.0.1');
  context.onTestFinished(() => void server.close());
  await once(server, 'listening');
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const secret = join(place.folder, 'secret.html');
  await writeFile(secret, '<p>HEMMELIGT</p>');
  const page = `<!doctype html><html lang="da"><head><title>x</title>
<link rel="stylesheet" href="${address}/style"><meta http-equiv="refresh" content="0;url=${address}/refresh">
<style>@import url("${address}/import");body{background:url("${address}/background")}</style></head>
<body><p id="a">URØRT</p><img src="${address}/img" alt=""><iframe src="${address}/frame"></iframe>
<iframe src="${pathToFileURL(secret).href}"></iframe><object data="${pathToFileURL(secret).href}"></object>
<script>document.getElementById('a').textContent = 'RØRT'; fetch('${address}/fetch');</script>
<script src="${address}/script"></script></body></html>`;
  const pdf = await getDocumentProxy(new Uint8Array(await printPage(browser, page)));
  const texts = await (await pdf.getPage(1)).getTextContent();
  const text = texts.items.map((item) => ('str' in item ? item.str : '')).join(' ');
  expect(asked).toEqual([]);
  expect(text).toContain('URØRT');
  expect(text).not.toContain('HEMMELIGT');
});
