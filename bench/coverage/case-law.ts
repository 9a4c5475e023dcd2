import { buildBetaBinomial } from './beta-binomial.ts';
import { buildNegativeBinomialSizes, type SizeLaw } from './size-law.ts';

/** What one case can count, and how probable each is: outcome i has `successes[i]` of `items[i]`. */
export interface CaseLaw {
  successes: readonly number[];
  items: readonly number[];
  probability: readonly number[];
  /** E[successes]/E[items], from the whole table: what an interval must cover. */
  truth: number;
}

/** Outcomes less probable than this are left out. */
const NEGLIGIBLE = 1e-12;

/** A rate: every case has items by `sizes`, successes among them beta-binomial. */
export function buildRatioLaw(sizes: SizeLaw, rate: number, correlation: number): CaseLaw {
  const outcomes = new Outcomes(sizes.length);
  for (const [items, size] of sizes.entries()) {
    for (const [successes, share] of buildBetaBinomial(items, rate, correlation).entries()) {
      outcomes.add(successes, items, size * share);
    }
  }
  return outcomes.toLaw();
}

/** How a simulated model screens. */
export interface ScreeningRates {
  recall: number;
  /** Of any two defects of a case: found or missed together. */
  correlation: number;
  /** The share of missed defects that are reported under a wrong code: a miss and a false alarm at once. */
  confusion: number;
  /** Mean number a case of findings that have nothing to do with a defect; negative binomial, shape 1. */
  spurious: number;
  /** So many spurious findings more, in the mean, for every missed defect. */
  burst: number;
}

/**
 * F1 by its Jaccard ratio: successes TP, items TP+FP+FN. Defects by `defects`, found beta-binomially; false
 * alarms = misses under a wrong code + spurious findings, so they are overdispersed and follow the misses.
 */
export function buildScreeningLaw(defects: SizeLaw, rates: ScreeningRates): CaseLaw {
  const { recall, correlation, confusion, spurious, burst } = rates;
  const alarmsByMisses = defects.map((_, misses) =>
    convolve(
      buildBetaBinomial(misses, confusion, 0),
      buildNegativeBinomialSizes(spurious + burst * misses, 1),
    ),
  );
  const outcomes = new Outcomes(defects.length + Math.max(...alarmsByMisses.map(({ length }) => length)));
  for (const [m, size] of defects.entries()) {
    for (const [found, share] of buildBetaBinomial(m, recall, correlation).entries()) {
      for (const [alarms, alarmShare] of alarmsByMisses[m - found]!.entries()) {
        outcomes.add(found, m + alarms, size * share * alarmShare);
      }
    }
  }
  return outcomes.toLaw();
}

/** The law of the sum of two independent whole numbers. */
function convolve(a: readonly number[], b: readonly number[]): number[] {
  const sum = new Array<number>(a.length + b.length - 1).fill(0);
  for (const [i, inA] of a.entries()) {
    for (const [j, inB] of b.entries()) sum[i + j] = sum[i + j]! + inA * inB;
  }
  return sum;
}

/** Adds up the probability of like outcomes. */
class Outcomes {
  readonly #width: number;
  readonly #probability: number[] = [];

  /** @param width above the largest number of items. */
  constructor(width: number) {
    this.#width = width;
  }

  add(successes: number, items: number, probability: number): void {
    const at = successes * this.#width + items;
    this.#probability[at] = (this.#probability[at] ?? 0) + probability;
  }

  toLaw(): CaseLaw {
    const kept = Object.entries(this.#probability)
      .map(([at, probability]) => ({
        successes: Math.floor(Number(at) / this.#width),
        items: Number(at) % this.#width,
        probability,
      }))
      .filter(({ probability }) => probability > NEGLIGIBLE);
    const expect = (of: (outcome: (typeof kept)[number]) => number) =>
      kept.reduce((sum, outcome) => sum + outcome.probability * of(outcome), 0);
    return {
      successes: kept.map(({ successes }) => successes),
      items: kept.map(({ items }) => items),
      probability: kept.map(({ probability }) => probability),
      truth: expect(({ successes }) => successes) / expect(({ items }) => items),
    };
  }
}
