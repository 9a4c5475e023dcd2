/** What the product prints with is what the tests look with; without one the tests report themselves as not run. */
export { launchChromium as launchBrowser } from '../../functions/print/launch-chromium.ts';
