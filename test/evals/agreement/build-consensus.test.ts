import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Annotation, Defect, Role, Severity } from '../../../datasets/label.ts';
import { buildConsensus, consensusesOfOthers } from '../../../evals/agreement/build-consensus.ts';
import { annotationOf, peopleContext, smallAnnotation } from '../../support/annotations.ts';
import { defectsArbitrary } from '../../support/arbitraries.ts';

const base: Defect = {
  defectId: 'd1',
  code: 'x1',
  role: 'required',
  severity: 'major',
  discretionary: false,
  citationSets: [['br18/10/1/2']],
  evidence: [],
};

const person = (id: number, ...changes: Partial<Defect>[]): Annotation =>
  annotationOf(
    'c1',
    `a${id}`,
    changes.map((change, at) => ({ ...base, ...change, defectId: `d${at + 1}` })),
  );

const consensusOf = (people: readonly Annotation[]) => buildConsensus(people, peopleContext);
const defectOf = (...changes: Partial<Defect>[]) =>
  consensusOf(changes.map((change, at) => person(at, change))).defects[0]!;

describe('which codes', () => {
  it.each<[named: number, of: number, role: Role | undefined]>([
    [1, 1, 'required'],
    [1, 2, 'contested'],
    [2, 2, 'required'],
    [1, 3, undefined],
    [2, 3, 'required'],
    [2, 4, 'contested'],
    [3, 4, 'required'],
    [2, 5, undefined],
    [3, 5, 'required'],
    [0, 3, undefined],
  ])('named by %i of %i: %s', (named, of, role) => {
    const people = Array.from({ length: of }, (_, at) => (at < named ? person(at, {}) : person(at)));
    expect(consensusOf(people).defects[0]?.role).toBe(role);
  });

  it('a code is named or not, however often and in whatever role', () => {
    const people = [person(1, {}, {}, { role: 'advisory' }), person(2), person(3)];
    expect(consensusOf(people).defects).toEqual([]);
    expect(consensusOf(people.slice(0, 2)).defects.map(({ role }) => role)).toEqual(['contested']);
    expect(consensusOf([person(1, {}, {})]).defects).toHaveLength(1);
  });

  it('the outcome follows the required defects; noPermitNeeded is what more than half say', () => {
    const exempt = { ...person(1), outcome: 'noPermitNeeded' as const };
    expect(consensusOf([person(1, {})]).outcome).toBe('deficient');
    expect(consensusOf([person(1, {}), person(2)]).outcome).toBe('complete');
    expect(consensusOf([exempt, person(2)]).outcome).toBe('complete');
    expect(consensusOf([exempt, { ...exempt, annotatorId: 'a2' }, person(3)]).outcome).toBe('noPermitNeeded');
  });
});

describe('what a defect is', () => {
  it.each<[Role[], Role]>([
    [['required', 'advisory'], 'required'],
    [['required', 'advisory', 'advisory'], 'advisory'],
    [['required', 'advisory', 'contested'], 'contested'],
    [['contested', 'advisory'], 'contested'],
    [['required', 'required', 'advisory'], 'required'],
    [['advisory'], 'advisory'],
  ])('role: %s is %s', (roles, role) => {
    expect(defectOf(...roles.map((each) => ({ role: each }))).role).toBe(role);
  });

  it.each<[Severity[], Severity]>([
    [['minor', 'minor', 'critical'], 'minor'],
    [['minor', 'critical'], 'critical'],
    [['minor', 'major', 'critical'], 'critical'],
    [['minor', 'minor', 'major', 'major', 'critical'], 'major'],
  ])('severity: %s is %s', (severities, severity) => {
    expect(defectOf(...severities.map((each) => ({ severity: each }))).severity).toBe(severity);
  });

  it.each([
    [[true, false], true],
    [[true, false, false], false],
    [[true, true, false], true],
  ])('discretionary: %s is %s', (votes, discretionary) => {
    expect(defectOf(...votes.map((each) => ({ discretionary: each }))).discretionary).toBe(discretionary);
  });

  it('one person’s defects under one code are one: the gravest role and severity, discretion if any', () => {
    const twice = person(
      1,
      { role: 'advisory', severity: 'minor', evidence: [{ field: 'f' }] },
      { severity: 'critical', discretionary: true, citationSets: [['br18/10/1/1']] },
    );
    expect(consensusOf([twice]).defects).toEqual([
      {
        defectId: 'd1',
        code: 'x1',
        role: 'required',
        severity: 'critical',
        discretionary: true,
        citationSets: [['br18/10/1/1'], ['br18/10/1/2']],
        evidence: [{ field: 'f' }],
      },
    ]);
  });

  it('evidence: every place once', () => {
    const places = [{ documentId: 'a', page: 2 }, { field: 'f' }, { documentId: 'a' }];
    expect(defectOf({ evidence: places }, { evidence: [places[2]!, places[1]!] }).evidence).toHaveLength(3);
  });
});

describe('accepted sets', () => {
  const [first, second, third] = ['br18/10/1/1', 'br18/10/1/2', 'planloven/18'] as const;

  it('the one accepted by most is the primary', () => {
    const { citationSets } = defectOf(
      { citationSets: [[first], [second]] },
      { citationSets: [[third], [second]] },
    );
    expect(citationSets[0]).toEqual([second]);
    expect(citationSets).toHaveLength(3);
  });

  it('of equally accepted ones, the one that most have first; then by what they cite', () => {
    expect(defectOf({ citationSets: [[third], [first]] }).citationSets).toEqual([[third], [first]]);
    expect(defectOf({ citationSets: [[third]] }, { citationSets: [[first]] }).citationSets).toEqual([
      [first],
      [third],
    ]);
  });

  it('the same provisions are one set, however written and in whatever order; an empty set is none', () => {
    const sets = defectOf(
      { citationSets: [['BR18 § 10, stk. 1, nr. 2', third]] },
      { citationSets: [[], [third, second]] },
    ).citationSets;
    expect(sets).toHaveLength(1);
    expect(defectOf({ citationSets: [[]] }).citationSets).toEqual([]);
  });
});

it('leaves each annotator out in turn; alike consensuses are one object', () => {
  const people = [['x1'], ['x1'], ['x1', 'y1']].map((codes, at) => smallAnnotation('c1', `a${at}`, codes));
  const labels = consensusesOfOthers(people, peopleContext);
  expect(labels.map(({ defects }) => defects.map(({ code, role }) => `${code} ${role}`))).toEqual([
    ['x1 required', 'y1 contested'],
    ['x1 required', 'y1 contested'],
    ['x1 required'],
  ]);
  expect(labels[0]).toBe(labels[1]);
});

it('the order of the people and of their defects changes nothing', () => {
  const people = fc.array(defectsArbitrary(4), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(people, (lists) => {
      const annotations = lists.map((defects, at) => annotationOf('c1', `a${at}`, defects));
      const turned = annotations
        .toReversed()
        .map((each) => ({ ...each, defects: each.defects.toReversed() }));
      const consensus = consensusOf(annotations);
      expect(consensusOf(turned)).toEqual(consensus);
      const codes = consensus.defects.map(({ code }) => code);
      expect(codes).toEqual([...new Set(codes)].sort());
    }),
    { numRuns: 150 },
  );
});
