import type { Annotation } from '../../datasets/label.ts';
import { computeAlphaFigure } from '../statistics/alpha-figure.ts';
import { compareText } from '../statistics/compare-text.ts';
import { nominalMetric } from '../statistics/krippendorff-alpha.ts';
import { type CodeSet, codeSetMetric, codeSetOf } from './code-set.ts';
import { computeKappaFigure, type PairCounts } from './kappa-figure.ts';
import type { People } from './people-result.ts';

/** A code named in fewer cases than this has no alpha of its own. */
const MIN_CASES_OF_CODE = 5;

interface Labelled {
  codes: CodeSet;
  /** A required defect. */
  deficient: boolean;
}

/**
 * How far caseworkers agree on the cases that at least two of them labelled. The order of cases and
 * caseworkers changes nothing; every figure is resampled by family.
 */
export class Agreement {
  /** By family, then a map a case: what each annotator said. */
  readonly #families = new Map<string, Map<string, Labelled>[]>();

  /** @param people two or more annotators of one case. */
  add(family: string, people: readonly Annotation[]): void {
    const labelled = people.map(({ annotatorId, defects }): [string, Labelled] => [
      annotatorId,
      { codes: codeSetOf({ defects }), deficient: defects.some(({ role }) => role === 'required') },
    ]);
    const cases = this.#families.get(family) ?? [];
    cases.push(new Map(labelled));
    this.#families.set(family, cases);
  }

  /**
   * - `alpha`: value = the set of distinct codes
   * - `alphaByCode`: of every code alone, named or not
   * - `kappas`: complete or deficient, of every two annotators that share a case
   */
  figures(seedOf: (...name: string[]) => string): Pick<People, 'alpha' | 'alphaByCode' | 'kappas'> {
    const families = [...this.#families.values()];
    const valuesOf = <T>(value: (labelled: Labelled) => T) =>
      families.map((cases) => cases.map((people) => [...people.values()].map(value)));
    return {
      alpha: computeAlphaFigure({
        families: valuesOf(({ codes }) => codes),
        metric: codeSetMetric,
        seed: seedOf('alpha'),
      }),
      alphaByCode: this.#commonCodes().map(({ code, cases }) => ({
        code,
        alpha: computeAlphaFigure({
          families: valuesOf(({ codes }) => codes.includes(code)),
          metric: nominalMetric,
          seed: seedOf('alpha', code),
        }),
        cases,
      })),
      kappas: this.#pairs().map(([a, b]) => {
        const counts = families.map((cases) => countPair(cases, a, b)).filter((pair) => total(pair) > 0);
        const kappa = computeKappaFigure(counts, seedOf('kappa', a, b));
        return { a, b, kappa, cases: kappa.items };
      }),
    };
  }

  #commonCodes(): { code: string; cases: number }[] {
    const cases = new Map<string, number>();
    for (const people of [...this.#families.values()].flat()) {
      const named = new Set([...people.values()].flatMap(({ codes }) => codes));
      for (const code of named) cases.set(code, (cases.get(code) ?? 0) + 1);
    }
    return [...cases]
      .filter(([, count]) => count >= MIN_CASES_OF_CODE)
      .sort(([a], [b]) => compareText(a, b))
      .map(([code, count]) => ({ code, cases: count }));
  }

  /** Every two annotators that share a case, sorted. */
  #pairs(): [string, string][] {
    const pairs = new Map<string, [string, string]>();
    for (const people of [...this.#families.values()].flat()) {
      const ids = [...people.keys()].sort(compareText);
      for (const [at, a] of ids.entries()) {
        for (const b of ids.slice(at + 1)) pairs.set(JSON.stringify([a, b]), [a, b]);
      }
    }
    return [...pairs.values()].sort(([a, b], [c, d]) => compareText(a, c) || compareText(b, d));
  }
}

function countPair(cases: readonly Map<string, Labelled>[], a: string, b: string): PairCounts {
  const counts: PairCounts = [0, 0, 0, 0];
  for (const people of cases) {
    const [first, second] = [people.get(a), people.get(b)];
    if (first === undefined || second === undefined) continue;
    counts[2 * Number(first.deficient) + Number(second.deficient)]! += 1;
  }
  return counts;
}

function total(counts: PairCounts): number {
  return counts.reduce((sum, count) => sum + count, 0);
}
