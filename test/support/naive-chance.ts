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
  shuffled: number | null;
  adjusted: number | null;
  excess: number | null;
}

export const familyOf = ({ family, caseShown }: AnsweredCase): string => family ?? caseShown.caseId;

/** What the answers given to one case reach on another, read and matched as if given to that one: a mean over repeats. */
export type Reach = (receiver: AnsweredCase, giver: AnsweredCase) => Reached;

export function reachUnder(policy: Policy): Reach {
  const known = new Map<string, Reached>();
  return (receiver, giver) => {
    const key = `${receiver.caseShown.caseId} ${giver.caseShown.caseId}`;
    let reached = known.get(key);
    if (reached === undefined) {
      reached = matchDealt(receiver, giver, policy);
      known.set(key, reached);
    }
    return reached;
  };
}

function matchDealt(
  { caseShown, label }: AnsweredCase,
  { screenings }: AnsweredCase,
  policy: Policy,
): Reached {
  const context = {
    taxonomy: smallTaxonomy,
    catalogue: builtInCatalogue(),
    localRules: caseShown.localRules,
  };
  const defects = label.defects.map((defect) => prepareDefect(defect, context));
  const sum: Reached = { tp: 0, fp: 0, fn: 0 };
  for (const { status, findings } of screenings) {
    const listed = (status === 'answered' ? findings : []).map((finding) => prepareFinding(finding, context));
    const counts = countMatches(matchCase(listed, defects, policy), listed, defects);
    sum.tp += counts.truePositives / screenings.length;
    sum.fp += counts.falsePositives / screenings.length;
    sum.fn += counts.falseNegatives / screenings.length;
  }
  return sum;
}

/** Every case against the answers of every family of its type, one by one, as the scoring page says it. */
export function dealNaively(data: readonly AnsweredCase[], reach: Reach): NaiveChance {
  const types = Map.groupBy(data, ({ caseShown }) => caseShown.caseType);
  const own: Reached = { tp: 0, fp: 0, fn: 0 };
  const dealt: Reached = { tp: 0, fp: 0, fn: 0 };
  const families = new Set<string>();
  let cases = 0;
  for (const ofType of types.values()) {
    const byFamily = [...Map.groupBy(ofType, familyOf)];
    if (byFamily.length < 2) continue;
    cases += ofType.length;
    for (const [family, receivers] of byFamily) {
      families.add(family);
      for (const receiver of receivers) {
        add(own, reach(receiver, receiver), 1);
        for (const [other, givers] of byFamily) {
          if (other === family) continue;
          for (const giver of givers) {
            add(dealt, reach(receiver, giver), 1 / givers.length / (byFamily.length - 1));
          }
        }
      }
    }
  }
  const f1 = f1Of(own);
  const shuffled = f1Of(dealt);
  const excess = f1 === null || shuffled === null ? null : f1 - shuffled;
  const adjusted = excess === null || 1 - shuffled! < 1e-9 ? null : excess / (1 - shuffled!);
  return { cases, families: [...families].sort(), f1, shuffled, adjusted, excess };
}

function add(sum: Reached, { tp, fp, fn }: Reached, weight: number): void {
  sum.tp += weight * tp;
  sum.fp += weight * fp;
  sum.fn += weight * fn;
}

function f1Of({ tp, fp, fn }: Reached): number | null {
  return 2 * tp + fp + fn < 1e-9 ? null : (2 * tp) / (2 * tp + fp + fn);
}
