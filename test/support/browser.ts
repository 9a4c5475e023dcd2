import type { Page } from 'playwright-core';

/** What the product prints with is what the tests look with; without one the tests report themselves as not run. */
export { launchChromium as launchBrowser } from '../../functions/print/launch-chromium.ts';

/**
 * Waits until an expression holds in the page. Asked from outside: what Playwright itself would put into the page to ask again,
 * the page's policy forbids.
 */
export async function untilTrue(page: Page, expression: string, timeoutMs = 30_000): Promise<void> {
  const end = performance.now() + timeoutMs;
  while (!(await page.evaluate(expression))) {
    if (performance.now() > end) throw new Error(`Cannot see that ${expression}: not within ${timeoutMs} ms`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
