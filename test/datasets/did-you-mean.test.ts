import { expect, it } from 'vitest';
import { didYouMean } from '../../datasets/did-you-mean.ts';

const words = ['byzone', 'landzone'];

it.each([
  ['byzonen', 'Did you mean "byzone"?'],
  ['LANDZONER', 'Did you mean "landzone"?'],
  ['havn', undefined],
  ['', undefined],
  // A whole text in the wrong column is no slip of a word.
  ['En ansøgning om en carport. '.repeat(100), undefined],
])('%j: %j', (word, expected) => {
  expect(didYouMean(word, words)).toBe(expected);
});
