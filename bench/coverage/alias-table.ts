import type { Random } from '../../evals/statistics/random.ts';

const WORD = 2 ** 32;

/**
 * Draws whole numbers with given probabilities, each draw in constant time and from one 32-bit word. The
 * probabilities are met to within 2⁻³².
 * @source Walker, A. J. (1977), An efficient method for generating discrete random variables with general
 *   distributions, ACM TOMS 3, 253–256; Vose, M. D. (1991), IEEE Transactions on Software Engineering 17.
 */
export class AliasTable {
  readonly #threshold: Float64Array;
  readonly #alias: Uint32Array;
  readonly #scale: number;

  /** @param weights probability of 0, 1, 2 …, 0 or more each; need not sum to 1. */
  constructor(weights: ArrayLike<number>) {
    const size = weights.length;
    let total = 0;
    for (let index = 0; index < size; index++) total += weights[index]!;
    const share = Float64Array.from(weights, (weight) => (weight * size) / total);
    this.#threshold = new Float64Array(size).fill(1);
    this.#alias = Uint32Array.from(share, (_, index) => index);
    this.#scale = size / WORD;
    const small: number[] = [];
    const large: number[] = [];
    share.forEach((value, index) => {
      (value < 1 ? small : large).push(index);
    });
    while (small.length > 0 && large.length > 0) {
      const [low, high] = [small.pop()!, large.pop()!];
      this.#threshold[low] = share[low]!;
      this.#alias[low] = high;
      share[high] = share[high]! + share[low]! - 1;
      (share[high] < 1 ? small : large).push(high);
    }
  }

  draw(random: Random): number {
    const position = (random.bits() >>> 0) * this.#scale;
    const column = Math.floor(position);
    return position - column < this.#threshold[column]! ? column : this.#alias[column]!;
  }
}
