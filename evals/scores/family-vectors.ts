import { bootstrapFigure } from '../statistics/bootstrap.ts';
import type { Figure } from '../statistics/interval.ts';

/** The families' count vectors, alike ones together: what the bootstrap draws from. */
export class FamilyVectors {
  readonly #vectors = new Map<string, { vector: readonly number[]; families: number }>();
  #families = 0;

  add(vector: readonly number[]): void {
    this.#families += 1;
    const key = vector.join(' ');
    const known = this.#vectors.get(key);
    if (known === undefined) this.#vectors.set(key, { vector, families: 1 });
    else known.families += 1;
  }

  /**
   * A figure of the summed vectors with its bootstrap interval.
   * @param statistic the figure from the sums; null where undefined
   */
  figure(seed: string, items: number, statistic: (sums: Float64Array) => number | null): Figure {
    const distinct = [...this.#vectors.values()].sort((a, b) => compareVectors(a.vector, b.vector));
    const width = Math.max(0, ...distinct.map(({ vector }) => vector.length));
    const sums = new Float64Array(width);
    return bootstrapFigure({
      counts: distinct.map(({ families }) => families),
      statistic: (weights) => {
        sums.fill(0);
        distinct.forEach(({ vector }, index) => {
          const weight = weights[index]!;
          if (weight === 0) return;
          for (let at = 0; at < vector.length; at += 1) sums[at]! += weight * vector[at]!;
        });
        return statistic(sums);
      },
      seed,
      cases: this.#families,
      items,
    });
  }
}

/** By the first number that differs: the same order for sums and for means over repeats. */
function compareVectors(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, index) => value !== b[index]);
  return at < 0 ? 0 : a[at]! - b[at]!;
}

/** F1 from counts; null for 0/0. */
export function f1Of(tp: number, fp: number, fn: number): number | null {
  return fBetaOf(1, tp, fp, fn);
}

/**
 * F-beta from counts; null for 0/0. beta = 2 weighs recall twice as much as precision.
 * @source van Rijsbergen, C. J. (1979), Information Retrieval, 2nd ed.
 */
export function fBetaOf(beta: number, tp: number, fp: number, fn: number): number | null {
  const weight = beta * beta;
  const items = (1 + weight) * tp + weight * fn + fp;
  return items === 0 ? null : ((1 + weight) * tp) / items;
}
