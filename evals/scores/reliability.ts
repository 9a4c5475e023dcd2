import type { Figure } from '../statistics/interval.ts';
import { computeRatioFigure } from '../statistics/ratio-figure.ts';
import { RatioMoments } from '../statistics/ratio-moments.ts';
import { isGivenConfidenceColumn, readThresholds } from './confidence-columns.ts';
import { binOf, countBins } from './equal-mass-bins.ts';

/** Findings of like confidence. Numbers of findings are means over repeats. */
export interface ReliabilityBin {
  /** Lowest and highest confidence in the bin. */
  low: number;
  high: number;
  /** Mean confidence. */
  confidence: number;
  findings: number;
  hits: number;
  hitRate: Figure;
}

/** The findings of one confidence in families that are alike. */
interface Entry {
  thousandths: number;
  hits: number;
  findings: number;
}

/**
 * The reliability diagram: findings that carry a confidence, in bins of equal mass (see `binOf`), with the
 * share of true positives in each and its clustered interval. Keeps what distinct families there are.
 */
export class Reliability {
  readonly #families = new Map<string, { entries: Entry[]; families: number }>();

  /** Takes in a family's row with the columns of `addConfidence`; others in it are passed over. */
  add(row: ReadonlyMap<string, number>): void {
    const columns = [...row.keys()].filter(isGivenConfidenceColumn);
    if (columns.length === 0) return;
    const count = (at: number) => (at < 0 ? 0 : row.get(columns[at]!)!);
    const entries = readThresholds(columns).thresholds.map(({ thousandths, hit, miss }) => ({
      thousandths: thousandths!,
      hits: count(hit),
      findings: count(hit) + count(miss),
    }));
    const key = entries.map(({ thousandths, hits, findings }) => `${thousandths} ${hits}/${findings}`).join();
    const known = this.#families.get(key);
    if (known === undefined) this.#families.set(key, { entries, families: 1 });
    else known.families += 1;
  }

  /** Lowest confidence first, empty bins left out; none where no confidence is given. */
  bins(repeats: number): ReliabilityBin[] {
    const binOfConfidence = this.#cut();
    const bins = new Map<number, { sum: number; low: number; high: number; moments: RatioMoments }>();
    for (const { entries, families } of this.#families.values()) {
      for (const [bin, own] of Map.groupBy(entries, (entry) => binOfConfidence.get(entry.thousandths)!)) {
        const known = bins.get(bin) ?? { sum: 0, low: 1000, high: 0, moments: new RatioMoments() };
        let hits = 0;
        let findings = 0;
        for (const entry of own) {
          hits += entry.hits;
          findings += entry.findings;
          known.sum += families * entry.findings * entry.thousandths;
          known.low = Math.min(known.low, entry.thousandths);
          known.high = Math.max(known.high, entry.thousandths);
        }
        known.moments.add(hits, findings, families);
        bins.set(bin, known);
      }
    }
    return [...bins]
      .sort(([a], [b]) => a - b)
      .map(([, { sum, low, high, moments }]) => ({
        low: low / 1000,
        high: high / 1000,
        confidence: sum / (1000 * moments.items),
        findings: moments.items / repeats,
        hits: moments.successes / repeats,
        hitRate: computeRatioFigure(moments.dividedBy(repeats)),
      }));
  }

  /** The bin of each confidence that occurs. */
  #cut(): Map<number, number> {
    const counts = new Map<number, number>();
    let findings = 0;
    for (const { entries, families } of this.#families.values()) {
      for (const entry of entries) {
        const own = families * entry.findings;
        counts.set(entry.thousandths, (counts.get(entry.thousandths) ?? 0) + own);
        findings += own;
      }
    }
    const bins = countBins(counts.size);
    let before = 0;
    return new Map(
      [...counts]
        .sort(([a], [b]) => a - b)
        .map(([thousandths, own]) => {
          const bin = binOf(before, own, findings, bins);
          before += own;
          return [thousandths, bin];
        }),
    );
  }
}
