import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  BoardComparisonSchema,
  compareBoard,
  countPermutations,
} from '../../../evals/statistics/compare-board.ts';
import type { FamilyCounts } from '../../../evals/statistics/family-counts.ts';
import { computeFigure, familyCountsArb } from './paired-models.ts';

function buildModel(id: string, families: readonly FamilyCounts[]) {
  return { id, figure: computeFigure(families), families };
}

function buildCounts(numerators: readonly number[], denominator = 5): FamilyCounts[] {
  return numerators.map((numerator) => ({ numerator, denominator }));
}

const good = buildCounts([5, 5, 4, 5, 4, 5, 5, 3, 5, 4, 5, 5]);
const fair = buildCounts([4, 5, 5, 4, 4, 5, 4, 4, 5, 4, 5, 5]);
const poor = buildCounts([1, 2, 0, 2, 1, 1, 3, 0, 1, 2, 1, 0]);
const silent = buildCounts(Array<number>(12).fill(0), 0);

const models = [
  buildModel('poor', poor),
  buildModel('silent', silent),
  buildModel('good', good),
  buildModel('fair', fair),
];

test('pairs, Holm and ranks of a small board', () => {
  const board = compareBoard({ models, seed: 'key', measure: 'f1' });
  BoardComparisonSchema.parse(board);
  expect(board.pairs.map(({ a, b }) => `${a}-${b}`)).toEqual([
    'fair-good',
    'fair-poor',
    'fair-silent',
    'good-poor',
    'good-silent',
    'poor-silent',
  ]);
  const different = board.pairs.filter((pair) => pair.different).map(({ a, b }) => `${a}-${b}`);
  expect(different).toEqual(['fair-poor', 'good-poor']);
  // Three pairs could be tested; those with a silent model have no p and are no part of the adjustment.
  const goodPoor = board.pairs[3]!;
  expect(goodPoor.p).toBe(2 / 2 ** 12);
  expect(goodPoor.pHolm).toBe((3 * 2) / 2 ** 12);
  expect(board.pairs[2]).toMatchObject({ difference: null, p: null, pHolm: null, different: false });
  expect(board.ranks).toEqual([
    { id: 'good', rank: 1, low: 1, high: 2 },
    { id: 'fair', rank: 1, low: 1, high: 2 },
    { id: 'poor', rank: 3, low: 3, high: 3 },
    { id: 'silent', rank: null, low: null, high: null },
  ]);
});

test('where lower is better the ranks turn, the differences do not', () => {
  const higher = compareBoard({ models, seed: 'key', measure: 'rate' });
  const lower = compareBoard({ models, seed: 'key', measure: 'rate', higherIsBetter: false });
  expect(lower.pairs).toEqual(higher.pairs);
  expect(lower.ranks.map(({ id, rank }) => [id, rank])).toEqual([
    ['poor', 1],
    ['fair', 2],
    ['good', 2],
    ['silent', null],
  ]);
});

test('neither the order of models nor that of families changes the board', () => {
  const board = fc
    .tuple(fc.integer({ min: 2, max: 4 }), fc.integer({ min: 18, max: 25 }))
    .chain(([count, families]) =>
      fc.array(fc.array(familyCountsArb, { minLength: families, maxLength: families }), {
        minLength: count,
        maxLength: count,
      }),
    );
  fc.assert(
    fc.property(board, (families) => {
      const forward = families.map((counts, index) => buildModel(`m${index}`, counts));
      const backward = families.map((counts, index) => buildModel(`m${index}`, counts.toReversed()));
      const settings = { seed: 'key', measure: 'f1' };
      const expected = compareBoard({ models: forward, ...settings });
      expect(compareBoard({ models: forward.toReversed(), ...settings })).toEqual(expected);
      const turned = compareBoard({ models: backward, ...settings });
      expect(turned.ranks).toEqual(expected.ranks);
      for (const [index, pair] of turned.pairs.entries()) {
        expect(pair.p).toBe(expected.pairs[index]!.p);
        expect(pair.difference).toBe(expected.pairs[index]!.difference);
      }
    }),
    { numRuns: 20 },
  );
});

test('seed and measure decide the permutations drawn', () => {
  const wide = (step: number) => buildCounts(Array.from({ length: 30 }, (_, i) => (i * step + (i % 3)) % 6));
  const two = [buildModel('a', wide(7)), buildModel('b', wide(5))];
  const run = (seed: string, measure: string) => compareBoard({ models: two, seed, measure }).pairs[0]!.p;
  expect(run('k', 'f1')).toBe(run('k', 'f1'));
  expect(new Set([run('k', 'f1'), run('l', 'f1'), run('k', 'recall')]).size).toBeGreaterThan(1);
});

test('two models with the same counts stand to a third with the same p, whatever they are called', () => {
  const wide = (step: number) => buildCounts(Array.from({ length: 30 }, (_, i) => (i * step + (i % 3)) % 6));
  const twins = ['a', 'm', 'z'].map((id) => buildModel(id, id === 'm' ? wide(5) : wide(7)));
  const { pairs } = compareBoard({ models: twins, seed: 'k', measure: 'f1' });
  expect(pairs.map(({ a, b, exact }) => [a, b, exact])).toEqual([
    ['a', 'm', false],
    ['a', 'z', true],
    ['m', 'z', false],
  ]);
  expect(pairs[2]!.p).toBe(pairs[0]!.p);
});

test('enough permutations to resolve Holm on the board', () => {
  expect(countPermutations(1)).toBe(9_999);
  expect(countPermutations(12)).toBe(9_999);
  expect(countPermutations(13)).toBe(10_400);
  expect(countPermutations(190)).toBe(152_000);
});

test('a board of one or none has ranks and no pairs; a model twice is refused', () => {
  expect(compareBoard({ models: [], seed: 'k', measure: 'f1' })).toEqual({ pairs: [], ranks: [] });
  expect(compareBoard({ models: [models[0]!], seed: 'k', measure: 'f1' })).toEqual({
    pairs: [],
    ranks: [{ id: 'poor', rank: 1, low: 1, high: 1 }],
  });
  const twice = [models[0]!, models[0]!];
  expect(() => compareBoard({ models: twice, seed: 'k', measure: 'f1' })).toThrow(RangeError);
});
