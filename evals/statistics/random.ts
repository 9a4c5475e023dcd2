import { createHash } from 'node:crypto';
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plusFromState } from 'pure-rand/generator/xoroshiro128plus';

/** A stream of pseudo-random numbers that its seed text alone decides, the same on every machine. */
export interface Random {
  /** The next 32 random bits, as an integer in [−2³¹, 2³¹). */
  bits(): number;
  /**
   * A whole number in [0, bound), each equally likely (no modulo bias).
   * @param bound a whole number from 1 to 2⁵³ − 1.
   */
  below(bound: number): number;
  /** A multiple of 2⁻⁵³ in [0, 1). */
  float(): number;
}

const WORD = 2 ** 32;

/** Up to here the product of a 32-bit word and a bound is exact in a double. */
const LARGEST_EXACT_BOUND = 2 ** 21;

/**
 * Creates the generator of `seed`: the first 128 bits of SHA-256 over its UTF-8 text are the state of
 * xoroshiro128+. Different texts give unrelated streams.
 * @source Blackman, D. & Vigna, S. (2021), Scrambled linear pseudorandom number generators, ACM TOMS 47(4);
 *   Lemire, D. (2019), Fast random integer generation in an interval, ACM TOMACS 29(1) (for `below`).
 */
export function createRandom(seed: string): Random {
  const digest = createHash('sha256').update(seed, 'utf8').digest();
  const generator = xoroshiro128plusFromState([0, 4, 8, 12].map((offset) => digest.readInt32LE(offset)));
  return {
    bits: () => generator.next(),
    float: () => uniformFloat64(generator),
    below(bound) {
      if (!(Number.isSafeInteger(bound) && bound >= 1)) {
        throw new RangeError(`Cannot draw below ${bound}: expected a whole number of 1 or more`);
      }
      if (bound > LARGEST_EXACT_BOUND) return uniformInt(generator, 0, bound - 1);
      for (;;) {
        const product = (generator.next() >>> 0) * bound;
        const result = Math.floor(product / WORD);
        const rest = product - result * WORD;
        // Only a rest under the bound can be one of the 2³² mod bound surplus words.
        if (rest >= bound || rest >= WORD % bound) return result;
      }
    },
  };
}
