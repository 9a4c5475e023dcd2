import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkInMeasures } from '../../../evals/check-in/change-parts.ts';
import type { ChangeSide, FamilyChange } from '../../../evals/check-in/family-changes.ts';
import { FamilyChanges } from '../../../evals/check-in/family-changes.ts';
import { splitChange } from '../../../evals/check-in/split-change.ts';

const counts = fc
  .tuple(fc.nat(4), fc.nat(4))
  .map(([hits, more]) => ({ numerator: 2 * hits, denominator: 2 * hits + more }));

/** A case: in which months it is, and how it was counted in each. */
const caseArbitrary = fc.record({
  where: fc.constantFrom('common', 'added', 'removed'),
  before: counts,
  rescored: counts,
  now: counts,
});

function familiesOf(cases: readonly { where: string; before: Count; rescored: Count; now: Count }[]) {
  const changes = new FamilyChanges();
  for (const [at, { where, before, rescored, now }] of cases.entries()) {
    const add = (side: ChangeSide, count: Count) => changes.add(`f${at % 7}`, side, count);
    if (where !== 'added') add('before', before);
    if (where !== 'removed') add('now', now);
    if (where !== 'common') continue;
    add('beforeCommon', before);
    add('rescored', rescored);
    add('nowCommon', now);
  }
  return changes.all();
}
type Count = FamilyChange['now'];

describe('the parts of a change', () => {
  it('add up to the whole, whatever the cases; only undefined figures leave them open', () => {
    const seen = { whole: 0, open: 0 };
    fc.assert(
      fc.property(
        fc.array(caseArbitrary, { maxLength: 25 }),
        fc.constantFrom(...checkInMeasures),
        (cases, measure) => {
          const parts = splitChange({
            measure,
            families: familiesOf(cases),
            repeats: 1,
            tests: 1,
            seed: 's',
          });
          const { total, model, ruler, caseMix, before, now } = parts;
          const all = [model.difference, ruler.value, caseMix.value];
          if (all.includes(null)) {
            seen.open += 1;
            return;
          }
          seen.whole += 1;
          expect(total.value).toBe(now.value! - before.value!);
          expect(all.reduce<number>((sum, part) => sum + part!, 0)).toBeCloseTo(total.value!, 12);
          for (const { value, interval } of [total, ruler, caseMix]) {
            if (interval === null) continue;
            expect(interval.low <= value! && value! <= interval.high).toBe(true);
          }
          if (before.interval === null || now.interval === null) expect(total.interval).toBeNull();
          else if (total.value !== 0) expect(total.interval).not.toBeNull();
        },
      ),
      { numRuns: 300 },
    );
    expect(seen.whole).toBeGreaterThan(50);
    expect(seen.open).toBeGreaterThan(10);
  });

  it('count behind the mix those new and gone cases alone that the measure is about', () => {
    const family = (at: number, where: string, now: Count) => {
      const changes = new FamilyChanges();
      const sides: ChangeSide[] =
        where === 'added' ? ['now'] : ['before', 'beforeCommon', 'rescored', 'nowCommon', 'now'];
      for (const side of sides) changes.add(`f${at}`, side, now);
      return changes.all();
    };
    const one = { numerator: 1, denominator: 1 };
    const none = { numerator: 0, denominator: 0 };
    const families = [
      ...Array.from({ length: 10 }, (_, at) => family(at, 'common', { numerator: at % 2, denominator: 1 })),
      // Twenty new cases without a chance of a false alarm, and two with one.
      ...Array.from({ length: 20 }, (_, at) => family(100 + at, 'added', none)),
      ...Array.from({ length: 2 }, (_, at) => family(200 + at, 'added', one)),
    ].flat();
    const { caseMix } = splitChange({ measure: 'false-alarm', families, repeats: 1, tests: 1, seed: 's' });
    expect(caseMix).toEqual({ value: 7 / 12 - 1 / 2, interval: null, cases: 2 });
  });

  it('give the mix of cases nothing where no case is new or gone, and no interval under five', () => {
    const one = { numerator: 2, denominator: 3 };
    const common = Array.from({ length: 8 }, () => ({
      where: 'common',
      before: one,
      rescored: one,
      now: { numerator: 2, denominator: 2 },
    }));
    const added = Array.from({ length: 4 }, () => ({ where: 'added', before: one, rescored: one, now: one }));
    const split = (cases: typeof common) =>
      splitChange({
        measure: 'false-alarm',
        families: familiesOf(cases),
        repeats: 1,
        tests: 1,
        seed: 's',
      }).caseMix;
    expect(split(common)).toEqual({ value: 0, interval: null, cases: 0 });
    expect(split([...common, ...added])).toMatchObject({ interval: null, cases: 4 });
    expect(split([...common, ...added, ...added]).interval).not.toBeNull();
  });
});
