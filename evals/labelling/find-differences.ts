import type { Case } from '../../datasets/case.ts';
import type { Annotation, Defect, Label, Outcome } from '../../datasets/label.ts';
import { mergeDefects } from '../agreement/merge-defects.ts';
import { type OwnDefect, ownDefectsOf } from '../agreement/own-defect.ts';
import { placeSet } from '../matching/place.ts';
import type { MatchingContext } from '../matching/prepare.ts';
import { compareText } from '../statistics/compare-text.ts';

export type DifferenceKind =
  | 'named'
  | 'role'
  | 'severity'
  | 'discretion'
  | 'citations'
  | 'places'
  | 'gold'
  | 'outcome';

/** One thing about a case that has to be settled. */
export interface Difference {
  caseId: string;
  /** Absent: it is about the conclusion alone. */
  code?: string;
  /** The label's defect of that code, the first where it has several. */
  gold?: Defect;
  /** In the order of the annotators; undefined where one does not name it. */
  views: (OwnDefect | undefined)[];
  outcomes: Outcome[];
  kinds: DifferenceKind[];
  /** What those who name it say of it together, or the label's. */
  proposal?: Omit<Defect, 'defectId'>;
}

/**
 * What two or more caseworkers differ in about a case, by code: who names it, role, severity, discretion, citations
 * (no accepted set in common), places (none in common). Where all agree, what the label says otherwise is a difference
 * too; but a defect that came of a pool, after they had labelled, is settled. Several defects of one code are one, as in
 * the figures of agreement.
 * @param people at least two, sorted by annotator
 * @param gold null where the case has no label yet
 */
export function findDifferences(
  caseShown: Case,
  people: readonly Annotation[],
  gold: Label | null,
  context: Omit<MatchingContext, 'localRules'>,
): Difference[] {
  const matching = { ...context, localRules: caseShown.localRules };
  const own = people.map((annotation) => ownDefectsOf(annotation, matching));
  const goldOwn = gold === null ? null : ownDefectsOf(gold, matching);
  const outcomes = people.map(({ outcome }) => outcome);
  const codes = [
    ...new Set([...own, ...(goldOwn === null ? [] : [goldOwn])].flatMap((defects) => [...defects.keys()])),
  ].sort(compareText);
  const differences = codes.flatMap((code): Difference[] => {
    const views = own.map((defects) => defects.get(code));
    const kinds = kindsOf(views, goldOwn === null ? null : goldOwn.get(code));
    const goldDefects = gold?.defects.filter((defect) => defect.code === code) ?? [];
    if (kinds.length === 0 || isSettledByPool(views, goldDefects)) return [];
    const [goldDefect] = goldDefects;
    return [
      {
        caseId: caseShown.caseId,
        code,
        ...(goldDefect === undefined ? {} : { gold: goldDefect }),
        views,
        outcomes,
        kinds,
        proposal: proposalOf(code, views, goldDefect),
      },
    ];
  });
  if (!conclusionDiffers(outcomes, gold?.outcome)) return differences;
  const kind = new Set(outcomes).size === 1 ? 'gold' : 'outcome';
  return [...differences, { caseId: caseShown.caseId, views: [], outcomes, kinds: [kind] }];
}

/** Nobody could name what a model pointed out first; who judged it gave a reason. */
function isSettledByPool(views: readonly (OwnDefect | undefined)[], gold: readonly Defect[]): boolean {
  return (
    gold.length > 0 &&
    gold.every(({ provenance }) => provenance === 'pooled') &&
    views.every((view) => view === undefined)
  );
}

/** Whether it is caseworkers that differ, and not all of them from the label. */
export function isAmongPeople({ kinds }: Difference): boolean {
  return !kinds.includes('gold');
}

/**
 * Whether it is open which of the two conclusions without required defects holds. Where no label says one of them to
 * fall back on, it is also open where one says that no permit is needed and another that there are defects.
 */
function conclusionDiffers(outcomes: readonly Outcome[], gold: Outcome | undefined): boolean {
  const without = new Set([...outcomes, gold].filter((outcome) => outcome !== 'deficient'));
  if (gold !== undefined && gold !== 'deficient') return without.size > 1;
  without.delete(undefined);
  return without.size > 1 || (without.has('noPermitNeeded') && outcomes.includes('deficient'));
}

/** @param gold null: there is no label to differ from */
function kindsOf(
  views: readonly (OwnDefect | undefined)[],
  gold: OwnDefect | undefined | null,
): DifferenceKind[] {
  const named = views.filter((view) => view !== undefined);
  if (named.length === 0) return gold === undefined || gold === null ? [] : ['gold'];
  if (named.length < views.length) return ['named', ...between(named)];
  const kinds = between(named);
  if (kinds.length > 0 || gold === null) return kinds;
  return gold === undefined || gold.role !== named[0]!.role ? ['gold'] : [];
}

function between(named: readonly OwnDefect[]): DifferenceKind[] {
  const differ = (value: (own: OwnDefect) => unknown) => new Set(named.map(value)).size > 1;
  const kinds: DifferenceKind[] = [];
  if (differ(({ role }) => role)) kinds.push('role');
  if (differ(({ severity }) => severity)) kinds.push('severity');
  if (differ(({ discretionary }) => discretionary)) kinds.push('discretion');
  if (apart(named.map(({ sets }) => new Set(sets.keys())))) kinds.push('citations');
  if (apart(named.map(({ evidence }) => placeSet(evidence)))) kinds.push('places');
  return kinds;
}

/** Some two of the sets share nothing, although neither is empty. */
function apart(sets: readonly ReadonlySet<string>[]): boolean {
  const filled = sets.filter(({ size }) => size > 0);
  return filled.some((a, at) => filled.slice(at + 1).some((b) => a.isDisjointFrom(b)));
}

function proposalOf(
  code: string,
  views: readonly (OwnDefect | undefined)[],
  gold: Defect | undefined,
): Omit<Defect, 'defectId'> {
  const named = views.filter((view) => view !== undefined);
  if (named.length === 0) {
    const { defectId: _, ...rest } = gold!;
    return rest;
  }
  return { code, ...mergeDefects(named), ...(gold?.note === undefined ? {} : { note: gold.note }) };
}
