import { InputError } from '../../datasets/errors.ts';
import { openPrinter as openBrowser, type Printer } from '../print/open-printer.ts';

/** @throws {InputError} where there is no browser to print with */
export async function openPrinter(): Promise<Printer> {
  const printer = await openBrowser().catch((cause: Error) => {
    const expected = 'a Chromium or Chrome that can be started';
    throw new InputError({ field: 'CHROME_PATH', is: cause.message.split('\n')[0]!, expected }, { cause });
  });
  if (printer !== null) return printer;
  throw new InputError({
    field: '--pdf',
    is: 'no browser to print with on this system',
    expected: 'an installed Chrome or Chromium',
    mend: 'Name its program: CHROME_PATH=/path/to/chrome. Any browser prints the HTML report to PDF, too.',
  });
}
