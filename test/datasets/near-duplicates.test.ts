import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NearDuplicateIndex, nearDuplicateFrom } from '../../datasets/near-duplicates.ts';
import { foldWords, jaccard, shinglesOf } from '../../datasets/text-shingles.ts';
import { smallCase } from '../support/small-dataset.ts';

const caseOf = (caseId: string, text: string) =>
  smallCase(caseId, {
    documents: [{ documentId: 'a', type: 'form', title: '', pages: [{ page: 1, text }] }],
  });

const words = (count: number, from = 0) =>
  Array.from(
    { length: count },
    (_, at) =>
      `ord${'abcdefghij'[(at + from) % 10]}${'klmnopqrst'[Math.floor((at + from) / 10) % 10]}${'uvwxyz'[Math.floor((at + from) / 100) % 6]}`,
  );

describe('near duplicates', () => {
  it('finds a case that differs in its numbers alone, in another group only', () => {
    const index = new NearDuplicateIndex();
    const text = `${words(60).join(' ')} afstand 2,1 m til skel`;
    expect(index.add(caseOf('a', text), 'test')).toEqual([]);
    expect(index.add(caseOf('b', text), 'test')).toEqual([]);
    expect(index.add(caseOf('c', text.replace('2,1', '2,6')), 'practice')).toEqual([
      { a: 'a', b: 'c', similarity: 1 },
      { a: 'b', b: 'c', similarity: 1 },
    ]);
  });

  it('takes cases without text, and of other words, for no duplicates', () => {
    const index = new NearDuplicateIndex();
    for (const [at, text] of ['', '', words(50).join(' '), words(50, 300).join(' ')].entries()) {
      expect(index.add(caseOf(`c${at}`, text), `g${at}`)).toEqual([]);
    }
  });

  it('finds by MinHash what a comparison of every pair finds', () => {
    const text = fc
      .tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 20, max: 80 }))
      .map(([from, count]) => words(count, from).join(' '));
    fc.assert(
      fc.property(fc.array(text, { maxLength: 8 }), (texts) => {
        const index = new NearDuplicateIndex();
        const found = texts.flatMap((each, at) =>
          index.add(caseOf(`c${at}`, each), `g${at}`).map(({ a, b }) => `${a} ${b}`),
        );
        const shingles = texts.map((each) => shinglesOf(foldWords(each), 5));
        const all = texts.flatMap((_, b) =>
          texts
            .slice(0, b)
            .flatMap((__, a) =>
              jaccard(shingles[a]!, shingles[b]!) >= nearDuplicateFrom ? [`c${a} c${b}`] : [],
            ),
        );
        expect(found.toSorted()).toEqual(all.toSorted());
      }),
      // MinHash is chance: the seed is fixed, so that the test says the same each time.
      { seed: 1, numRuns: 100 },
    );
  });
});
