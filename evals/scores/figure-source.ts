import type { TableFiguresInput } from '../statistics/family-table.ts';
import type { Figure } from '../statistics/interval.ts';
import { computeF1Figure, computeRatioFigure } from '../statistics/ratio-figure.ts';
import type { Gathered } from './gathered.ts';
import { toHarmonicF1 } from './harmonic-f1.ts';
import type { ModelResult } from './model-result.ts';
import { ratesKeys } from './tally.ts';

type Rates = ModelResult['selective'];

/** Ratios and bootstrapped figures out of what was gathered of a model's cases. */
export class FigureSource {
  readonly gathered: Gathered;
  readonly repeats: number;

  constructor(gathered: Gathered) {
    this.gathered = gathered;
    this.repeats = gathered.totals.repeats;
  }

  ratio(key: string): Figure {
    return computeRatioFigure(this.gathered.tally.moments(key, this.repeats));
  }

  rates(prefix: string): Rates {
    const keys = ratesKeys(prefix);
    return {
      precision: this.ratio(keys.precision),
      recall: this.ratio(keys.recall),
      f1: computeF1Figure(this.gathered.tally.moments(keys.jaccard, this.repeats)),
    };
  }

  /** Where alternatives make the hits differ on the two sides. */
  harmonicRates(prefix: string): Rates {
    const { precision, recall, f1 } = this.rates(prefix);
    return { precision, recall, f1: toHarmonicF1(precision, recall, f1) };
  }

  confusion(prefix: string): [number, number, number] {
    const { tally } = this.gathered;
    const keys = ratesKeys(prefix);
    const { successes, items } = tally.moments(keys.precision, this.repeats);
    const recall = tally.moments(keys.recall, this.repeats);
    return [successes, items - successes, recall.items - recall.successes];
  }

  bootstrap<Name extends string>(
    name: string,
    input: Omit<TableFiguresInput<Name>, 'seed'>,
  ): Record<Name, Figure> {
    const { options, table } = this.gathered;
    // The model's name is no part of the seed: the same answers have the same figures, whoever gave them.
    return table.figures({ ...input, seed: JSON.stringify([options.seed, name]) });
  }
}
