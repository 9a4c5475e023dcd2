import type { Result } from '../../evals/artifacts.ts';
import { countRow, type FigureRow } from './figure-row.ts';

/** One model's place, and how it differs from every model that its pair names second. */
export function boardRows(result: Result, modelId: string): FigureRow[] {
  const { policy } = result.comparability;
  const ranks = result.ranks
    .filter(({ id }) => id === modelId)
    .flatMap(({ low, high }) => [
      countRow('rankLow', low, null, policy),
      countRow('rankHigh', high, null, policy),
    ]);
  const pairs = result.comparisons
    .filter(({ a }) => a === modelId)
    .flatMap((pair): FigureRow[] => {
      const against = { kind: 'against', slice: pair.b };
      const { difference: value, interval, cases } = pair;
      return [
        { measure: 'f1Difference', ...against, policy, figure: { value, interval, cases, items: cases } },
        countRow('f1DifferenceP', pair.p, against, policy),
        countRow('f1DifferencePHolm', pair.pHolm, against, policy),
        countRow('smallestDetectable', pair.smallestDetectable, against, policy),
      ];
    });
  return [...ranks, ...pairs];
}
