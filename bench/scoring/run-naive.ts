import { matchCase } from '../../evals/matching/match-case.ts';
import type { ScoredCase } from '../../evals/scores/scored-case.ts';
import { createRandom, type Random } from '../../evals/statistics/random.ts';
import { models } from './make-answers.ts';
import { computeNaively, type NaiveCase, toNaiveCase } from './naive-figures.ts';
import { goldGroups, scoreMade } from './score-made.ts';

/** Of what is repeated, so many are timed; the rest would cost the same each. */
const sample = { replicates: 10, permutations: 20, dealtCases: 40 } as const;
const full = { replicates: 10_000, permutations: 9_999, deals: 1_000 } as const;

export interface NaiveRun {
  /** What all of it would take, on one thread. */
  seconds: number;
  parts: { name: string; seconds: number; how: string }[];
  /** Point estimates a model, to be held against ours. */
  figures: Record<string, number>[];
}

/**
 * The same figures by the plain definition, on one thread: every replicate draws as many cases as there are
 * and computes each figure anew; every permutation swaps case by case; every deal is matched. What is repeated
 * is timed on a sample and multiplied.
 */
export function runNaive(cases: number, seed: string): NaiveRun {
  const parts: NaiveRun['parts'] = [];
  const time = <T>(name: string, times: number, how: string, run: () => T): T => {
    const started = performance.now();
    const value = run();
    parts.push({ name, seconds: (times * (performance.now() - started)) / 1000, how });
    return value;
  };
  const all = models.map((_, at) => at);
  const scored = time('scoring', 1, 'in full', () => [...scoreMade(cases, all, seed)]);
  const byModel = all.map((at) => scored.map((each) => toNaiveCase(each[at]!)));
  const groups = goldGroups.filter((group) => byModel[0]!.some((each) => each.groups.has(group)));
  const random = createRandom(seed);
  const figures = byModel.map((each) => computeNaively(each, groups));
  time(
    'bootstrap',
    full.replicates / sample.replicates,
    `${sample.replicates} of ${full.replicates} replicates`,
    () => {
      for (const each of byModel) {
        for (let replicate = 0; replicate < sample.replicates; replicate += 1) {
          computeNaively(
            each.map(() => each[random.below(each.length)]!),
            groups,
          );
        }
      }
    },
  );
  time(
    'paired tests',
    full.permutations / sample.permutations,
    `${sample.permutations} of ${full.permutations} permutations`,
    () => {
      for (const [at, a] of byModel.entries()) {
        for (const b of byModel.slice(at + 1)) {
          for (let swap = 0; swap < sample.permutations; swap += 1) swapOnce(a, b, random);
        }
      }
    },
  );
  timeDeals(scored, time);
  return { seconds: parts.reduce((sum, part) => sum + part.seconds, 0), parts, figures };
}

/** Each case's answers given to the other model or not, and the studentised difference of F1 anew. */
function swapOnce(a: readonly NaiveCase[], b: readonly NaiveCase[], random: Random): number {
  const swapped = a.map((mine, at) => (random.float() < 0.5 ? [b[at]!, mine] : [mine, b[at]!]));
  const totals = [0, 1].map((side) => {
    const top = swapped.reduce((sum, pair) => sum + 2 * pair[side]!.tp, 0);
    const bottom = swapped.reduce(
      (sum, pair) => sum + 2 * pair[side]!.tp + pair[side]!.fp + pair[side]!.fn,
      0,
    );
    return { ratio: top / bottom, bottom };
  });
  const errors = swapped.map((pair) => {
    const [x, y] = pair.map(({ tp, fp, fn }, side) => {
      const { ratio, bottom } = totals[side]!;
      return (2 * tp - ratio * (2 * tp + fp + fn)) / bottom;
    });
    return x! - y!;
  });
  return Math.abs(totals[0]!.ratio - totals[1]!.ratio) / Math.sqrt(errors.reduce((sum, d) => sum + d * d, 0));
}

/** Expected F1 of dealt answers over all ordered pairs of one type, and 1,000 deals: pair by pair. */
function timeDeals(
  scored: readonly ScoredCase[][],
  time: (name: string, times: number, how: string, run: () => void) => void,
): void {
  const step = Math.ceil(scored.length / sample.dealtCases);
  const taken = scored.filter((_, at) => at % step === 0);
  const share = scored.length / taken.length;
  const byType = Map.groupBy(scored, (each) => each[0]!.score.caseType);
  const match = (one: ScoredCase, other: ScoredCase) =>
    matchCase(other.findings[0]!, one.defects, 'standard').pairs.length;
  time('shuffled F1', share, `${taken.length} of ${scored.length} cases against all of their type`, () => {
    for (const each of taken) {
      for (const other of byType.get(each[0]!.score.caseType)!) {
        for (const at of models.keys()) match(each[at]!, other[at]!);
      }
    }
  });
  time('dealt answers', full.deals, `1 of ${full.deals} deals`, () => {
    for (const [at, each] of scored.entries()) {
      const other = scored[(at + 7) % scored.length]!;
      for (const model of models.keys()) match(each[model]!, other[model]!);
    }
  });
}
