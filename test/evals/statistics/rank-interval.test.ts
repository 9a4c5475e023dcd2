import { expect, test } from 'vitest';
import { rankModels } from '../../../evals/statistics/rank-interval.ts';

const order = ['a', 'b', 'c', 'd', 'e'];

function createBetter(pairs: string[]) {
  return (winner: string, loser: string) => pairs.includes(`${winner}>${loser}`);
}

test('the interval is 1 + significantly better to M − significantly worse', () => {
  const ranks = rankModels({
    ids: order,
    values: [0.9, 0.8, 0.79, 0.6, null],
    better: createBetter(['a>c', 'a>d', 'b>d', 'c>d']),
  });
  expect(ranks).toEqual([
    { id: 'a', rank: 1, low: 1, high: 2 },
    { id: 'b', rank: 1, low: 1, high: 3 },
    { id: 'c', rank: 2, low: 2, high: 3 },
    { id: 'd', rank: 4, low: 4, high: 4 },
    { id: 'e', rank: null, low: null, high: null },
  ]);
});

test('models that nothing tells apart share rank 1; value, then id, orders them', () => {
  const input = { ids: ['z', 'b', 'a', 'y', 'x'], values: [0.5, 0.5, 0.7, null, null], better: () => false };
  expect(rankModels(input).map(({ id, rank, high }) => [id, rank, high])).toEqual([
    ['a', 1, 3],
    ['b', 1, 3],
    ['z', 1, 3],
    ['x', null, null],
    ['y', null, null],
  ]);
  const lowerFirst = rankModels({ ...input, higherIsBetter: false }).map(({ id }) => id);
  expect(lowerFirst).toEqual(['b', 'z', 'a', 'x', 'y']);
});

test('no models, no ranks', () => {
  expect(rankModels({ ids: [], values: [], better: () => false })).toEqual([]);
});
