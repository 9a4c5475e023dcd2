import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export interface LookedAt {
  page: Page;
  /** Every request to another place than the page's own, and every error or word that the page reports. */
  trouble: string[];
  close(): Promise<void>;
}

/**
 * A page in a fresh context.
 * @param own the address that everything asked for must begin with
 */
export async function lookAt(
  browser: Browser,
  url: string,
  own: string,
  { width = 1280, javaScriptEnabled = true } = {},
): Promise<LookedAt> {
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    reducedMotion: 'reduce',
    javaScriptEnabled,
  });
  const page = await context.newPage();
  const trouble: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(own)) trouble.push(`asks for ${request.url().slice(0, 200)}`);
  });
  page.on('console', (message) => trouble.push(`says ${message.text().slice(0, 500)}`));
  page.on('pageerror', (error) => trouble.push(`throws ${error.message.slice(0, 500)}`));
  page.on('dialog', (dialog) => {
    trouble.push(`asks ${dialog.message().slice(0, 200)}`);
    void dialog.dismiss();
  });
  await page.goto(url);
  return { page, trouble, close: () => context.close() };
}

/** Scripts stand as text: the project is compiled without the browser's types. */
export async function openFolds(page: Page): Promise<void> {
  await page.evaluate("document.querySelectorAll('details').forEach((fold) => { fold.open = true; })");
}

/** What axe finds, with the first of the elements. @param rules these alone; absent: all */
export async function violationsOf(page: Page, rules?: readonly string[]): Promise<unknown> {
  await page.evaluate(`globalThis.axe ?? (() => { ${axe} })()`);
  const options = rules === undefined ? {} : { runOnly: { type: 'rule', values: rules } };
  return page.evaluate(
    `axe.run(${JSON.stringify(options)}).then(({ violations }) => violations.map(({ id, nodes }) => [id, ...nodes.slice(0, 3).map(({ html }) => html.slice(0, 300))]))`,
  );
}

/** How wide the page is at this width of the window. */
export async function widthAt(page: Page, width: number): Promise<unknown> {
  await page.setViewportSize({ width, height: 900 });
  return page.evaluate('document.documentElement.scrollWidth');
}

const interactive = 'a[href], button, select, input, textarea, summary, [tabindex]';

/**
 * Goes through the page by Tab alone, from its beginning.
 * @returns what is wrong: a first stop that is not the way to the main part, an element that is not reached, a focus that is not seen
 */
export async function keyboardFaults(page: Page): Promise<string[]> {
  const count = (await page.evaluate(`(() => {
    const all = [...document.querySelectorAll('${interactive}')].filter((each) =>
      each.tabIndex >= 0 && !each.disabled && each.checkVisibility({ visibilityProperty: true }));
    all.forEach((each, at) => { each.dataset.stop = at; });
    document.activeElement?.blur();
    scrollTo(0, 0);
    return all.length;
  })()`)) as number;
  const faults: string[] = [];
  const reached = new Set<string>();
  for (let presses = 0; presses < count; presses += 1) {
    await page.keyboard.press('Tab');
    const [stop, outline, seen, name] = (await page.evaluate(`(() => {
      const at = document.activeElement;
      const { outlineStyle, outlineWidth } = getComputedStyle(at);
      const { top, bottom, left, right } = at.getBoundingClientRect();
      const seen = bottom > 0 && top < innerHeight && right > 0 && left < innerWidth;
      return [at.dataset.stop ?? '', outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2, seen, at.outerHTML.slice(0, 150)];
    })()`)) as [string, boolean, boolean, string];
    if (presses === 0 && !name.includes('class="skip"')) faults.push(`the first stop is ${name}`);
    if (!outline) faults.push(`no outline on ${name}`);
    if (!seen) faults.push(`out of view is ${name}`);
    reached.add(stop);
  }
  if (reached.size < count) {
    const missing = (await page.evaluate(
      `[...document.querySelectorAll('[data-stop]')].filter(({ dataset }) => !new Set(${JSON.stringify([...reached])}).has(dataset.stop)).map((each) => each.outerHTML.slice(0, 150))`,
    )) as string[];
    faults.push(...missing.map((each) => `not reached is ${each}`));
  }
  await page.evaluate("document.querySelector('.skip').focus()");
  await page.keyboard.press('Enter');
  const skipped = await page.evaluate("document.activeElement.id === 'indhold'");
  if (!skipped) faults.push('the first link does not lead to the main part');
  return faults.slice(0, 10);
}
