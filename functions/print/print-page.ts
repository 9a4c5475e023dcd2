import type { Browser } from 'playwright-core';

/** The dates that a PDF says of itself, in the form in which Chromium writes them. */
const dates = /\/(CreationDate|ModDate) \(D:\d{14}/gu;

/**
 * A page of ours as a PDF: A4, tagged, with bookmarks and page numbers, as its style sheet for print says. Nothing is asked for
 * outside the page, and no script runs. It carries no true date, since the result has none: the same page gives the same bytes
 * with the same Chromium and fonts.
 */
export async function printPage(browser: Browser, page: string): Promise<Uint8Array> {
  const context = await browser.newContext({ javaScriptEnabled: false, offline: true });
  try {
    // `offline` does not reach a frame, which has a process of its own.
    await context.route('**/*', (route) => route.abort());
    const shown = await context.newPage();
    await shown.setContent(page, { waitUntil: 'load' });
    return withoutDates(await shown.pdf({ preferCSSPageSize: true, tagged: true, outline: true }));
  } finally {
    await context.close();
  }
}

/** As long as before, so that every offset in the file stays right. */
function withoutDates(pdf: Buffer): Uint8Array {
  const text = pdf.toString('latin1');
  return Buffer.from(
    text.replace(dates, (_, name: string) => `/${name} (D:19800101000000`),
    'latin1',
  );
}
