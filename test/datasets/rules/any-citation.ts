import fc from 'fast-check';
import { builtInCatalogue } from '../../../datasets/rules/built-in-catalogue.ts';
import type { Citation } from '../../../datasets/rules/citation.ts';

const count = fc.integer({ min: 1, max: 40 });
const letter = fc.constantFrom(...'abcdefghijk');
const levels = fc.record({ stk: count, nr: count, litra: letter }, { requiredKeys: [] });
const number = fc
  .tuple(fc.integer({ min: 1, max: 999 }), fc.option(letter, { nil: '' }))
  .map(([n, l]) => `${n}${l}`);
const dotted = fc
  .array(fc.integer({ min: 1, max: 40 }), { minLength: 2, maxLength: 4 })
  .map((parts) => parts.join('.'));

/** Any citation that has an id of its own: laws and numbers of any name, no chapter next to a §. */
export const anyCitation: fc.Arbitrary<Citation> = fc.oneof(
  fc
    .tuple(fc.option(fc.string({ minLength: 1 })), fc.string({ minLength: 1 }), levels)
    .map(([law, paragraph, rest]) => ({ law, paragraph, ...rest })),
  fc.tuple(fc.string({ minLength: 1 }), number).map(([law, chapter]) => ({ law, chapter })),
  fc.string({ minLength: 1 }).map((law) => ({ law })),
);

/** Citations of the catalogue's laws and of plans, as people write them. */
export const knownCitation: fc.Arbitrary<Citation> = fc.oneof(
  fc
    .tuple(lawIds('paragraph'), number, levels)
    .map(([law, paragraph, rest]) => ({ law, paragraph, ...rest })),
  fc
    .tuple(lawIds('paragraph'), fc.integer({ min: 1, max: 40 }))
    .map(([law, n]) => ({ law, chapter: String(n) })),
  fc.tuple(lawIds('dotted'), dotted, levels).map(([law, paragraph, rest]) => ({ law, paragraph, ...rest })),
  fc
    .tuple(
      fc.constantFrom('211', '1.23', '3 S', '8-17', '12-345-A', 'byplanvedtaegt 16'),
      fc.oneof(number, dotted),
      levels,
    )
    .map(([plan, paragraph, rest]) => ({ law: `lokalplan:${plan}`, paragraph, ...rest })),
);

function lawIds(numbering: 'paragraph' | 'dotted'): fc.Arbitrary<string> {
  return fc.constantFrom(
    ...builtInCatalogue()
      .laws.filter((law) => law.numbering === numbering)
      .map(({ id }) => id),
  );
}
