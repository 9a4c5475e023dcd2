import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AdaptiveLimit } from '../../../evals/engine/adaptive-limit.ts';

/** Answers so many attempts, the limit used up. */
function answer(limit: AdaptiveLimit, times: number): void {
  for (let time = 0; time < times; time += 1) limit.answered(limit.value);
}

describe('AdaptiveLimit', () => {
  it('doubles with each window of answers until the first congestion, then grows by one', () => {
    const limit = new AdaptiveLimit(2, 64);
    answer(limit, 2);
    expect(limit.value).toBe(4);
    answer(limit, 4);
    expect(limit.value).toBe(8);
    limit.congested(limit.begin());
    expect(limit.value).toBe(4);
    answer(limit, 5);
    expect(limit.value).toBe(5);
    answer(limit, 6);
    expect(limit.value).toBe(6);
  });

  it('halves once for all attempts that were in flight together', () => {
    const limit = new AdaptiveLimit(32, 32);
    const begun = Array.from({ length: 32 }, () => limit.begin());
    for (const attempt of begun) limit.congested(attempt);
    expect(limit.value).toBe(16);
    limit.congested(limit.begin());
    expect(limit.value).toBe(8);
  });

  it('does not grow while it is not used up', () => {
    const limit = new AdaptiveLimit(4, 64);
    for (let time = 0; time < 100; time += 1) limit.answered(3);
    expect(limit.value).toBe(4);
  });

  it('is a whole number within its bounds whatever happens, and a congestion never raises it', () => {
    const signs = fc.array(fc.constantFrom('answered', 'congested'), { maxLength: 300 });
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 64 }),
        fc.integer({ min: 0, max: 64 }),
        signs,
        (start, more, all) => {
          const max = start + more;
          const limit = new AdaptiveLimit(start, max);
          for (const sign of all) {
            const before = limit.value;
            if (sign === 'answered') limit.answered(limit.value);
            else limit.congested(limit.begin());
            expect(Number.isInteger(limit.value)).toBe(true);
            expect(limit.value).toBeGreaterThanOrEqual(1);
            expect(limit.value).toBeLessThanOrEqual(max);
            if (sign === 'congested') expect(limit.value).toBeLessThanOrEqual(before);
          }
        },
      ),
    );
  });
});
