import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Defect } from '../../../datasets/label.ts';
import { policies } from '../../../evals/matching/policy.ts';
import { Counts } from '../../../evals/scores/tally.ts';
import { TwinPairs } from '../../../evals/scores/twins.ts';
import type { Finding } from '../../../evals/screening/screening.ts';
import { defectsArbitrary, findingsArbitrary } from '../../support/arbitraries.ts';
import { relationsOf } from '../../support/scored-case.ts';
import { type Answer, type AnsweredCase, answeredCase, scoreWhole } from '../../support/scoring-data.ts';

const defect = (code: string, changes: Partial<Defect> = {}): Defect => ({
  defectId: `d-${code}`,
  code,
  role: 'required',
  severity: 'major',
  discretionary: false,
  citationSets: [['br18/10/1/2']],
  evidence: [],
  ...changes,
});

const report = (...codes: string[]): Answer => ({
  status: 'answered',
  findings: codes.map((code, at) => ({ findingId: `f${at}`, text: '', code, citations: [], evidence: [] })),
});
const failed: Answer = { status: 'failed', findings: [] };

const twinCase = (
  caseId: string,
  defects: readonly Defect[],
  answers: readonly Answer[],
  twinOf?: string,
): AnsweredCase => {
  const answered = answeredCase(caseId, defects, answers);
  return twinOf === undefined ? answered : { ...answered, label: { ...answered.label, twinOf } };
};

function tell(data: readonly AnsweredCase[], policy = policies[1]!) {
  const twins = new TwinPairs(relationsOf(data), policy);
  const counts = new Counts();
  for (const each of data) twins.add(counts, scoreWhole(each, policy));
  const share = (key: string) => {
    const { successes, items } = counts.get(key);
    return `${successes}/${items}`;
  };
  return {
    pairs: twins.pairs,
    unusable: twins.unusable,
    held: twins.held,
    accuracy: share('twins.accuracy'),
    recall: share('twins.recall'),
  };
}

const told = { pairs: 1, unusable: 0, held: 0 };

describe('twins', () => {
  it('are told apart where the defect is found in the one and not reported in the other', () => {
    const pair = (inBase: Answer, inTwin: Answer) =>
      tell([
        twinCase('base', [defect('x1'), defect('y1')], [inBase]),
        twinCase('twin', [defect('y1')], [inTwin], 'base'),
      ]);
    expect(pair(report('x1', 'y1'), report('y1'))).toEqual({ ...told, accuracy: '1/1', recall: '1/1' });
    // Found, but reported in the twin as well, where it is not.
    expect(pair(report('x1'), report('x1', 'y1'))).toEqual({ ...told, accuracy: '0/1', recall: '1/1' });
    // Not found. What else was reported does not matter.
    expect(pair(report('y1'), report())).toEqual({ ...told, accuracy: '0/1', recall: '0/1' });
    expect(pair(report('x1'), report('z1', 'z2'))).toEqual({ ...told, accuracy: '1/1', recall: '1/1' });
  });

  it('gain nothing from a case that was not answered', () => {
    const base = (answer: Answer) => twinCase('base', [defect('x1')], [answer]);
    const twin = (answer: Answer) => twinCase('twin', [], [answer], 'base');
    expect(tell([base(report('x1')), twin(failed)])).toEqual({ ...told, accuracy: '0/1', recall: '1/1' });
    expect(tell([base(failed), twin(report())])).toEqual({ ...told, accuracy: '0/1', recall: '0/1' });
  });

  it('are compared repeat by repeat', () => {
    const data = [
      twinCase('twin', [defect('x1')], [report('x1'), report('x1'), report()], 'base'),
      twinCase('base', [], [report(), report('x1'), report()]),
    ];
    expect(tell(data)).toEqual({ ...told, accuracy: '1/3', recall: '2/3' });
  });

  it('may be several of one case, and twins of twins', () => {
    // base {x1, y1} with twins a {y1} and b {x1, y1, z1}; c {x1, y1, z1, z2} is b's. The model finds x1 and z2 only.
    const answer = (codes: string[]) => [report(...codes.filter((code) => code === 'x1' || code === 'z2'))];
    const of = (caseId: string, codes: string[], twinOf?: string) =>
      twinCase(
        caseId,
        codes.map((code) => defect(code)),
        answer(codes),
        twinOf,
      );
    const data = [
      of('c', ['x1', 'y1', 'z1', 'z2'], 'b'),
      of('a', ['y1'], 'base'),
      of('base', ['x1', 'y1']),
      of('b', ['x1', 'y1', 'z1'], 'base'),
    ];
    // a-base differ in x1 (told apart), b-base in z1 (missed), c-b in z2 (told apart).
    const expected = { pairs: 3, unusable: 0, held: 0, accuracy: '2/3', recall: '2/3' };
    expect(tell(data)).toEqual(expected);
    expect(tell(data.toReversed())).toEqual(expected);
  });

  it('that differ in more or less than one required defect are unusable', () => {
    const unusable = { pairs: 0, unusable: 1, held: 0, accuracy: '0/0', recall: '0/0' };
    const pair = (one: Defect[], other: Defect[]) =>
      tell([twinCase('a', one, [report('x1')]), twinCase('b', other, [report()], 'a')]);
    expect(pair([defect('x1')], [defect('x1')])).toEqual(unusable);
    expect(pair([defect('x1'), defect('y1')], [])).toEqual(unusable);
    expect(pair([defect('x1')], [defect('x2')])).toEqual(unusable);
    expect(pair([defect('x1'), defect('x1', { defectId: 'more' })], [])).toEqual(unusable);
    // A don't-care defect is no difference, and none beside one.
    expect(pair([defect('x1', { role: 'advisory' })], [])).toEqual(unusable);
    expect(pair([defect('x1')], [defect('y1', { role: 'contested' })])).toMatchObject({ pairs: 1 });
  });

  it('without their partner are not there', () => {
    expect(tell([twinCase('b', [defect('x1')], [report('x1')], 'a')])).toEqual({
      pairs: 0,
      unusable: 0,
      held: 1,
      accuracy: '0/0',
      recall: '0/0',
    });
  });

  it('with a code twice differ in the defect that the other lacks', () => {
    const first = defect('x1', { evidence: [{ documentId: 'a' }] });
    const second = defect('x1', { defectId: 'second', evidence: [{ documentId: 'b' }] });
    const finding = (documentId: string): Finding => ({
      findingId: documentId,
      text: '',
      code: 'x1',
      citations: [],
      evidence: [{ documentId }],
    });
    const answer = (...documents: string[]): Answer => ({
      status: 'answered',
      findings: documents.map(finding),
    });
    const pair = (inBase: Answer, inTwin: Answer) =>
      tell([
        twinCase('base', [first, second], [inBase]),
        // The one that is left has another id in the twin, and the same content.
        twinCase('twin', [{ ...first, defectId: 'renamed' }], [inTwin], 'base'),
      ]);
    expect(pair(answer('a', 'b'), answer('a'))).toEqual({ ...told, accuracy: '1/1', recall: '1/1' });
    expect(pair(answer('a'), answer('a'))).toEqual({ ...told, accuracy: '0/1', recall: '0/1' });
    expect(pair(answer('a', 'b'), answer('a', 'b'))).toEqual({ ...told, accuracy: '0/1', recall: '1/1' });
  });

  it('are not told apart by a finding that only changes hands', () => {
    // The one finding names x1 and cites what x2, of the same group, rests on: in the twin it is taken for x2, in the
    // base for x1, and x2 is missed there. The same answer to both tells nothing apart.
    const finding: Finding = {
      findingId: 'f',
      text: '',
      code: 'x1',
      citations: ['br18/10/1/2'],
      evidence: [],
    };
    const answer: Answer = { status: 'answered', findings: [finding] };
    const data = [
      twinCase('base', [defect('x1'), defect('x2')], [answer]),
      twinCase('twin', [defect('x2')], [answer], 'base'),
    ];
    expect(tell(data)).toEqual({ ...told, accuracy: '0/1', recall: '1/1' });
  });
});

