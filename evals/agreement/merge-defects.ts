import canonicalize from 'canonicalize';
import type { Defect, Role, Severity } from '../../datasets/label.ts';
import { compareText } from '../statistics/compare-text.ts';
import { gravestSeverities, mergeSets, type OwnDefect, type OwnSet } from './own-defect.ts';

/**
 * What the caseworkers who named a code say of it together:
 * - role: required, unless more than half of them call it otherwise; then advisory if more than half say
 *   so, else contested
 * - severity: what most say; of those equally often said, the gravest. Discretionary if at least half say so
 * - accepted sets: all that any of them accepts; the first, the primary, is the one accepted by most, then
 *   the one that most have first, then by what it cites
 * - evidence: all places that any of them names
 * The order of the caseworkers changes nothing.
 */
export function mergeDefects(named: readonly OwnDefect[]): Omit<Defect, 'defectId' | 'code'> {
  const discretionary = named.filter((own) => own.discretionary).length;
  return {
    role: mergeRoles(named.map(({ role }) => role)),
    severity: mergeSeverities(named.map(({ severity }) => severity)),
    discretionary: 2 * discretionary >= named.length,
    citationSets: mergeCitationSets(named),
    evidence: mergeEvidence(named.flatMap(({ evidence }) => evidence)),
  };
}

function mergeRoles(roles: readonly Role[]): Role {
  const times = (role: Role) => roles.filter((each) => each === role).length;
  if (2 * times('advisory') > roles.length) return 'advisory';
  return 2 * (times('advisory') + times('contested')) > roles.length ? 'contested' : 'required';
}

function mergeSeverities(severities: readonly Severity[]): Severity {
  const times = (severity: Severity) => severities.filter((each) => each === severity).length;
  return gravestSeverities.reduce((most, severity) => (times(severity) > times(most) ? severity : most));
}

function mergeCitationSets(named: readonly OwnDefect[]): Defect['citationSets'] {
  const votes = new Map<string, { set: OwnSet; accepted: number; first: number }>();
  for (const { sets } of named) {
    for (const [key, set] of sets) {
      const known = votes.get(key);
      votes.set(key, {
        set: mergeSets(known?.set, set),
        accepted: (known?.accepted ?? 0) + 1,
        first: (known?.first ?? 0) + Number(set.primary),
      });
    }
  }
  return [...votes]
    .sort(([a, x], [b, y]) => y.accepted - x.accepted || y.first - x.first || compareText(a, b))
    .map(([, { set }]) => set.written);
}

function mergeEvidence(evidence: Defect['evidence']): Defect['evidence'] {
  const distinct = new Map(evidence.map((place) => [canonicalize(place) ?? '', place]));
  return [...distinct].sort(([a], [b]) => compareText(a, b)).map(([, place]) => place);
}
