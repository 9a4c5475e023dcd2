import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Browser } from 'playwright-core';
import { expect, it } from 'vitest';
import { launchChromium } from '../../../functions/print/launch-chromium.ts';
import { openPrinter } from '../../../functions/print/open-printer.ts';
import { temporaryFolder } from '../../support/small-dataset.ts';

const page = '<!doctype html><html lang="da"><title>Side</title><h1>En side</h1></html>';

/** Of a process that may have ended. */
function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

/** Starts real browsers, and remembers them. */
function launcher() {
  const launched: Browser[] = [];
  const launch = async () => {
    const browser = await launchChromium();
    if (browser !== null) launched.push(browser);
    return browser;
  };
  return { launched, launch };
}

it('prints with one browser until it is closed', async () => {
  const { launched, launch } = launcher();
  const printer = (await openPrinter(launch))!;
  const first = await printer.print(page);
  expect(Buffer.from(await printer.print(page)).equals(Buffer.from(first))).toBe(true);
  expect(launched).toHaveLength(1);
  await printer[Symbol.asyncDispose]();
  expect(launched[0]!.isConnected()).toBe(false);
});

it('starts another browser for a page where the first has died, and prints the same', async () => {
  const { launched, launch } = launcher();
  await using printer = (await openPrinter(launch))!;
  const before = await printer.print(page);
  await launched[0]!.close();
  expect(Buffer.from(await printer.print(page)).equals(Buffer.from(before))).toBe(true);
  expect(launched).toHaveLength(2);
});

it('tells the browser nothing of what this process alone may know', async () => {
  process.env.AWS_SECRET_ACCESS_KEY = 'canary-key';
  await using printer = (await openPrinter())!;
  await printer.print(page);
  const told = readdirSync('/proc')
    .filter((name) => /^\d+$/u.test(name))
    .map((pid) => ({ cmdline: readText(`/proc/${pid}/cmdline`), environ: readText(`/proc/${pid}/environ`) }))
    .filter(({ cmdline }) => cmdline.startsWith(join(tmpdir(), 'chromium')));
  delete process.env.AWS_SECRET_ACCESS_KEY;
  expect(told.length).toBeGreaterThan(0);
  expect(told.filter(({ environ }) => environ.includes('canary-key'))).toEqual([]);
});

it('gives up where the next one cannot be started', async () => {
  const { launched, launch } = launcher();
  let times = 0;
  const printer = (await openPrinter(async () => {
    times += 1;
    return times === 1 ? launch() : null;
  }))!;
  await launched[0]!.close();
  await expect(printer.print(page)).rejects.toThrow(/closed/u);
});

it('prints in the surroundings of a function: unpacked anew, with the libraries and the fonts that it brings', async () => {
  await using temporary = await temporaryFolder();
  const { stdout } = spawnSync(
    process.execPath,
    [resolve(import.meta.dirname, '../../support/print-to-stdout.mjs')],
    {
      input: page,
      // All that Lambda tells of itself and a printer goes by.
      env: { TMPDIR: temporary.folder, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' },
    },
  );
  const fonts = [...stdout.toString('latin1').matchAll(/\/BaseFont \/[A-Z]+\+([\w-]+)/gu)].map(
    ([, font]) => font,
  );
  expect([...new Set(fonts)]).toEqual(['OpenSans-Bold']);
  expect(await readdir(temporary.folder)).toEqual(expect.arrayContaining(['al2023', 'chromium', 'fonts']));
});
