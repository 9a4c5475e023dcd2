import canonicalize from 'canonicalize';
import type { Annotation, Defect, Role, Severity } from '../../datasets/label.ts';
import type { CitationInput } from '../../datasets/rules/citation.ts';
import { type MatchingContext, prepareDefect } from '../matching/prepare.ts';
import { compareText } from '../statistics/compare-text.ts';

/** What one caseworker says of one code in one case, however many defects they put under it. */
export interface OwnDefect {
  role: Role;
  severity: Severity;
  discretionary: boolean;
  /** Accepted sets by what they cite. */
  sets: Map<string, OwnSet>;
  evidence: Defect['evidence'];
}

/** An accepted set of citations, as written. */
export interface OwnSet {
  written: CitationInput[];
  /** The first of a defect. */
  primary: boolean;
}

export const gravestRoles: readonly Role[] = ['required', 'contested', 'advisory'];
export const gravestSeverities: readonly Severity[] = ['critical', 'major', 'minor'];

/**
 * A caseworker's defects by code. Several under one code are one: it is named or not. The gravest role and
 * severity hold, discretion if any has it; accepted sets and evidence are taken together. Sets that cite
 * the same provisions are one, however they are written; an empty set is none.
 */
export function ownDefectsOf(
  { defects }: Pick<Annotation, 'defects'>,
  context: MatchingContext,
): Map<string, OwnDefect> {
  const byCode = new Map<string, OwnDefect>();
  for (const defect of defects) {
    const own = byCode.get(defect.code);
    const sets = setsOf(defect, context);
    if (own === undefined) {
      const { role, severity, discretionary, evidence } = defect;
      byCode.set(defect.code, { role, severity, discretionary, sets, evidence });
      continue;
    }
    own.role = gravest(gravestRoles, own.role, defect.role);
    own.severity = gravest(gravestSeverities, own.severity, defect.severity);
    own.discretionary ||= defect.discretionary;
    own.evidence = [...own.evidence, ...defect.evidence];
    for (const [key, set] of sets) own.sets.set(key, mergeSets(own.sets.get(key), set));
  }
  return byCode;
}

function setsOf(defect: Defect, context: MatchingContext): OwnDefect['sets'] {
  const sets = new Map<string, OwnSet>();
  const cited = prepareDefect(defect, context).sets.map(({ exact }) =>
    [...exact].sort(compareText).join(' '),
  );
  for (const [at, key] of cited.entries()) {
    if (key === '') continue;
    const set = { written: defect.citationSets[at]!, primary: sets.size === 0 };
    sets.set(key, mergeSets(sets.get(key), set));
  }
  return sets;
}

/** Of two ways to write the same, the first by canonical JSON: whose it was does not matter. */
export function mergeSets(a: OwnSet | undefined, b: OwnSet): OwnSet {
  if (a === undefined) return b;
  const first = compareText(canonicalize(a.written) ?? '', canonicalize(b.written) ?? '') <= 0 ? a : b;
  return { written: first.written, primary: a.primary || b.primary };
}

function gravest<T>(order: readonly T[], a: T, b: T): T {
  return order.indexOf(a) <= order.indexOf(b) ? a : b;
}
