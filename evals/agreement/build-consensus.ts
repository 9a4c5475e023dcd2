import type { Annotation, Label } from '../../datasets/label.ts';
import type { MatchingContext } from '../matching/prepare.ts';
import { compareText } from '../statistics/compare-text.ts';
import { mergeDefects } from './merge-defects.ts';
import { type OwnDefect, ownDefectsOf } from './own-defect.ts';

/**
 * What caseworkers who labelled a case alone say of it together, as a label: a code that more than half of
 * them named is a defect, exactly half makes it contested, fewer none. A code is named or not, in whatever
 * role and however often; each code is one defect. See `mergeDefects` for what the defect holds.
 * The outcome is deficient with a required defect, else noPermitNeeded if more than half say so.
 * @param people at least one; their order changes nothing.
 */
export function buildConsensus(people: readonly Annotation[], context: MatchingContext): Label {
  const named = new Map<string, OwnDefect[]>();
  for (const annotation of people) {
    for (const [code, own] of ownDefectsOf(annotation, context)) {
      named.set(code, [...(named.get(code) ?? []), own]);
    }
  }
  const defects = [...named]
    .sort(([a], [b]) => compareText(a, b))
    .filter(([, own]) => 2 * own.length >= people.length)
    .map(([code, own], index) => {
      const merged = { defectId: `d${index + 1}`, code, ...mergeDefects(own) };
      return 2 * own.length > people.length ? merged : { ...merged, role: 'contested' as const };
    });
  return {
    schema: 'maalestok.label.v1',
    caseId: people[0]!.caseId,
    labelVersion: 'consensus',
    outcome: outcomeOf(defects, people),
    provenance: 'people',
    defects,
  };
}

/**
 * For each annotator of a case the consensus of the others, in their order; alike ones are one object, so
 * that answers are scored against it once.
 */
export function consensusesOfOthers(people: readonly Annotation[], context: MatchingContext): Label[] {
  const distinct = new Map<string, Label>();
  return people.map((_, left) => {
    const label = buildConsensus(people.toSpliced(left, 1), context);
    const key = JSON.stringify(label);
    const known = distinct.get(key);
    if (known === undefined) distinct.set(key, label);
    return known ?? label;
  });
}

function outcomeOf(defects: Label['defects'], people: readonly Annotation[]): Label['outcome'] {
  if (defects.some(({ role }) => role === 'required')) return 'deficient';
  const exempt = people.filter(({ outcome }) => outcome === 'noPermitNeeded').length;
  return 2 * exempt > people.length ? 'noPermitNeeded' : 'complete';
}
