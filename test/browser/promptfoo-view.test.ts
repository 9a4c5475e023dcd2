import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import type { Request } from 'playwright-core';
import { expect, test } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { freePort, runPromptfoo, startPromptfoo } from '../support/run-promptfoo.ts';
import { temporaryFolder } from '../support/small-dataset.ts';

const config = 'evals/promptfoo/promptfooconfig.yaml';

test('promptfoo view shows an evaluation to this machine only, and to no service', async (context) => {
  await using temporary = await temporaryFolder();
  const options = { folder: temporary.folder };
  await runPromptfoo(['eval', '-c', config, '--no-table'], options);
  const port = await freePort();
  const server = startPromptfoo(['view', '--port', String(port), '-n'], options);
  try {
    await untilRunning(server);
    const origin = `http://127.0.0.1:${port}`;
    const page = await fetch(origin);
    expect(page.status).toBe(200);
    expect(page.headers.get('content-security-policy')).toContain("connect-src 'self'");
    for (const address of addressesOfNetwork()) expect(await listens(address, port)).toBe(false);

    const browser = await launchBrowser();
    if (browser === null) return context.skip('no Chromium here: set CHROME_PATH');
    try {
      const tab = await browser.newPage();
      const elsewhere: string[] = [];
      const note = (request: Request) => {
        const blocked = request.failure()?.errorText === 'csp';
        const here = request.url().startsWith(origin) || /^(?:data|blob):/u.test(request.url());
        if (!here && !blocked)
          elsewhere.push(`${request.url()} ${request.failure()?.errorText ?? 'answered'}`);
      };
      tab.on('requestfinished', note).on('requestfailed', note);
      await tab.goto(`${origin}/eval/`);
      await tab.getByText('screening-da-1-catalogue').first().waitFor();
      await tab.getByText('found: forkert_brandklasse').first().waitFor();
      expect(elsewhere).toEqual([]);
    } finally {
      await browser.close();
    }
  } finally {
    server.kill();
    await once(server, 'close');
  }
});

function untilRunning(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    server.stdout!.setEncoding('utf8').on('data', (text: string) => {
      if (text.includes('Server running')) resolve();
    });
    server.once('close', (code) => reject(new Error(`promptfoo view ended with ${code}`)));
  });
}

/** This machine's addresses that others can reach. */
function addressesOfNetwork(): string[] {
  return Object.values(networkInterfaces())
    .flatMap((each) => each ?? [])
    .filter(({ internal, family }) => !internal && family === 'IPv4')
    .map(({ address }) => address);
}

function listens(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: 2000 });
    const end = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('connect', () => end(true));
    socket.once('error', () => end(false));
    socket.once('timeout', () => end(false));
  });
}
