import { InputError } from '../../datasets/errors.ts';
import { launchChromium } from '../print/launch-chromium.ts';
import { printPage } from '../print/print-page.ts';

/** Prints pages as PDF until it is closed. */
export interface Printer {
  print(page: string): Promise<Uint8Array>;
  [Symbol.asyncDispose](): Promise<void>;
}

/** @throws {InputError} where there is no browser to print with */
export async function openPrinter(): Promise<Printer> {
  const browser = await launchChromium().catch((cause: Error) => {
    const expected = 'a Chromium or Chrome that can be started';
    throw new InputError({ field: 'CHROME_PATH', is: cause.message.split('\n')[0]!, expected }, { cause });
  });
  if (browser === null) {
    throw new InputError({
      field: '--pdf',
      is: 'no browser to print with on this system',
      expected: 'an installed Chrome or Chromium',
      mend: 'Name its program: CHROME_PATH=/path/to/chrome. Any browser prints the HTML report to PDF, too.',
    });
  }
  return { print: (page) => printPage(browser, page), [Symbol.asyncDispose]: () => browser.close() };
}
