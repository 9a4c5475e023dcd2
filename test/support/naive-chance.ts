import { builtInCatalogue } from '../../datasets/rules/built-in-catalogue.ts';
import { matchCase } from '../../evals/matching/match-case.ts';
import type { Policy } from '../../evals/matching/policy.ts';
import { prepareDefect, prepareFinding } from '../../evals/matching/prepare.ts';
import { countMatches } from '../../evals/scores/count-matches.ts';
import { smallTaxonomy } from './arbitraries.ts';
import type { AnsweredCase } from './scoring-data.ts';

interface Reached {
  tp: number;
  fp: number;
  fn: number;
}

export interface NaiveChance {
  cases: number;
  families: string[];
  f1: number | null;
  shuffledF1: number | null;
  adjustedF1: number | null;
  excessF1: number | null;
}

export function familyOf({ family, caseShown }: AnsweredCase): string {
  return family ?? caseShown.caseId;
}

/** What the answers to one case reach on another, read and matched as if given to that one; a mean over repeats. */
export type Reach = (receiver: AnsweredCase, giver: AnsweredCase) => Reached;

export function reachUnder(policy: Policy): Reach {
  const known = new Map<string, Reached>();
  return (receiver, giver) => {
    const key = `${receiver.caseShown.caseId} ${giver.caseShown.caseId}`;
    const reached = known.get(key) ?? matchDealt(receiver, giver, policy);
    known.set(key, reached);
    return reached;
  };
}

function matchDealt({ caseShown, label }: AnsweredCase, giver: AnsweredCase, policy: Policy): Reached {
  const { localRules } = caseShown;
  const context = { taxonomy: smallTaxonomy, catalogue: builtInCatalogue(), localRules };
  const defects = label.defects.map((defect) => prepareDefect(defect, context));
  const mean = nothing();
  for (const { status, findings } of giver.screenings) {
    const listed = (status === 'answered' ? findings : []).map((finding) => prepareFinding(finding, context));
    const counts = countMatches(matchCase(listed, defects, policy), listed, defects);
    const { truePositives: tp, falsePositives: fp, falseNegatives: fn } = counts;
    add(mean, { tp, fp, fn }, 1 / giver.screenings.length);
  }
  return mean;
}

/** Every case against the answers of every family of its type, one by one, as the scoring page says it. */
export function dealNaively(data: readonly AnsweredCase[], reach: Reach): NaiveChance {
  const own = nothing();
  const dealt = nothing();
  const taking: AnsweredCase[] = [];
  for (const byFamily of sharedTypes(data)) {
    for (const receivers of byFamily) {
      taking.push(...receivers);
      for (const receiver of receivers) {
        add(own, reach(receiver, receiver), 1);
        for (const givers of byFamily) {
          if (givers === receivers) continue;
          for (const giver of givers) {
            add(dealt, reach(receiver, giver), 1 / givers.length / (byFamily.length - 1));
          }
        }
      }
    }
  }
  const f1 = f1Of(own);
  const shuffledF1 = f1Of(dealt);
  const excessF1 = f1 === null || shuffledF1 === null ? null : f1 - shuffledF1;
  const room = 1 - (shuffledF1 ?? 1);
  return {
    cases: taking.length,
    families: [...new Set(taking.map(familyOf))].sort(),
    f1,
    shuffledF1,
    adjustedF1: excessF1 === null || room < 1e-9 ? null : excessF1 / room,
    excessF1,
  };
}

/**
 * The share of all ways to deal the families' answers within each type that reach at least the F1 of no deal.
 * A family's cases take those of the dealt family in turn. For a handful of families.
 */
export function enumerateDeals(data: readonly AnsweredCase[], reach: Reach): number {
  let sums = [nothing()];
  for (const byFamily of sharedTypes(data)) {
    const deals = permutations(byFamily).map((deal) => {
      const sum = nothing();
      for (const [at, receivers] of byFamily.entries()) {
        const givers = deal[at]!;
        for (const [place, receiver] of receivers.entries()) {
          add(sum, reach(receiver, givers[place % givers.length]!), 1);
        }
      }
      return sum;
    });
    sums = sums.flatMap((before) =>
      deals.map((deal) => {
        const sum = { ...before };
        add(sum, deal, 1);
        return sum;
      }),
    );
  }
  const observed = f1Of(sums[0]!)!;
  return sums.filter((sum) => (f1Of(sum) ?? 1) >= observed - 1e-9).length / sums.length;
}

/** The families of each type that two or more share, a family's cases by id. */
function sharedTypes(data: readonly AnsweredCase[]): AnsweredCase[][][] {
  const ordered = data.toSorted((a, b) => (a.caseShown.caseId < b.caseShown.caseId ? -1 : 1));
  const types = Map.groupBy(ordered, ({ caseShown }) => caseShown.caseType);
  return [...types.values()]
    .map((cases) => [...Map.groupBy(cases, familyOf).values()])
    .filter((families) => families.length > 1);
}

/** All orders of a list, its own first. */
function permutations<T>(list: readonly T[]): T[][] {
  if (list.length === 0) return [[]];
  return list.flatMap((first, at) =>
    permutations(list.filter((_, index) => index !== at)).map((rest) => [first, ...rest]),
  );
}

function nothing(): Reached {
  return { tp: 0, fp: 0, fn: 0 };
}

function add(sum: Reached, { tp, fp, fn }: Reached, weight: number): void {
  sum.tp += weight * tp;
  sum.fp += weight * fp;
  sum.fn += weight * fn;
}

function f1Of({ tp, fp, fn }: Reached): number | null {
  return 2 * tp + fp + fn < 1e-9 ? null : (2 * tp) / (2 * tp + fp + fn);
}
