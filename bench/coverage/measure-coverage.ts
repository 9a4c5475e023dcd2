import type { Figure } from '../../evals/statistics/interval.ts';
import type { Random } from '../../evals/statistics/random.ts';
import { computeF1Figure, computeRatioFigure } from '../../evals/statistics/ratio-figure.ts';
import type { RatioMoments } from '../../evals/statistics/ratio-moments.ts';
import { computeWilsonInterval } from '../../evals/statistics/wilson-interval.ts';
import type { CaseSampler } from './case-sampler.ts';

/** The quantile of the intervals that ours is compared with. */
export const Z = 1.96;

/** Shares of draws, in [0, 1]. A draw without an interval does not cover, whatever the reason. */
export interface Coverage {
  coverage: number;
  /** No interval: 0/0, or under 5 cases with items. */
  noInterval: number;
  /** Mean width, over draws with an interval. */
  width: number;
}

export interface RatioCoverage extends Coverage {
  /** Mean width over the mean width, on the same draws, of Wilson's interval with the correlation known. */
  widthRatio: number;
  /** Coverage of the plain binomial intervals, which take all items as independent. */
  wald: number;
  wilson: number;
  /** Coverage of Wilson's interval with the correlation known. */
  known: number;
}

interface Limits {
  low: number;
  high: number;
}

/** @param correlation the true one, of any two items of a case. */
export function measureRatioCoverage(
  sampler: CaseSampler,
  input: { cases: number; draws: number; correlation: number; random: Random },
): RatioCoverage {
  const { cases, draws, correlation, random } = input;
  const { truth } = sampler.law;
  const hits = { ours: 0, wald: 0, wilson: 0, known: 0 };
  let [defined, width, widthKnown] = [0, 0, 0];
  for (let draw = 0; draw < draws; draw++) {
    const moments = sampler.drawMoments(cases, random);
    const { value, interval } = computeRatioFigure(moments);
    if (interval === null || value === null) continue;
    const known = computeWilsonInterval(value, moments.items / knownDesignEffect(moments, correlation), Z);
    defined += 1;
    width += interval.high - interval.low;
    widthKnown += known.high - known.low;
    hits.ours += covers(interval, truth);
    hits.known += covers(known, truth);
    hits.wald += covers(computeWaldInterval(value, moments.items), truth);
    hits.wilson += covers(computeWilsonInterval(value, moments.items, Z), truth);
  }
  return {
    coverage: hits.ours / draws,
    noInterval: (draws - defined) / draws,
    width: width / defined,
    widthRatio: width / widthKnown,
    wald: hits.wald / draws,
    wilson: hits.wilson / draws,
    known: hits.known / draws,
  };
}

/** As {@link measureRatioCoverage}, for F1 from a law of its Jaccard ratio. */
export function measureF1Coverage(
  sampler: CaseSampler,
  input: { cases: number; draws: number; random: Random },
): Coverage {
  const { cases, draws, random } = input;
  const truth = (2 * sampler.law.truth) / (1 + sampler.law.truth);
  let [defined, width, hits] = [0, 0, 0];
  for (let draw = 0; draw < draws; draw++) {
    const { interval }: Figure = computeF1Figure(sampler.drawMoments(cases, random));
    if (interval === null) continue;
    defined += 1;
    width += interval.high - interval.low;
    hits += covers(interval, truth);
  }
  return { coverage: hits / draws, noInterval: (draws - defined) / draws, width: width / defined };
}

/** 1 + (m_w − 1)·ρ, m_w = Σm²/Σm of the draw [Kish 1965]. */
function knownDesignEffect(moments: RatioMoments, correlation: number): number {
  return 1 + (moments.itemsSquared / moments.items - 1) * correlation;
}

/** p ± z·√(p(1 − p)/n): the textbook interval. */
export function computeWaldInterval(p: number, n: number): Limits {
  const half = Z * Math.sqrt((p * (1 - p)) / n);
  return { low: p - half, high: p + half };
}

export function covers({ low, high }: Limits, truth: number): 0 | 1 {
  return low <= truth && truth <= high ? 1 : 0;
}
