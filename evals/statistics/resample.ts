import { drawBinomial } from './draw-binomial.ts';
import type { Random } from './random.ts';

/** With this many families a distinct vector, one binomial draw a vector is quicker than one draw a family. */
const FAMILIES_PER_VECTOR = 8;

/**
 * Prepares drawing as many families as there are, with replacement, from families of which counts[i] are
 * alike: each replicate is a multinomial draw of weights over the distinct ones.
 * @param counts whole numbers of 0 or more.
 * @returns a function that overwrites `weights` (as long as counts) with one replicate.
 * @throws RangeError where a count is no whole number of 0 or more.
 */
export function prepareResampling(
  counts: readonly number[],
): (random: Random, weights: Float64Array) => void {
  for (const [vector, count] of counts.entries()) {
    if (Number.isSafeInteger(count) && count >= 0) continue;
    throw new RangeError(`Cannot bootstrap: count ${vector} is ${count}, expected a whole number`);
  }
  const families = counts.reduce((sum, count) => sum + count, 0);
  return families >= FAMILIES_PER_VECTOR * counts.length
    ? drawByVector(counts, families)
    : drawByFamily(counts, families);
}

/** An urn with the index of each family's vector. */
function drawByFamily(counts: readonly number[], families: number) {
  const vectorOf = new Uint32Array(families);
  let next = 0;
  for (const [vector, count] of counts.entries())
    next = vectorOf.fill(vector, next, next + count) && next + count;
  return (random: Random, weights: Float64Array) => {
    weights.fill(0);
    for (let draw = 0; draw < families; draw++) {
      const vector = vectorOf[random.below(families)]!;
      weights[vector] = weights[vector]! + 1;
    }
  };
}

/** Each vector's weight given those before it is binomial. */
function drawByVector(counts: readonly number[], families: number) {
  return (random: Random, weights: Float64Array) => {
    let draws = families;
    let left = families;
    for (let vector = 0; vector < counts.length; vector++) {
      const count = counts[vector]!;
      const weight = count === left ? draws : drawBinomial(draws, count / left, random);
      weights[vector] = weight;
      draws -= weight;
      left -= count;
    }
  };
}
