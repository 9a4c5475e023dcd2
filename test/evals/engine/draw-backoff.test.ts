import { describe, expect, it } from 'vitest';
import { drawBackoffMs } from '../../../evals/engine/draw-backoff.ts';

describe('drawBackoffMs', () => {
  it('is uniform under a bound that doubles with each attempt, up to half a minute', () => {
    for (const [attempt, bound] of [500, 1000, 2000, 4000, 8000, 16_000, 30_000, 30_000].entries()) {
      const draws = Array.from({ length: 2000 }, (_, at) => drawBackoffMs(`question ${at}`, attempt + 1));
      expect(Math.min(...draws)).toBeGreaterThanOrEqual(0);
      expect(Math.max(...draws)).toBeLessThan(bound);
      expect(Math.max(...draws)).toBeGreaterThan(bound * 0.99);
      const mean = draws.reduce((sum, each) => sum + each, 0) / draws.length;
      // The standard error of the mean is bound / √(12 · 2000): seven of them.
      expect(Math.abs(mean - bound / 2)).toBeLessThan((7 * bound) / Math.sqrt(12 * 2000));
    }
  });

  it('is the same for the same question and attempt', () => {
    expect(drawBackoffMs('q', 3)).toBe(drawBackoffMs('q', 3));
    expect(drawBackoffMs('q', 3)).not.toBe(drawBackoffMs('r', 3));
  });
});
