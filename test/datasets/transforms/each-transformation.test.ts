import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Case } from '../../../datasets/case.ts';
import { attacks } from '../../../datasets/transforms/attacks.ts';
import { createInjection } from '../../../datasets/transforms/injection.ts';
import { createOcrNoise } from '../../../datasets/transforms/ocr-noise.ts';
import { findTransformation } from '../../../datasets/transforms/transformations.ts';
import { createRandom } from '../../../evals/statistics/random.ts';
import { anyCase, shippedCases, textArbitrary } from '../../support/any-case.ts';
import { smallCase } from '../../support/small-dataset.ts';

const apply = (id: string, original: Case, seed = 's') =>
  findTransformation(id)!.apply(original, createRandom(seed));
const textsOf = ({ documents }: Case) => documents.flatMap(({ pages }) => pages.map(({ text }) => text));
const withText = (text: string, changes: Partial<Case> = {}) =>
  smallCase('sag-1', {
    documents: [{ documentId: 'a', type: 'form', title: 'Form', pages: [{ page: 1, text }] }],
    ...changes,
  });
const textAfter = (id: string, text: string) => textsOf(apply(id, withText(text)) ?? withText(text))[0];

describe('document order', () => {
  it('is another permutation of the same documents, null for fewer than two', () => {
    fc.assert(
      fc.property(anyCase, fc.string(), (original, seed) => {
        const changed = apply('document-order', original, seed);
        expect(changed === null).toBe(original.documents.length < 2);
        if (changed === null) return;
        const ids = (each: Case) => each.documents.map(({ documentId }) => documentId);
        expect(ids(changed)).not.toEqual(ids(original));
        const sorted = (each: Case) =>
          each.documents.toSorted((a, b) => (a.documentId < b.documentId ? -1 : 1));
        expect({ ...changed, documents: sorted(changed) }).toEqual({
          ...original,
          documents: sorted(original),
        });
      }),
      { numRuns: 80 },
    );
  });
});

describe('municipality name', () => {
  it('leaves the old name nowhere in what a model reads, and the new one as often', () => {
    for (const original of shippedCases) {
      const changed = apply('municipality-name', original)!;
      const read = ({ fields, documents, localRules, municipality }: Case) =>
        JSON.stringify({ fields, documents, localRules, municipality }).toLowerCase();
      const count = (each: Case, name: string) => read(each).split(name.toLowerCase()).length;
      expect(count(changed, original.municipality)).toBe(1);
      // Also where a reading error stands in the old name, as in some synthesised drawings.
      const misread = (text: string) => text.toLowerCase().replaceAll('0', 'o').replaceAll(/[1i]/gu, 'l');
      const most = misread(read(original)).split(misread(original.municipality)).length;
      expect(count(changed, changed.municipality)).toBeGreaterThanOrEqual(
        count(original, original.municipality),
      );
      expect(count(changed, changed.municipality)).toBeLessThanOrEqual(most);
    }
  });

  it('is put in as the old one stood: in words, capitals, addresses and misread', () => {
    const changed = apply(
      'municipality-name',
      withText('Nordbys havn, NORDBY, post@nordby.dk, N0RDBY, Vestnordby.'),
    )!;
    const name = changed.municipality;
    expect(textsOf(changed)).toEqual([
      `${name}s havn, ${name.toUpperCase()}, post@${name.toLowerCase()}.dk, ${name.toUpperCase()}, Vestnordby.`,
    ]);
  });

  it('is not changed where files would still tell it', () => {
    const file = {
      fileId: 'f',
      name: 'f.pdf',
      mediaType: 'application/pdf',
      sha256: '0'.repeat(64),
      bytes: 1,
    };
    expect(apply('municipality-name', smallCase('a', { files: [file] }))).toBeNull();
  });
});

