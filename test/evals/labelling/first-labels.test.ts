import { describe, expect, it } from 'vitest';
import { CardSchema } from '../../../datasets/card.ts';
import type { Annotation, Outcome } from '../../../datasets/label.ts';
import { builtInCatalogue } from '../../../datasets/rules/built-in-catalogue.ts';
import { agreedDefects, firstOutcome } from '../../../evals/labelling/agreed-defects.ts';
import { findDifferences } from '../../../evals/labelling/find-differences.ts';
import { composePseudonymisedCard } from '../../../functions/cli/pseudonymise/pseudonymise-dataset.ts';
import { smallTaxonomy } from '../../support/arbitraries.ts';
import { smallCard, smallCase, smallLabel } from '../../support/small-dataset.ts';

const context = { taxonomy: smallTaxonomy, catalogue: builtInCatalogue() };
const caseShown = smallCase('c1');

function reading(annotatorId: string, codes: readonly string[], outcome?: Outcome): Annotation {
  const label = smallLabel('c1', codes, outcome === undefined ? {} : { outcome });
  return { ...label, schema: 'maalestok.annotation.v1', annotatorId };
}

const read = (...people: Annotation[]) => {
  const differences = findDifferences(caseShown, people, null, context);
  const agreed = agreedDefects(caseShown, people, differences, context);
  return {
    open: differences.map(({ code, kinds }) => `${code ?? 'conclusion'}: ${kinds.join()}`),
    agreed: agreed.map(({ code }) => code),
    outcome: firstOutcome(agreed, people),
  };
};

describe('what caseworkers say of a case without a label', () => {
  it.each<[string, Annotation[], ReturnType<typeof read>]>([
    [
      'nobody names a defect',
      [reading('a', []), reading('b', [])],
      { open: [], agreed: [], outcome: 'complete' },
    ],
    [
      'all say that no permit is needed',
      [reading('a', [], 'noPermitNeeded'), reading('b', [], 'noPermitNeeded')],
      { open: [], agreed: [], outcome: 'noPermitNeeded' },
    ],
    [
      'one code in common, one not',
      [reading('a', ['x1', 'y1']), reading('b', ['x1'])],
      { open: ['y1: named'], agreed: ['x1'], outcome: 'deficient' },
    ],
    [
      'two conclusions without defects',
      [reading('a', []), reading('b', [], 'noPermitNeeded')],
      { open: ['conclusion: outcome'], agreed: [], outcome: 'complete' },
    ],
    [
      'defects against no permit needed: without the defect the conclusion is open',
      [reading('a', ['x1']), reading('b', [], 'noPermitNeeded')],
      { open: ['x1: named', 'conclusion: outcome'], agreed: [], outcome: 'noPermitNeeded' },
    ],
  ])('%s', (_, people, expected) => {
    expect(read(...people)).toEqual(expected);
    expect(firstOutcome([], people, 'complete')).toBe('complete');
  });
});

it('a defect of the label that nobody names is to be settled, unless it came of a pool', () => {
  const gold = smallLabel('c1', ['x1', 'y1', 'y1', 'z1']);
  const [x, y, yAgain, z] = gold.defects.map((defect) => ({ ...defect, provenance: 'pooled' as const }));
  const [people, pooled] = [
    [reading('a', ['z1']), reading('b', ['z1'])],
    { ...gold, defects: [x!, y!, yAgain!, z!] },
  ];
  const codes = (defects: typeof gold.defects) =>
    findDifferences(caseShown, people, { ...gold, defects }, context).map(
      ({ code, kinds }) => `${code}: ${kinds}`,
    );
  expect(codes(gold.defects)).toEqual(['x1: gold', 'y1: gold']);
  expect(codes(pooled.defects)).toEqual([]);
  expect(codes([x!, y!, gold.defects[2]!, z!])).toEqual(['y1: gold']);
  // Where somebody names it, it is theirs to agree on.
  const differing = findDifferences(caseShown, [reading('a', ['x1']), reading('b', [])], pooled, context);
  expect(differing.map(({ code }) => code)).toEqual(['x1']);
});

it('a pseudonymised copy names no change log and no judged findings: neither is copied', () => {
  const hash = '0'.repeat(64);
  const test = { cases: 'c.jsonl', count: 1, casesSha256: hash };
  const card = CardSchema.parse({
    ...smallCard({}),
    changes: 'changes.jsonl',
    splits: { test: { ...test, judged: 'j.jsonl', judgedSha256: hash } },
  });
  const copy = composePseudonymisedCard(card);
  expect({ splits: copy.splits, changes: copy.changes }).toEqual({ splits: { test }, changes: undefined });
});
