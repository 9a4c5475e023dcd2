import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgeGate } from '../../../evals/check-in/judge-gate.ts';

const figureArbitrary = fc
  .tuple(fc.nat(100), fc.nat(100), fc.nat(100))
  .map((ends) => ends.map((each) => each / 100).sort((a, b) => a - b))
  .map(([low, value, high]) => ({
    value: value!,
    interval: { low: low!, high: high!, level: 0.95 },
    cases: 9,
    items: 9,
  }));

describe('a gate', () => {
  it('is met or not only where every value in the interval says so', () => {
    fc.assert(
      fc.property(figureArbitrary, fc.nat(100), fc.constantFrom('min', 'max'), (figure, at, kind) => {
        const bound = at / 100;
        const gate = kind === 'min' ? { measure: 'm', min: bound } : { measure: 'm', max: bound };
        const holds = (value: number) => (kind === 'min' ? value >= bound : value <= bound);
        const ends = [figure.interval.low, figure.interval.high].map(holds);
        const expected = ends[0] === ends[1] ? (ends[0] ? 'met' : 'notMet') : 'undecided';
        expect(judgeGate(figure, gate)).toBe(expected);
      }),
    );
  });

  it('cannot be decided without an interval or a figure', () => {
    const few = { value: 1, interval: null, reason: 'tooFewCases' as const, cases: 3, items: 3 };
    const none = { value: null, interval: null, reason: 'undefined' as const, cases: 0, items: 0 };
    const gate = { measure: 'm', min: 0.2 };
    expect([judgeGate(few, gate), judgeGate(none, gate)]).toEqual(['undecided', 'undefined']);
  });
});
