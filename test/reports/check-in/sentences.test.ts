import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CheckInMeasure, checkInMeasures } from '../../../evals/check-in/change-parts.ts';
import { FamilyChanges } from '../../../evals/check-in/family-changes.ts';
import { adjustAll } from '../../../evals/check-in/since-last.ts';
import { splitChange } from '../../../evals/check-in/split-change.ts';
import { judgeChange, sayChange } from '../../../reports/check-in/say-change.ts';
import { formatPoints } from '../../../reports/render/format-number.ts';
import { wordingOf } from '../../../reports/wording/wording-of.ts';

/** Families as they were and are: alike in all, tiny in number, silent, or much better. */
const familiesArbitrary = fc
  .record({
    size: fc.oneof(fc.nat(6), fc.integer({ min: 15, max: 40 })),
    kind: fc.constantFrom('same', 'silent', 'better', 'worse', 'random', 'empty'),
    seeds: fc.array(fc.nat(3), { minLength: 40, maxLength: 40 }),
  })
  .map(({ size, kind, seeds }) =>
    Array.from({ length: size }, (_, at) => {
      const denominator = kind === 'empty' ? 0 : 4;
      const low = kind === 'silent' ? 0 : Math.min(denominator, seeds[at]!);
      const high = Math.min(denominator, seeds[39 - at]! + 1);
      const full = kind === 'empty' ? 0 : 4;
      const [before, now] = {
        same: [low, low],
        silent: [0, 0],
        better: [0, full],
        worse: [full, 0],
        random: [low, high],
        empty: [0, 0],
      }[kind] as [number, number];
      return { before: { numerator: before, denominator }, now: { numerator: now, denominator } };
    }),
  );

function partsOf(families: { before: Count; now: Count }[], measure: CheckInMeasure) {
  const changes = new FamilyChanges();
  for (const [at, { before, now }] of families.entries()) {
    const id = `f${String(at).padStart(3, '0')}`;
    for (const side of ['before', 'beforeCommon', 'rescored'] as const) changes.add(id, side, before);
    for (const side of ['nowCommon', 'now'] as const) changes.add(id, side, now);
  }
  const raw = splitChange({ measure, families: changes.all(), repeats: 1, tests: 1, seed: 's' });
  return adjustAll([raw])[0]!;
}
type Count = { numerator: number; denominator: number };

describe.each(['da', 'en'] as const)('a sentence on a change (%s)', (language) => {
  const words = wordingOf(language);
  const shown = language === 'da' ? 'påviseligt' : 'demonstrably';
  const worse = language === 'da' ? 'dårligere' : 'worse';

  it('claims what the test allows, and names the figure', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(familiesArbitrary, fc.constantFrom(...checkInMeasures), (families, measure) => {
        const parts = partsOf(families, measure);
        const sentence = sayChange({ words, language }, 'model-x', parts);
        const { difference, different, interval } = parts.model;
        seen.add(judgeChange(parts));
        expect(sentence.includes(shown)).toBe(different);
        expect(sentence).toContain('model-x');
        if (difference === null) return;
        if (different) {
          const better = difference > 0 === (measure !== 'false-alarm');
          expect(sentence.includes(worse)).toBe(!better);
        }
        if (judgeChange(parts) === 'same') expect(difference).toBe(0);
        else expect(sentence).toContain(formatPoints(difference, language));
        if (interval !== null && judgeChange(parts) !== 'same') {
          expect(sentence).toContain(formatPoints(interval.high, language));
        }
      }),
      { numRuns: 200 },
    );
    expect([...seen].sort()).toEqual(['better', 'notProven', 'same', 'undefined', 'worse']);
  });
});
