import type { Comparability } from '../artifacts.ts';
import { canonicalHash } from '../canonical-hash.ts';
import { type Policy, policies } from '../matching/policy.ts';

/** A scored run: under which key its result is, and under which it would be if it were scored today. */
export interface RescorableRun {
  folder: string;
  stored: Comparability;
  /** Null where it cannot be scored again. */
  present: Comparability | null;
}

/** A run to be scored again; with a policy where the one it has would not do. */
export interface Rescoring {
  folder: string;
  policy?: Policy;
}

/**
 * The fewest scorings that give all runs one comparability key, in the order of the runs: none where they
 * share one already. Of equally many, those that keep to the key that stands first.
 * @returns null where no scoring can
 */
export function planRescoring(runs: readonly RescorableRun[]): Rescoring[] | null {
  const targets = [
    ...runs.map(({ stored }) => stored),
    ...runs.flatMap(({ present }) =>
      present === null ? [] : [present, ...policies.map((policy) => ({ ...present, policy }))],
    ),
  ];
  let best: Rescoring[] | null = null;
  for (const target of targets) {
    const plan = planFor(runs, target);
    if (plan !== null && (best === null || plan.length < best.length)) best = plan;
  }
  return best;
}

function planFor(runs: readonly RescorableRun[], target: Comparability): Rescoring[] | null {
  const key = canonicalHash(target);
  const { policy } = target;
  const plan: Rescoring[] = [];
  for (const { folder, stored, present } of runs) {
    if (canonicalHash(stored) === key) continue;
    if (present === null || canonicalHash({ ...present, policy }) !== key) return null;
    plan.push(present.policy === policy ? { folder } : { folder, policy });
  }
  return plan;
}
