import { expect, test } from 'vitest';
import { cleanText } from '../../../datasets/clean-text.ts';
import { cutText } from '../../../reports/render/cut-text.ts';
import { html, trustedHtml } from '../../../reports/render/html.ts';
import { hostileText } from '../../support/hostile-text.ts';

test('every string in a template is escaped and cleaned, also in lists and attributes', () => {
  const page = html`<p title="${hostileText.attribute}">${[hostileText.script, [html`<b>${'<i>'}</b>`]]}</p>${false}${null}`;
  expect(String(page)).toBe(
    '<p title="&quot;onmouseover=&quot;globalThis.broken=true&quot; autofocus onfocus=&quot;globalThis.broken=true">' +
      '&lt;script&gt;globalThis.broken = true&lt;/script&gt;&lt;img src=x onerror=&quot;globalThis.broken=true&quot;&gt;' +
      '<b>&lt;i&gt;</b></p>',
  );
});

test('only what we trust by name stays markup', () => {
  expect(String(html`${trustedHtml('<b>')}`)).toBe('<b>');
});

test('control characters, direction marks and half characters become visible', () => {
  expect(cleanText(`${hostileText.control}|${hostileText.bidi}|halv \uD83D|a\r\nb\tc`)).toBe(
    'bi\uFFFDpper\uFFFD og \uFFFD[31mfarver\uFFFD|godkendt [U+202E]tkivfa[U+202C] [U+2066]skjult[U+2069]|halv \uFFFD|a\nb\tc',
  );
});

test('long text is cut without halving a character, and says by how much', () => {
  expect([cutText('kort', 10), cutText('ab😀cd', 3)]).toEqual([
    { text: 'kort', omitted: 0 },
    { text: 'ab', omitted: 4 },
  ]);
});
