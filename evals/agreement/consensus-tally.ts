import { toHarmonicF1 } from '../scores/harmonic-f1.ts';
import { compareText } from '../statistics/compare-text.ts';
import type { Figure } from '../statistics/interval.ts';
import { computeF1Figure, computeRatioFigure } from '../statistics/ratio-figure.ts';
import { RatioMoments } from '../statistics/ratio-moments.ts';
import { addCounts, type CaseCounts, noCounts, toMeans } from './case-counts.ts';
import type { ConsensusFigures } from './people-result.ts';

interface CountedCase {
  caseId: string;
  family: string;
  counts: CaseCounts;
}

/**
 * Counts of cases against a consensus, and their figures. A case counts once: where there are several
 * answers or several consensuses of it, by its mean over them. The order of the cases changes nothing.
 */
export class ConsensusTally {
  readonly #cases: CountedCase[] = [];

  /** @param scores how many scores the counts are summed over. */
  add(caseId: string, family: string, sum: CaseCounts, scores: number): void {
    this.#cases.push({ caseId, family, counts: toMeans(sum, scores) });
  }

  /** The sums of each family, by the first of its case ids. */
  families(): { family: string; counts: CaseCounts }[] {
    // Means do not add up exactly: one order for all.
    const sorted = this.#cases.toSorted((a, b) => compareText(a.caseId, b.caseId));
    return [...Map.groupBy(sorted, ({ family }) => family)].map(([family, cases]) => {
      const counts = noCounts();
      for (const each of cases) addCounts(counts, each.counts);
      return { family, counts };
    });
  }

  figures(): ConsensusFigures {
    const families = this.families();
    const ratio = (of: (counts: CaseCounts) => Ratio, compute = computeRatioFigure): Figure => {
      const moments = new RatioMoments();
      for (const { counts } of families) moments.add(...of(counts));
      return compute(moments);
    };
    return {
      cases: this.#cases.length,
      precision: ratio(({ truePositives: hits, falsePositives }) => [hits, hits + falsePositives]),
      recall: ratio(({ truePositives: hits, falseNegatives }) => [hits, hits + falseNegatives]),
      f1: ratio(
        ({ truePositives: hits, falsePositives, falseNegatives }) => [
          hits,
          hits + falsePositives + falseNegatives,
        ],
        computeF1Figure,
      ),
      citationHf1: toHarmonicF1(
        ratio(({ citedHits, cited }) => [citedHits, cited]),
        ratio(({ goldHits, gold }) => [goldHits, gold]),
        ratio((counts) => jaccardOfMeanHits(counts), computeF1Figure),
      ),
      cleanFalseAlarmRate: ratio(({ notPassed, clean }) => [notPassed, clean]),
    };
  }
}

type Ratio = [successes: number, items: number];

function jaccardOfMeanHits({ cited, citedHits, gold, goldHits }: CaseCounts): Ratio {
  const hits = (citedHits + goldHits) / 2;
  return [hits, cited + gold - hits];
}
