import type { Browser } from 'playwright-core';
import { launchChromium } from './launch-chromium.ts';
import { printPage } from './print-page.ts';

/** Prints pages as PDF until it is closed. */
export interface Printer {
  print(page: string): Promise<Uint8Array>;
  [Symbol.asyncDispose](): Promise<void>;
}

/**
 * A browser that prints. One that dies is started once more for the page at hand.
 * @param launch starts a browser
 * @returns null where there is none
 * @throws {Error} where it cannot be started
 */
export async function openPrinter(
  launch: () => Promise<Browser | null> = launchChromium,
): Promise<Printer | null> {
  const start = () => launch().catch(() => launch());
  const first = await start();
  if (first === null) return null;
  let browser = first;
  return {
    async print(page) {
      try {
        return await printPage(browser, page);
      } catch (error) {
        const next = browser.isConnected() ? null : await start();
        if (next === null) throw error;
        browser = next;
        return printPage(browser, page);
      }
    },
    [Symbol.asyncDispose]: () => browser.close(),
  };
}
