import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

/** Flags for Lambda that would end the browser with its first context, or switch off what keeps pages apart. */
const unwanted = new Set(['--single-process', '--disable-web-security', '--allow-running-insecure-content']);

/**
 * What threads of Chromium set in its environment while others read there: the reader falls where a new name moves all others.
 * Seen twice in the small environment of a function; a name that is there already moves nothing.
 */
const setByThreads = { FC_FONTATIONS: '1', VK_ICD_FILENAMES: '' };

/** What it goes by; no keys of ours. */
const told = [
  'HOME',
  'PATH',
  'TMPDIR',
  'LANG',
  'TZ',
  'LD_LIBRARY_PATH',
  'FONTCONFIG_PATH',
  'FONTCONFIG_FILE',
];

/**
 * A real Chromium: the one named by CHROME_PATH, or on Linux (x64) the one that npm brings.
 * @returns null where there is none
 * @throws {Error} where CHROME_PATH names no file
 */
export async function launchChromium(): Promise<Browser | null> {
  const own = process.env.CHROME_PATH;
  if (own !== undefined && own !== '') {
    if (!existsSync(own)) {
      throw new Error(`Cannot start the browser "${own}": CHROME_PATH names no file, expected a Chromium`);
    }
    return chromium.launch({ executablePath: own, headless: true });
  }
  if (process.platform !== 'linux' || process.arch !== 'x64') return null;
  const { default: bundled } = await import('@sparticuz/chromium');
  const args = bundled.args.filter((arg) => !unwanted.has(arg));
  const executablePath = await bundled.executablePath();
  return chromium.launch({ executablePath, args, env: surroundings(), headless: true });
}

function surroundings(): Record<string, string> {
  const own = told.flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  return { ...Object.fromEntries(own), ...setByThreads };
}