describe('line breaks and white space', () => {
  it.each(['line-breaks', 'white-space'])('%s changes no sign but blanks', (id) => {
    fc.assert(
      fc.property(anyCase, fc.string(), (original, seed) => {
        const changed = apply(id, original, seed);
        const words = (each: Case) =>
          textsOf(each).map((text) => text.split(/\s+/u).filter((word) => word !== ''));
        if (changed !== null) expect(words(changed)).toEqual(words(original));
      }),
      { numRuns: 80 },
    );
  });

  it('keeps lines of words short, and every line that was there apart', () => {
    const changed = textAfter('line-breaks', `${'ord '.repeat(80)}\nkort linje\nen linje`)!;
    expect(Math.max(...changed.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
    expect(changed.split('\n').length).toBeGreaterThan(5);
    expect(changed).toContain('\nkort linje\nen linje');
  });
});

describe('number format', () => {
  it('writes measures the other way, and nothing else', () => {
    const kept =
      'BR18 § 177, nr. 2, stk. 1,2; lokalplan 1.234 § 8.2; 18.11.2024; 18.11.24; kl. 10.30; matr.nr. 1.250; BFE 1.234.567; kapitel 2,4; kapitlerne 2,4 og 5; 2,3,4; A2.1; TK-7.140; CVR 12.345.678; rev. 1,5; 60/2024';
    expect(textAfter('number-format', kept)).toBe(kept);
    expect(
      textAfter(
        'number-format',
        'Højde 8,50 m; 1.250 m²; 1.250,5 m2; 10,0x12,5 m; 2,5-3,0; kote 12,125; (0,75).',
      ),
    ).toBe('Højde 8.50 m; 1250 m²; 1250.5 m2; 10.0x12.5 m; 2.5-3.0; kote 12.1250; (0.75).');
    expect(textAfter('number-format', 'Height 8.50 m; 2.25 m; 1,250 m²; 1,250.5 m2.')).toBe(
      'Height 8,50 m; 2,25 m; 1250 m²; 1250,5 m2.',
    );
  });

  it('passes over the numbers by which the case names its plans', () => {
    const fields = { lokalplan_nr: '1,25', tekst: 'plads 1,25 og 1,5 m', bom_nr: '2,5' };
    const changed = apply('number-format', withText('§ 1,25 og 1,25', { fields }))!;
    expect(changed.fields).toEqual({ ...fields, tekst: 'plads 1,25 og 1.5 m' });
  });

  it('survives being read back', () => {
    const number = fc
      .record({
        whole: fc.nat({ max: 99_999_999 }),
        decimals: fc.stringMatching(/^\d{0,4}$/u),
        grouped: fc.boolean(),
        around: fc.constantFrom(['', ' m²'], ['(', ')'], ['+', ' m,'], ['areal: ', '.'], ['', ' %']),
      })
      .map(({ whole, decimals, grouped, around: [before, after] }) => {
        const plain = String(whole);
        const written = grouped ? plain.replace(/\B(?=(\d{3})+$)/gu, '.') : plain;
        return {
          text: `${before}${written}${decimals === '' ? '' : `,${decimals}`}${after}`,
          value: Number(`${whole}.${decimals}`),
        };
      });
    fc.assert(
      fc.property(fc.array(number, { minLength: 1, maxLength: 12 }), (numbers) => {
        // A measure that is Danish beyond doubt stands first.
        const text = ['Bredde 1,5 m;', ...numbers.map((each) => each.text)].join(' og ');
        const read = [...textAfter('number-format', text)!.matchAll(/\d+(?:\.\d+)?/gu)].map(([found]) =>
          Number(found),
        );
        expect(read).toEqual([1.5, ...numbers.map(({ value }) => value)]);
      }),
      { numRuns: 300 },
    );
  });
});

/** One sign for each class of look-alikes. */
function foldLookAlikes(text: string): string {
  const classes = ['0OØ', '1lIi', '2Z', '5S', '6G', '8B', '9gq', 'aå', 'AÅ', 'oø', 'ec', 'hb'];
  return [...text.replaceAll('rn', 'm')]
    .map((sign) => classes.find((each) => each.includes(sign))?.[0] ?? sign)
    .join('');
}

describe('OCR noise', () => {
  it('reads look-alikes alone: no digit becomes another, none comes into being beside a digit', () => {
    fc.assert(
      fc.property(textArbitrary, fc.string(), fc.integer({ min: 1, max: 20 }), (text, seed, percent) => {
        const changed = createOcrNoise(percent).apply(withText(text), createRandom(seed));
        if (changed === null) return;
        const [after] = textsOf(changed);
        expect(foldLookAlikes(after!)).toBe(foldLookAlikes(text));
        expect(changed.documents[0]!.pages[0]!.ocr).toBe(true);
        expect(changed.fields).toEqual(withText(text).fields);
        // Every number that is read in the noise was there.
        const numbers = (each: string) =>
          each.match(/(?<![\p{L}\d.,])\d+(?:[.,]\d+)*(?![\p{L}\d]|[.,][\p{L}\d])/gu) ?? [];
        expect(numbers(text)).toEqual(expect.arrayContaining(numbers(after!)));
      }),
      { numRuns: 400 },
    );
  });

  it.each([1, 2, 5])('has the rate that it states: %i %%', (percent) => {
    let [errors, characters] = [0, 0];
    for (const [at, original] of shippedCases.entries()) {
      const changed = createOcrNoise(percent).apply(original, createRandom(`rate ${at}`))!;
      const [before, after] = [textsOf(original), textsOf(changed)];
      for (const [page, text] of before.entries()) {
        characters += text.replace(/\s/gu, '').length;
        errors += countErrors(text, after[page]!);
      }
    }
    const expected = (percent / 100) * characters;
    // Four standard deviations of a Poisson count.
    expect(Math.abs(errors - expected)).toBeLessThan(4 * Math.sqrt(expected));
  });
});

/** Reading errors between a text and its noise, read from the left; rn and m are one sign. */
function countErrors(before: string, after: string): number {
  let errors = 0;
  for (let [a, b] = [0, 0]; a < before.length; ) {
    const [one, two] = [before.startsWith('rn', a), after.startsWith('rn', b)];
    if (one && after[b] === 'm') [errors, a, b] = [errors + 1, a + 2, b + 1];
    else if (before[a] === 'm' && two) [errors, a, b] = [errors + 1, a + 1, b + 2];
    else [errors, a, b] = [errors + Number(before[a] !== after[b]), a + 1, b + 1];
  }
  return errors;
}

describe('an attack', () => {
  it.each(attacks.map((attack) => [attack.id, attack] as const))(
    '%s is planted whole, once, and takes nothing away',
    (_, attack) => {
      for (const original of shippedCases.slice(0, 12)) {
        const changed = createInjection(attack).apply(original, createRandom('x'))!;
        const text = JSON.stringify(changed);
        const planted = JSON.stringify(attack.text).slice(1, -1);
        expect(text.split(planted)).toHaveLength(2);
        const without = text.split(planted).join('');
        expect(without.length - JSON.stringify(original).length).toBeLessThan(25);
      }
    },
  );

  it('finds no place in a case without pages, or where the remarks are no text', () => {
    const bare = smallCase('a', { documents: [], fields: { bemaerkninger: 3 } });
    expect(attacks.map((attack) => createInjection(attack).apply(bare, createRandom('x')))).toEqual(
      attacks.map(() => null),
    );
  });
});
