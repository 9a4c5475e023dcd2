import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findQuote, foldText } from '../../../reports/case-view/find-quote.ts';
import { type Mark, markText } from '../../../reports/case-view/mark-text.ts';
import { casePageName } from '../../../reports/render/report-files.ts';

const text = fc.string({
  unit: fc.constantFrom(
    'a',
    'b',
    ...'!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~',
    ' ',
    ' ',
    '\n',
    '\u00A0',
    'ø',
    '🏠',
  ),
});

/** The scorer's folding, written again. */
const folded = (value: string) =>
  value
    .split(/\s+/u)
    .filter((word) => word !== '')
    .join(' ');

describe('a quote', () => {
  test('is found where its folded words stand, and nowhere else', () => {
    fc.assert(
      fc.property(text, text, (page, quote) => {
        const found = findQuote(foldText(page), quote);
        expect(found !== null).toBe(folded(quote) !== '' && folded(page).includes(folded(quote)));
        if (found !== null) expect(folded(page.slice(found.start, found.end))).toBe(folded(quote));
      }),
      { numRuns: 2000 },
    );
  });

  test('is found though a line breaks in it', () => {
    expect(findQuote(foldText('Afstand til\n  skel: 2,1 m'), 'til skel: 2,1 m')).toEqual({
      start: 8,
      end: 25,
    });
  });
});

describe('a hostile quote', () => {
  test('of ten thousand words that nearly stands everywhere is looked for once', () => {
    const page = foldText('a '.repeat(500_000));
    // By trying every place anew this would be ten thousand times half a million steps.
    expect(findQuote(page, `${'a '.repeat(9999)}b`)).toBe(null);
    expect(findQuote(page, 'a '.repeat(9999))).toEqual({ start: 0, end: 19_997 });
  });
});

describe('marks', () => {
  test('of a text that is cut are cut with it', () => {
    const mark = (start: number, end: number): Mark => ({
      id: `m${start}`,
      by: 'b',
      of: 'model',
      start,
      end,
    });
    const markup = String(markText('0123456789', [mark(2, 8), mark(7, 9)], 5));
    expect(markup.replaceAll(/<[^>]*>/gu, '')).toBe('01234… [+5]');
    expect([markup.includes('id="m2"'), markup.includes('id="m7"')]).toEqual([true, false]);
  });

  test('that hundreds of findings share name a few and count the rest', () => {
    const all = Array.from(
      { length: 300 },
      (_, at): Mark => ({ id: `m${at}`, by: `model ${at}`, of: 'model', start: 0, end: 3 }),
    );
    expect(String(markText('abc', all, 3))).toContain('model 5; + 294"');
  });

  const marks = fc.array(
    fc.record({
      start: fc.nat(30),
      length: fc.integer({ min: 1, max: 12 }),
      of: fc.constantFrom('label' as const, 'model' as const),
    }),
    { maxLength: 6 },
  );

  test('change no word, overlap as they like, and each id stands once', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-zæøå .]{1,40}$/u), marks, (page, given) => {
        const within = given
          .map(
            ({ start, length, of }, at): Mark => ({
              id: `m${at}`,
              by: `b${at}`,
              of,
              start: Math.min(start, page.length - 1),
              end: Math.min(start + length, page.length),
            }),
          )
          .filter(({ start, end }) => end > start);
        const markup = String(markText(page, within, page.length));
        expect(markup.replaceAll(/<[^>]*>/gu, '')).toBe(page);
        for (const mark of within) {
          expect(markup.split(`id="${mark.id}"`).length - 1).toBe(1);
          const covered = [...markup.matchAll(/<mark class="[a-z]+" title="([^"]*)">([^<]*)<\/mark>/gu)]
            .filter(([, by]) => by!.split('; ').includes(mark.by))
            .map(([, , piece]) => piece);
          expect(covered.join('')).toBe(page.slice(mark.start, mark.end));
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('the name of a case’s page', () => {
  const id = fc.stringMatching(/^[a-zA-Z0-9ÆØÅæøå][a-zA-Z0-9ÆØÅæøå._:-]{0,127}$/u);

  test('tells any two ids apart, also where capitals are not told from small letters', () => {
    fc.assert(
      fc.property(id, id, (one, other) => {
        fc.pre(one !== other);
        expect(casePageName(one).toLowerCase()).not.toBe(casePageName(other).toLowerCase());
      }),
      { numRuns: 2000 },
    );
  });

  test('is a file name on any system', () => {
    fc.assert(
      fc.property(id, (one) => {
        expect(casePageName(one)).toMatch(/^sag-[a-z0-9._~-]{1,120}$/u);
      }),
    );
    expect(casePageName('Sag-Ø1')).toBe('sag-~53~ag-~d8~1');
  });
});
