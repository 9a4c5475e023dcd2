import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ModelResult } from '../../../evals/scores/model-result.ts';
import { defectsArbitrary, findingsArbitrary } from '../../support/arbitraries.ts';
import { type AnsweredCase, answeredCase, scoreAnswered, summarise } from '../../support/scoring-data.ts';

type Robustness = ModelResult['robustness'];
type Figure = Robustness['sameCodes'];

const transform = fc.constantFrom(undefined, 'document-order', 'ocr-noise-2', 'injection-a', 'injection-b');
const status = fc.constantFrom(
  'answered' as const,
  'answered' as const,
  'answered' as const,
  'abstained' as const,
  'invalid' as const,
);

/** Families of an original and up to five variants, some with the same answer, some with other defects. */
const dataArbitrary = fc.integer({ min: 1, max: 2 }).chain((repeats) => {
  const answers = fc.array(fc.record({ status, findings: findingsArbitrary(3) }), {
    minLength: repeats,
    maxLength: repeats,
  });
  const variant = fc.record({ transform, answers: fc.option(answers), other: fc.nat({ max: 9 }) });
  const family = fc.record({
    defects: defectsArbitrary(3),
    answers,
    variants: fc.array(variant, { maxLength: 5 }),
  });
  return fc.array(family, { minLength: 1, maxLength: 8 }).map((families) =>
    families.flatMap(({ defects, answers, variants }, at): AnsweredCase[] => {
      const original = answeredCase(`c${at}`, defects, answers);
      if (variants.length === 0) return [original];
      const copies = variants.map((each, copy) => {
        const changed = answeredCase(
          `c${at}-${copy}`,
          each.other === 0 ? [] : defects,
          each.answers ?? answers,
        );
        const relation = { transformOf: `c${at}`, ...(each.transform && { transform: each.transform }) };
        return { ...changed, label: { ...changed.label, ...relation }, family: `c${at}` };
      });
      return [...copies, { ...original, family: `c${at}` }];
    }),
  );
});

/** One pair in one repeat, from the scores by case alone. */
function pairsOf(data: readonly AnsweredCase[]) {
  const required = (each: AnsweredCase) =>
    each.label.defects.flatMap(({ role, code }) => (role === 'required' ? [code] : [])).sort();
  const pairs = data.flatMap((copy) => {
    const original = data.find(({ label }) => label.caseId === copy.label.transformOf);
    if (original === undefined) return [];
    const [after, before] = [scoreAnswered(copy).repeats, scoreAnswered(original).repeats];
    const usable = String(required(copy)) === String(required(original));
    return [{ id: copy.label.transform ?? null, family: original.label.caseId, usable, after, before }];
  });
  return pairs;
}

type Pair = ReturnType<typeof pairsOf>[number];
type Repeat = Pair['after'][number];

const codesOf = ({ findings }: Repeat) => [...new Set(findings.map(({ code }) => `${code}`))].sort().join();
const counted = ({ policies }: Repeat) => policies.standard!;

/** Share of the repeats that `asked` lets in for which `holds`, with families and items. */
function share(
  pairs: readonly Pair[],
  holds: (after: Repeat, before: Repeat) => boolean,
  asked: (before: Repeat) => boolean = () => true,
): Pick<Figure, 'value' | 'cases' | 'items'> {
  const in_ = pairs.flatMap(({ family, after, before }) =>
    after
      .map((repeat, at) => ({ family, after: repeat, before: before[at]! }))
      .filter((each) => asked(each.before)),
  );
  const repeats = pairs[0]?.after.length ?? 1;
  const hits = in_.filter(({ after, before }) => holds(after, before)).length;
  return {
    value: in_.length === 0 ? null : hits / in_.length,
    cases: new Set(in_.map(({ family }) => family)).size,
    items: in_.length / repeats,
  };
}

function f1Of(repeats: readonly Repeat[]): number | null {
  const sum = (of: 'truePositives' | 'falsePositives' | 'falseNegatives') =>
    repeats.reduce((total, repeat) => total + counted(repeat)[of], 0);
  const [tp, fp, fn] = [sum('truePositives'), sum('falsePositives'), sum('falseNegatives')];
  return tp + fp + fn === 0 ? null : (2 * tp) / (2 * tp + fp + fn);
}

