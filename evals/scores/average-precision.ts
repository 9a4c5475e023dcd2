import { bootstrapFigure } from '../statistics/bootstrap.ts';
import type { Figure } from '../statistics/interval.ts';

interface Entry {
  /** Null: not given, ranked last. */
  confidence: number | null;
  hit: boolean;
}

interface Family {
  entries: Entry[];
  required: number;
}

export interface CurvePoint {
  confidence: number | null;
  precision: number;
  recall: number;
}

/**
 * Precision, recall and average precision over a model's findings by confidence:
 * AP = Σ(R_n − R_{n−1})·P_n, equal confidences one threshold, missing confidence last.
 * Only where the model gives confidence at all.
 * @source scikit-learn's definition of average precision; uninterpolated.
 */
export class AveragePrecision {
  readonly #families = new Map<string, { family: Family; count: number }>();
  #cases = 0;
  #items = 0;
  #given = false;

  add(entries: readonly Entry[], required: number): void {
    this.#cases += 1;
    this.#items += entries.length;
    if (entries.some((entry) => entry.confidence !== null)) this.#given = true;
    const sorted = [...entries].sort(byConfidence);
    const key = `${String(required).padStart(9, '0')} ${JSON.stringify(sorted)}`;
    const known = this.#families.get(key);
    if (known === undefined) this.#families.set(key, { family: { entries: sorted, required }, count: 1 });
    else known.count += 1;
  }

  curve(): CurvePoint[] {
    if (!this.#given) return [];
    const { counts, ranked, required } = this.#ranked();
    return curveOf(ranked, counts, sumRequired(required, counts));
  }

  figure(seed: string, repeats: number): Figure {
    if (!this.#given) {
      return { value: null, interval: null, reason: 'undefined', cases: this.#cases, items: 0 };
    }
    const { counts, ranked, required } = this.#ranked();
    return bootstrapFigure({
      counts,
      statistic: (weights) => {
        const sought = sumRequired(required, weights);
        if (sought === 0) return null;
        let last = 0;
        let sum = 0;
        for (const { precision, recall } of curveOf(ranked, weights, sought)) {
          sum += (recall - last) * precision;
          last = recall;
        }
        return sum;
      },
      seed,
      cases: this.#cases,
      items: this.#items / repeats,
    });
  }

  #ranked() {
    const distinct = [...this.#families.entries()]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, entry]) => entry);
    const ranked = distinct
      .flatMap(({ family }, index) => family.entries.map((entry) => ({ ...entry, index })))
      .sort(byConfidence);
    return {
      counts: distinct.map(({ count }) => count),
      required: distinct.map(({ family }) => family.required),
      ranked,
    };
  }
}

type Ranked = Entry & { index: number };

function curveOf(ranked: readonly Ranked[], weights: ArrayLike<number>, required: number): CurvePoint[] {
  if (required === 0) return [];
  const points: CurvePoint[] = [];
  let hits = 0;
  let findings = 0;
  ranked.forEach((entry, at) => {
    const weight = weights[entry.index]!;
    findings += weight;
    if (entry.hit) hits += weight;
    const next = ranked[at + 1];
    if (findings === 0 || (next !== undefined && next.confidence === entry.confidence)) return;
    points.push({
      confidence: entry.confidence,
      precision: hits / findings,
      recall: hits / required,
    });
  });
  return points;
}

function sumRequired(required: readonly number[], weights: ArrayLike<number>): number {
  return required.reduce((sum, each, index) => sum + each * weights[index]!, 0);
}

function byConfidence(a: Entry, b: Entry): number {
  return (b.confidence ?? -1) - (a.confidence ?? -1) || Number(b.hit) - Number(a.hit);
}
