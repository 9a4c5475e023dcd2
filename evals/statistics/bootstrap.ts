import { type Figure, INTERVAL_LEVEL, MIN_CASES } from './interval.ts';
import { computeQuantile } from './quantile.ts';
import { createRandom, type Random } from './random.ts';

/** More undefined (0/0) replicates than this share, and there is no interval. */
const MAX_UNDEFINED_SHARE = 0.05;

export interface BootstrapInput {
  /** How many families share distinct count vector i; whole numbers, in an order fixed by the caller. */
  counts: readonly number[];
  /**
   * The figure, given how often each distinct vector is in the sample (weights[i], same order as counts);
   * null where it is undefined. The array is used again for the next replicate: do not keep it.
   */
  statistic: (weights: Float64Array) => number | null;
  /** Decides the replicates; derive it from the comparability key and the figure's name. */
  seed: string;
  /** 10,000 unless told. */
  replicates?: number;
  /** Shown with the figure; under 5 gives no interval. */
  cases: number;
  /** Shown with the figure. */
  items: number;
}

/**
 * A figure that is no plain ratio (average precision, calibration error, macro F1, F2) with its 95 %
 * percentile bootstrap interval over families. Families with the same counts are interchangeable, so a
 * replicate is a multinomial draw of weights over the distinct vectors, and the statistic costs only as
 * much as there are distinct ones.
 * The interval is extended to the value where the bootstrap's own bias leaves it outside (calibration
 * error): that can only raise its coverage.
 * @returns reasons for no interval: `undefined` (no value), `tooFewCases` (under 5 families),
 *   `degenerateReplicates` (over 5 % of them undefined), `noVariation` (width 0).
 * @throws RangeError where a count is no whole number of 0 or more, or replicates is under 1.
 * @source Efron, B. (1979), Bootstrap methods: another look at the jackknife, Annals of Statistics 7, 1–26.
 */
export function bootstrapFigure(input: BootstrapInput): Figure {
  const { counts, statistic, seed, replicates = 10_000, cases, items } = input;
  if (!(replicates >= 1)) throw new RangeError(`Cannot bootstrap: replicates is ${replicates}`);
  const vectorOf = assignVectors(counts);
  const value = statistic(Float64Array.from(counts));
  if (value === null) return { value, interval: null, reason: 'undefined', cases, items };
  if (Math.min(cases, vectorOf.length) < MIN_CASES) {
    return { value, interval: null, reason: 'tooFewCases', cases, items };
  }
  const random = createRandom(seed);
  const weights = new Float64Array(counts.length);
  const values = new Float64Array(replicates);
  let defined = 0;
  for (let replicate = 0; replicate < replicates; replicate++) {
    drawWeights(vectorOf, random, weights);
    const drawn = statistic(weights);
    if (drawn !== null) values[defined++] = drawn;
  }
  if (replicates - defined > MAX_UNDEFINED_SHARE * replicates) {
    return { value, interval: null, reason: 'degenerateReplicates', cases, items };
  }
  const sorted = values.subarray(0, defined).sort();
  const low = Math.min(value, computeQuantile(sorted, (1 - INTERVAL_LEVEL) / 2));
  const high = Math.max(value, computeQuantile(sorted, (1 + INTERVAL_LEVEL) / 2));
  if (!(low < high)) return { value, interval: null, reason: 'noVariation', cases, items };
  return { value, interval: { low, high, level: INTERVAL_LEVEL }, cases, items };
}

/** For each family the index of its distinct vector: an urn to draw from, exact and free of rounding. */
function assignVectors(counts: readonly number[]): Uint32Array {
  const vectorOf: number[] = [];
  for (const [vector, count] of counts.entries()) {
    if (!Number.isSafeInteger(count) || count < 0) {
      throw new RangeError(`Cannot bootstrap: count ${vector} is ${count}, expected a whole number`);
    }
    for (let family = 0; family < count; family++) vectorOf.push(vector);
  }
  return Uint32Array.from(vectorOf);
}

/** One replicate: as many families as there are, drawn with replacement. Overwrites `weights`. */
export function drawWeights(vectorOf: Uint32Array, random: Random, weights: Float64Array): void {
  weights.fill(0);
  const families = vectorOf.length;
  for (let draw = 0; draw < families; draw++) {
    const vector = vectorOf[random.below(families)]!;
    weights[vector] = weights[vector]! + 1;
  }
}
