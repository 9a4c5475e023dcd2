import fc from 'fast-check';
import { expect, test } from 'vitest';
import { printMargins } from '../../../reports/render/print-margins.ts';

test('title, key and number stand in the margins of a printed page', () => {
  const margins = printMargins({ title: 'Måling 1', key: 'Kontrolnøgle c0ffee', page: 'Side' });
  expect(margins).toContain('@top-left{content:"Måling 1"');
  expect(margins).toContain('@top-right{content:"Kontrolnøgle c0ffee"');
  expect(margins).toContain('@bottom-right{content:"Side " counter(page) " / " counter(pages)');
});

test('no title ends its string, its rule or the style sheet', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.constant('"}</style><script>\\')), (title) => {
      const [, content] =
        /@top-left\{content:"([^"]*)";font/u.exec(printMargins({ title, key: '', page: '' })) ?? [];
      expect(content).toMatch(/^(?:[\p{L}\p{N} ]|\\[0-9a-f]{1,6} )*$/u);
    }),
  );
});
