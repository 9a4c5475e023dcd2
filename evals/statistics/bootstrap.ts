import { type Figure, INTERVAL_LEVEL, MIN_CASES } from './interval.ts';
import { computeQuantile } from './quantile.ts';
import { createRandom } from './random.ts';
import { prepareResampling } from './resample.ts';

/** More undefined (0/0) replicates than this share, and there is no interval. */
const MAX_UNDEFINED_SHARE = 0.05;

const DEFAULT_REPLICATES = 10_000;

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

/** Several figures from the same replicates. */
export interface BootstrapAllInput {
  counts: readonly number[];
  /** Writes the figures of a sample into `values`, one each; NaN where undefined. */
  compute: (weights: Float64Array, values: Float64Array) => void;
  seed: string;
  replicates?: number;
  /** A figure each. */
  shown: readonly { cases: number; items: number }[];
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
  const { statistic, cases, items, ...rest } = input;
  const compute = (weights: Float64Array, values: Float64Array) => {
    values[0] = statistic(weights) ?? Number.NaN;
  };
  return bootstrapFigures({ ...rest, compute, shown: [{ cases, items }] })[0]!;
}

/** As {@link bootstrapFigure}, for figures that are computed from the same samples, in their order. */
export function bootstrapFigures(input: BootstrapAllInput): Figure[] {
  const { counts, compute, seed, replicates = DEFAULT_REPLICATES, shown } = input;
  if (!(replicates >= 1)) throw new RangeError(`Cannot bootstrap: replicates is ${replicates}`);
  const draw = prepareResampling(counts);
  const values = new Float64Array(shown.length);
  compute(Float64Array.from(counts), values);
  const observed = Array.from(values);
  const families = counts.reduce((sum, count) => sum + count, 0);
  if (
    observed.every((value, at) => Number.isNaN(value) || Math.min(families, shown[at]!.cases) < MIN_CASES)
  ) {
    return observed.map((value, at) => withoutReplicates(value, families, shown[at]!)!);
  }
  const drawn = shown.map(() => new Float64Array(replicates));
  const defined = new Uint32Array(shown.length);
  const random = createRandom(seed);
  const weights = new Float64Array(counts.length);
  for (let replicate = 0; replicate < replicates; replicate++) {
    draw(random, weights);
    compute(weights, values);
    for (let at = 0; at < values.length; at++) {
      const value = values[at]!;
      if (Number.isNaN(value)) continue;
      drawn[at]![defined[at]!] = value;
      defined[at] = defined[at]! + 1;
    }
  }
  return observed.map(
    (value, at) =>
      withoutReplicates(value, families, shown[at]!) ??
      readInterval(value, drawn[at]!.subarray(0, defined[at]!), replicates, shown[at]!),
  );
}

type Shown = BootstrapAllInput['shown'][number];

/** The figure that no replicate can give an interval. */
function withoutReplicates(value: number, families: number, { cases, items }: Shown): Figure | undefined {
  if (Number.isNaN(value)) return { value: null, interval: null, reason: 'undefined', cases, items };
  if (Math.min(cases, families) >= MIN_CASES) return undefined;
  return { value, interval: null, reason: 'tooFewCases', cases, items };
}

/** Sorts `drawn`, the replicates that are defined. */
function readInterval(
  value: number,
  drawn: Float64Array,
  replicates: number,
  { cases, items }: Shown,
): Figure {
  if (replicates - drawn.length > MAX_UNDEFINED_SHARE * replicates) {
    return { value, interval: null, reason: 'degenerateReplicates', cases, items };
  }
  drawn.sort();
  const low = Math.min(value, computeQuantile(drawn, (1 - INTERVAL_LEVEL) / 2));
  const high = Math.max(value, computeQuantile(drawn, (1 + INTERVAL_LEVEL) / 2));
  if (!(low < high)) return { value, interval: null, reason: 'noVariation', cases, items };
  return { value, interval: { low, high, level: INTERVAL_LEVEL }, cases, items };
}
