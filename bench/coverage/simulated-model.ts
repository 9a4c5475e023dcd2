import type { FamilyCounts } from '../../evals/statistics/family-counts.ts';
import type { Figure } from '../../evals/statistics/interval.ts';
import type { Random } from '../../evals/statistics/random.ts';
import { computeF1Figure } from '../../evals/statistics/ratio-figure.ts';
import { RatioMoments } from '../../evals/statistics/ratio-moments.ts';
import { AliasTable } from './alias-table.ts';
import { fitLogitNormal, logistic } from './logit-normal.ts';
import { drawBinomial, drawNormal, drawPoisson } from './samplers.ts';
import { buildPoissonSizes } from './size-law.ts';

/** How a model screens. Both spreads 0: alike in every case. */
export interface SimulatedModel {
  /** Mean share of defects found. */
  recall: number;
  /** Of the logit of that share between cases, a standard deviation. */
  recallSpread: number;
  /** Mean number of false alarms a case. */
  falseAlarms: number;
  /** Of the logarithm of that number's expectation between cases, a standard deviation. */
  alarmSpread: number;
}

export interface SimulatedCases {
  /** Poisson: cases without defects occur. */
  meanDefects: number;
  /** The part of a case's difficulty that all models share: the correlation of their case effects. */
  shared: number;
}

/** How far false alarms are more in cases where more is missed: the correlation of the two case effects. */
const COUPLING = 0.5;

/** F1 = 2·E[TP]/E[2TP + FP + FN], exact. */
export function computeTrueF1(model: SimulatedModel, meanDefects: number): number {
  const found = model.recall * meanDefects;
  return (2 * found) / (found + meanDefects + model.falseAlarms);
}

/** The false alarms a case that give a model with this recall this F1. */
export function solveFalseAlarms(f1: number, recall: number, meanDefects: number): number {
  return meanDefects * ((2 * recall) / f1 - recall - 1);
}

/** Draws models' answers to the same cases: independent given the case. */
export class ScreeningSampler {
  readonly #models: readonly { model: SimulatedModel; location: number }[];
  readonly #defects: AliasTable;
  readonly #shared: number;

  constructor(cases: SimulatedCases, models: readonly SimulatedModel[]) {
    this.#models = models.map((model) => ({
      model,
      location: fitLogitNormal(model.recall, model.recallSpread).location,
    }));
    this.#defects = new AliasTable(buildPoissonSizes(cases.meanDefects));
    this.#shared = cases.shared;
  }

  /** For each model its F1 counts in each of `cases` cases. */
  drawFamilies(cases: number, random: Random): FamilyCounts[][] {
    const families: FamilyCounts[][] = this.#models.map(() => []);
    for (let index = 0; index < cases; index++) {
      const defects = this.#defects.draw(random);
      const [difficulty, bait] = [drawNormal(random), drawNormal(random)];
      for (const [at, { model, location }] of this.#models.entries()) {
        const ease = this.#mix(difficulty, random);
        const alarm = this.#mix(bait, random);
        const rate = logistic(location + model.recallSpread * ease);
        const effect = -COUPLING * ease + Math.sqrt(1 - COUPLING ** 2) * alarm;
        const spread = model.alarmSpread;
        const alarms = model.falseAlarms * Math.exp(spread * effect - (spread * spread) / 2);
        const found = drawBinomial(defects, rate, random);
        const denominator = found + defects + drawPoisson(alarms, random);
        families[at]!.push({ numerator: 2 * found, denominator });
      }
    }
    return families;
  }

  /** A model's own effect, standard normal too. */
  #mix(shared: number, random: Random): number {
    return Math.sqrt(this.#shared) * shared + Math.sqrt(1 - this.#shared) * drawNormal(random);
  }
}

/** F1 with its interval as the product states it, from counts of F1. */
export function computeFigureOf(families: readonly FamilyCounts[]): Figure {
  const moments = new RatioMoments();
  for (const { numerator, denominator } of families) moments.add(numerator / 2, denominator - numerator / 2);
  return computeF1Figure(moments);
}