const shared = defectsArbitrary(4);
const policyArbitrary = fc.constantFrom(...policies);
const answerArbitrary = (size: number): fc.Arbitrary<Answer> =>
  fc.record({
    status: fc.constantFrom('answered', 'answered', 'answered', 'abstained'),
    findings: findingsArbitrary(size),
  });
const more = defect('y2', { defectId: 'more', citationSets: [['br18/10/2/1']] });

/** A case and its twin, which has one defect more. */
const pairOf = (defects: readonly Defect[], inTwin: readonly Answer[], inBase: readonly Answer[]) => [
  twinCase('base', defects, inBase),
  twinCase('twin', [...defects, more], inTwin, 'base'),
];

describe('any twins', () => {
  it('are not told apart by the same answer to both', () => {
    fc.assert(
      fc.property(
        shared,
        fc.array(answerArbitrary(6), { minLength: 1, maxLength: 2 }),
        policyArbitrary,
        (defects, answers, policy) => {
          expect(tell(pairOf(defects, answers, answers), policy).accuracy).toBe(`0/${answers.length}`);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('are all told apart by a perfect model', () => {
    const perfect = (defects: readonly Defect[]): Answer => ({
      status: 'answered',
      findings: defects.map(({ code, citationSets, evidence }, at) => ({
        findingId: `f${at}`,
        text: '',
        code,
        citations: citationSets[0] ?? [],
        evidence,
      })),
    });
    fc.assert(
      fc.property(shared, policyArbitrary, (defects, policy) => {
        const required = defects.filter(({ role }) => role === 'required');
        const data = pairOf(defects, [perfect([...required, more])], [perfect(required)]);
        expect(tell(data, policy)).toEqual({ ...told, accuracy: '1/1', recall: '1/1' });
      }),
      { numRuns: 100 },
    );
  });

  it('gain nothing by failing, have no more accuracy than recall, and do not know their order', () => {
    fc.assert(
      fc.property(
        shared,
        answerArbitrary(5),
        answerArbitrary(5),
        policyArbitrary,
        (defects, inTwin, inBase, policy) => {
          const data = pairOf(defects, [inTwin], [inBase]);
          const found = tell(data, policy);
          expect(tell(data.toReversed(), policy)).toEqual(found);
          expect(found.accuracy <= found.recall).toBe(true);
          expect(tell(pairOf(defects, [failed], [inBase]), policy).accuracy).toBe('0/1');
          expect(tell(pairOf(defects, [inTwin], [failed]), policy).accuracy).toBe('0/1');
        },
      ),
      { numRuns: 150 },
    );
  });
});
