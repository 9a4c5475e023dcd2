import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { builtInCatalogue } from '../../../datasets/rules/built-in-catalogue.ts';
import type { Citation } from '../../../datasets/rules/citation.ts';
import { formatCitationId, parseCitationId } from '../../../datasets/rules/citation-id.ts';
import { displayCitation } from '../../../datasets/rules/display-citation.ts';
import { parseCitations } from '../../../datasets/rules/parse-citation.ts';
import { anyCitation, knownCitation } from './any-citation.ts';

const catalogue = builtInCatalogue();
const rows: [id: string, display: string, citation: Citation][] = [
  [
    'br18/49/2/3/a',
    'BR18 § 49, stk. 2, nr. 3, litra a',
    { law: 'br18', paragraph: '49', stk: 2, nr: 3, litra: 'a' },
  ],
  ['br18/148//5', 'BR18 § 148, nr. 5', { law: 'br18', paragraph: '148', nr: 5 }],
  ['br18/6a', 'BR18 § 6 a', { law: 'br18', paragraph: '6a' }],
  ['br18/6i/2', 'BR18 § 6 i, stk. 2', { law: 'br18', paragraph: '6i', stk: 2 }],
  ['byggeloven/16c/3', 'byggeloven § 16 C, stk. 3', { law: 'byggeloven', paragraph: '16c', stk: 3 }],
  [
    'byggeloven/6/1//a',
    'byggeloven § 6, stk. 1, litra a',
    { law: 'byggeloven', paragraph: '6', stk: 1, litra: 'a' },
  ],
  ['br18/kap5', 'BR18, kap. 5', { law: 'br18', chapter: '5' }],
  ['byggeloven/kap4a', 'byggeloven, kap. 4 A', { law: 'byggeloven', chapter: '4a' }],
  ['br15/2.2.3/1', 'BR15, kap. 2.2.3, stk. 1', { law: 'br15', paragraph: '2.2.3', stk: 1 }],
  ['lokalplan:1.23/6.2', 'lokalplan 1.23, § 6.2', { law: 'lokalplan:1.23', paragraph: '6.2' }],
  ['lokalplan:3 S/6.2', 'lokalplan 3 S, § 6.2', { law: 'lokalplan:3 S', paragraph: '6.2' }],
  ['lokalplan/6.2', 'lokalplan § 6.2', { law: 'lokalplan', paragraph: '6.2' }],
  [
    'lokalplan:byplanvedtaegt 16/7.1',
    'byplanvedtægt 16, § 7.1',
    { law: 'lokalplan:byplanvedtaegt 16', paragraph: '7.1' },
  ],
  ['?/10/1', '§ 10, stk. 1', { law: null, paragraph: '10', stk: 1 }],
];

describe('canonical id and display form', () => {
  test.each(rows)('%s: %s', (id, display, citation) => {
    expect(formatCitationId(citation)).toBe(id);
    expect(parseCitationId(id)).toEqual(citation);
    expect(displayCitation(citation, catalogue)).toBe(display);
    expect(parseCitations(display, catalogue).map((parsed) => parsed.citation)).toEqual([citation]);
  });

  test('a whole law is its id alone', () => {
    expect(formatCitationId({ law: 'br18' })).toBe('br18');
    expect(displayCitation({ law: 'br18' }, catalogue)).toBe('BR18');
  });

  test.each([
    '',
    '/',
    'br18/',
    'br18//',
    'br18/49/',
    'br18/49/0',
    'br18/49/02',
    'br18/49/x',
    'br18/49/1/2/a/b',
    'a%zz/1/',
  ])('no id: %j', (text) => expect(parseCitationId(text)).toBeNull());

  test('in English', () => {
    const citation = { law: 'br18', paragraph: '49', stk: 2, nr: 3, litra: 'a' };
    expect(displayCitation(citation, catalogue, 'en')).toBe('BR18 § 49, stk. 2, nr. 3, litra a');
  });

  test('id → citation → id, whatever the names hold', () => {
    fc.assert(
      fc.property(anyCitation, (c) => {
        expect(parseCitationId(formatCitationId(c))).toEqual(c);
      }),
    );
  });

  test('any text that reads as an id is the id of what it reads as', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const citation = parseCitationId(text);
        if (citation !== null) expect(formatCitationId(citation)).toBe(text);
      }),
    );
  });

  test('the display form reads back to the same citation', () => {
    fc.assert(
      fc.property(knownCitation, (c) => {
        const read = parseCitations(displayCitation(c, catalogue), catalogue);
        expect(read.map(({ citation }) => citation)).toEqual([c]);
      }),
      { numRuns: 1000 },
    );
  });

  test('parsing any text neither throws nor yields a place outside it', () => {
    const words = fc.constantFrom(
      'BR18',
      '§',
      '§§',
      ' ',
      '6',
      'a',
      'i',
      'stk.',
      'nr.',
      ',',
      'og',
      '-',
      'til',
      'lokalplan',
      'kap.',
      '1.2',
      '(',
      'jf.',
      '\u00ad',
      'lovens',
      '/',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(words, fc.string({ unit: 'binary', maxLength: 3 }))), (parts) => {
        const text = parts.join(' ');
        for (const { citation, written } of parseCitations(text, catalogue)) {
          expect(parseCitationId(formatCitationId(citation))).toEqual(citation);
          expect(written.start).toBeGreaterThanOrEqual(0);
          expect(written.end).toBeGreaterThan(written.start);
          expect(written.end).toBeLessThanOrEqual(text.length);
        }
      }),
      { numRuns: 2000 },
    );
  });
});
