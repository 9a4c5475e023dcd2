import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Invariance } from '../../../evals/scores/invariance.ts';
import { Counts } from '../../../evals/scores/tally.ts';
import golden from '../../golden/measures-change.json' with { type: 'json' };
import { relationsOf } from '../../support/scored-case.ts';
import { type Answer, type AnsweredCase, answeredCase, scoreWhole } from '../../support/scoring-data.ts';
import { smallLabel } from '../../support/small-dataset.ts';

const report = (...codes: (string | undefined)[]): Answer => ({
  status: 'answered',
  findings: codes.map((code, at) => ({
    findingId: `f${at}`,
    text: '',
    ...(code === undefined ? {} : { code }),
    citations: [],
    evidence: [],
  })),
});
const failed: Answer = { status: 'failed', findings: [] };

/** A case that lacks what these codes say, and its changed copy where `transformOf` is given. */
function variant(
  caseId: string,
  codes: readonly string[],
  answers: readonly Answer[],
  transformOf?: string,
): AnsweredCase {
  const answered = answeredCase(caseId, smallLabel(caseId, codes).defects, answers);
  return {
    ...answered,
    label: { ...answered.label, ...(transformOf === undefined ? {} : { transformOf }) },
    family: transformOf ?? caseId,
  };
}

function compare(data: readonly AnsweredCase[]) {
  const invariance = new Invariance(relationsOf(data), 'standard');
  const counts = new Counts();
  for (const each of data) invariance.add(counts, scoreWhole(each));
  const { successes, items } = counts.get('invariance.sameCodes');
  return {
    same: `${successes}/${items}`,
    change: invariance.transformed.change(data[0]!.screenings.length),
    transformed: invariance.transformed.pairs,
    unusable: invariance.unusable,
    held: invariance.held,
  };
}

const one = (original: Answer, changed: Answer) =>
  compare([variant('a', ['x1', 'y1'], [original]), variant('b', ['x1', 'y1'], [changed], 'a')]);

describe('invariance', () => {
  it('is the share of transformed cases with the same set of codes as their original', () => {
    expect(one(report('x1', 'z1'), report('z1', 'x1', 'x1')).same).toBe('1/1');
    expect(one(report('x1'), report('x1', 'y1')).same).toBe('0/1');
    expect(one(report(), report()).same).toBe('1/1');
    // Findings without a code are one code more.
    expect(one(report('x1', undefined), report('x1')).same).toBe('0/1');
    expect(one(report(undefined), report(undefined, undefined)).same).toBe('1/1');
    expect(one(report('x1,z1'), report('x1', 'z1')).same).toBe('0/1');
  });

  it('gains nothing from what was not answered', () => {
    expect(one(failed, failed).same).toBe('0/1');
    expect(one(report(), failed).same).toBe('0/1');
    expect(one(failed, report()).same).toBe('0/1');
  });

  it('states the change in F1, each original once for each of its variants', () => {
    // Original of two defects: one hit, one miss (2TP = 2, 2TP + FP + FN = 3). Variants: both hit (4 of 4), none hit
    // (0 of 2). F1 of the variants 4/6, of the originals 4/6: no change. A second family: original 2/2,
    // variant 0/1. In all variants 4/7, originals 6/8.
    const data = [
      variant('a', ['x1', 'y1'], [report('x1')]),
      variant('a1', ['x1', 'y1'], [report('x1', 'y1')], 'a'),
      variant('a2', ['x1', 'y1'], [report()], 'a'),
      variant('b', ['z1'], [report('z1')]),
      variant('b1', ['z1'], [report()], 'b'),
    ];
    const { change, ...rest } = compare(data);
    expect(rest).toEqual({ same: '0/3', transformed: 3, unusable: 0, held: 0 });
    expect(change.value).toBeCloseTo(4 / 7 - 6 / 8, 12);
    // Two families are too few for an interval; `cases` are families, `items` the transformed cases.
    expect(change).toMatchObject({ interval: null, reason: 'tooFewCases', cases: 2, items: 3 });
  });

  it.each(golden)('has the value and interval of test/golden/measures.py: $value', (expected) => {
    const caseOf = (at: number, copy: number | null, [hits, union]: readonly number[]) => {
      const required = expected.required[at]!;
      const codes = Array.from({ length: required }, () => 'x1');
      const noise = Array.from({ length: union! - required }, () => 'z1');
      const answer = report(...codes.slice(0, hits!), ...noise);
      return copy === null
        ? variant(`c${at}`, codes, [answer])
        : variant(`c${at}-${copy}`, codes, [answer], `c${at}`);
    };
    const data = [
      ...expected.variants.flatMap((copies, copy) => copies.map((counts, at) => caseOf(at, copy, counts))),
      ...expected.originals.map((counts, at) => caseOf(at, null, counts)),
    ];
    const { change } = compare(data);
    expect(change.value).toBeCloseTo(expected.value, 12);
    expect(change.interval!.low).toBeCloseTo(expected.low, 8);
    expect(change.interval!.high).toBeCloseTo(expected.high, 8);
    expect(change).toMatchObject({
      cases: expected.required.length,
      items: expected.variants.length * expected.required.length,
    });
  });

  it('has the same interval from repeats that are all alike', () => {
    const data = (times: number) =>
      Array.from({ length: 8 }, (_, at) => {
        const repeated = (answer: Answer) => Array.from({ length: times }, () => answer);
        return [
          variant(`c${at}`, ['x1', 'y1'], repeated(report('x1', ...(at < 5 ? ['y1'] : [])))),
          variant(`c${at}-changed`, ['x1', 'y1'], repeated(report(at < 3 ? 'x1' : 'z1')), `c${at}`),
        ];
      }).flat();
    const { change, transformed } = compare(data(4));
    expect(change).toEqual(compare(data(1)).change);
    expect(transformed).toBe(8);
  });

  it('has no interval where nothing changed, and no value where nothing is counted', () => {
    const family = (at: number) => [
      variant(`c${at}`, ['x1', 'y1'], [report('x1')]),
      variant(`c${at}-changed`, ['x1', 'y1'], [report('x1')], `c${at}`),
    ];
    const { same, change } = compare(Array.from({ length: 6 }, (_, at) => family(at)).flat());
    expect(same).toBe('6/6');
    expect(change).toEqual({ value: 0, interval: null, reason: 'noVariation', cases: 6, items: 6 });
    expect(compare([variant('a', ['x1'], [report()])]).change).toEqual({
      value: null,
      interval: null,
      reason: 'undefined',
      cases: 0,
      items: 0,
    });
    // Complete cases passed: 0/0.
    const complete = compare([variant('a', [], [report()]), variant('b', [], [report()], 'a')]);
    expect(complete).toMatchObject({
      same: '1/1',
      change: { value: null, reason: 'undefined', cases: 0, items: 1 },
    });
  });

  it('passes over a variant whose label names other required codes, and one without its original', () => {
    const other = compare([variant('a', ['x1'], [report()]), variant('b', ['y1'], [report()], 'a')]);
    expect(other).toMatchObject({ same: '0/0', transformed: 0, unusable: 1, held: 0 });
    const alone = compare([variant('b', ['x1'], [report()], 'a')]);
    expect(alone).toMatchObject({ same: '0/0', transformed: 0, unusable: 0, held: 1 });
  });
});