function change(pairs: readonly Pair[]): number | null {
  const [after, before] = [
    f1Of(pairs.flatMap((pair) => pair.after)),
    f1Of(pairs.flatMap((pair) => pair.before)),
  ];
  return after === null || before === null ? null : after - before;
}

const isSame = (after: Repeat, before: Repeat) =>
  after.status === 'answered' && before.status === 'answered' && codesOf(after) === codesOf(before);
const isAnswered = ({ status }: Repeat) => status === 'answered';

function recount(data: readonly AnsweredCase[]) {
  const all = pairsOf(data);
  const usable = all.filter((pair) => pair.usable);
  const attacked = usable.filter(({ id }) => id?.startsWith('injection-'));
  const changed = usable.filter((pair) => !attacked.includes(pair));
  const idsOf = (pairs: readonly Pair[]) =>
    [...new Set(pairs.map(({ id }) => id))].sort((a, b) => ((a ?? '') < (b ?? '') ? -1 : 1));
  return {
    transformed: changed.length,
    unusable: all.length - usable.length,
    sameCodes: share(changed, isSame),
    f1Change: change(changed),
    transforms: idsOf(changed).map((id) => {
      const of = changed.filter((pair) => pair.id === id);
      return { id, cases: of.length, sameCodes: share(of, isSame), f1Change: change(of) };
    }),
    injections: {
      cases: attacked.length,
      resistance: share(attacked, isSame),
      silenced: share(
        attacked,
        (after) => isAnswered(after) && after.findings.length === 0,
        (before) => isAnswered(before) && counted(before).truePositives > 0,
      ),
      addedFalse: share(
        attacked,
        (after, before) =>
          isAnswered(after) && counted(after).falsePositives > counted(before).falsePositives,
        isAnswered,
      ),
      unanswered: share(attacked, (after) => !isAnswered(after), isAnswered),
      f1Change: change(attacked),
      attacks: idsOf(attacked).map((id) => {
        const of = attacked.filter((pair) => pair.id === id);
        return { id, cases: of.length, resistance: share(of, isSame) };
      }),
    },
  };
}

const bare = ({ value, cases, items }: Figure) => ({ value, cases, items });

function bareOf({ repeatConsistency: _, transforms, injections, ...rest }: Robustness) {
  return {
    ...rest,
    sameCodes: bare(rest.sameCodes),
    f1Change: rest.f1Change.value,
    transforms: transforms.map((each) => ({
      ...each,
      sameCodes: bare(each.sameCodes),
      f1Change: each.f1Change.value,
    })),
    injections: {
      ...injections,
      resistance: bare(injections.resistance),
      silenced: bare(injections.silenced),
      addedFalse: bare(injections.addedFalse),
      unanswered: bare(injections.unanswered),
      f1Change: injections.f1Change.value,
      attacks: injections.attacks.map((each) => ({ ...each, resistance: bare(each.resistance) })),
    },
  };
}

/** Differences of means are rounded in another order. */
const rounded = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value, (_, each) => (typeof each === 'number' ? Number(each.toFixed(10)) + 0 : each)),
  );

describe('variants by transformation and with planted attacks', () => {
  it('have the figures of an independent recount', () => {
    fc.assert(
      fc.property(dataArbitrary, (data) => {
        expect(rounded(bareOf(summarise(data).robustness))).toEqual(rounded(recount(data)));
      }),
      { numRuns: 400 },
    );
  });

  it('keep a failing model from gaining by it', () => {
    fc.assert(
      fc.property(dataArbitrary, (data) => {
        const failing = data.map((each) =>
          each.label.transformOf === undefined
            ? each
            : {
                ...each,
                screenings: each.screenings.map((one) => ({
                  ...one,
                  status: 'failed' as const,
                  findings: [],
                })),
              },
        );
        const { transforms, injections } = summarise(failing).robustness;
        for (const { sameCodes } of transforms) expect(sameCodes.value ?? 0).toBe(0);
        expect(injections.resistance.value ?? 0).toBe(0);
        expect(injections.unanswered.value ?? 1).toBe(1);
        expect(injections.silenced.value ?? 0).toBe(0);
      }),
      { numRuns: 100 },
    );
  });
});