const codes = fc.array(fc.constantFrom('x1', 'x2', 'y1', 'z1'), { maxLength: 3 });
const status = fc.constantFrom<Answer['status'][]>('answered', 'answered', 'answered', 'failed');
const answer = fc.record({ status, codes }).map(({ status, codes }) => ({ ...report(...codes), status }));
/** A case with a variant of each of the further answers; two repeats. */
const familyArbitrary = fc.record({
  gold: fc.uniqueArray(fc.constantFrom('x1', 'x2', 'y1'), { maxLength: 3 }),
  answers: fc.array(fc.tuple(answer, answer), { minLength: 2, maxLength: 3 }),
});
const dataArbitrary = fc
  .array(familyArbitrary, { minLength: 1, maxLength: 7 })
  .map((families) =>
    families.flatMap(({ gold, answers }, at) =>
      answers.map((repeats, copy) =>
        variant(`c${at}-${copy}`, gold, repeats, copy === 0 ? undefined : `c${at}-0`),
      ),
    ),
  );

describe('any transformed cases', () => {
  it('are compared alike in any order', () => {
    const shuffled = dataArbitrary.chain((data) =>
      fc.tuple(fc.constant(data), fc.shuffledSubarray(data, { minLength: data.length })),
    );
    fc.assert(
      fc.property(shuffled, ([data, moved]) => {
        expect(compare(moved)).toEqual(compare(data));
      }),
      { numRuns: 100 },
    );
  });

  it('give 1 and no change where every copy is answered as its original', () => {
    fc.assert(
      fc.property(dataArbitrary, (data) => {
        const alike = data.map((each) => {
          const original = data.find(({ label }) => label.caseId === each.label.transformOf) ?? each;
          const screenings = original.screenings.map((screening) => ({
            ...screening,
            caseId: each.label.caseId,
            status: 'answered' as const,
          }));
          return { ...each, screenings };
        });
        const { same, change, transformed } = compare(alike);
        expect(same).toBe(`${2 * transformed}/${2 * transformed}`);
        expect(change.value ?? 0).toBe(0);
      }),
      { numRuns: 60 },
    );
  });
});
