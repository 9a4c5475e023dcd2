import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FigureSchema } from '../../../evals/statistics/interval.ts';
import { computeF1Figure, computeRatioFigure } from '../../../evals/statistics/ratio-figure.ts';
import { RatioMoments } from '../../../evals/statistics/ratio-moments.ts';
import quantiles from '../../golden/statistics-t.json' with { type: 'json' };

type Family = readonly [successes: number, items: number];

function collect(families: readonly Family[]): RatioMoments {
  const moments = new RatioMoments();
  for (const [successes, items] of families) moments.add(successes, items);
  return moments;
}

const familyArb = fc
  .tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 9 }))
  .map(([x, y]): Family => [Math.min(x, y), Math.max(x, y)]);
const familiesArb = fc.array(familyArb, { minLength: 5, maxLength: 60 });

/** The formula of the scoring page again, family by family, term by term; t from SciPy's table. */
function computeNaive(families: readonly Family[]): [number, number] {
  const used = families.filter(([, m]) => m > 0);
  const k = used.length;
  const sum = (f: (x: number, m: number) => number) => used.reduce((total, [x, m]) => total + f(x, m), 0);
  const N = sum((_, m) => m);
  const p = sum((x) => x) / N;
  const mw = Math.max(1, sum((_, m) => m * m) / N);
  const G = Math.min(used.filter(([x]) => x > 0).length, used.filter(([x, m]) => x < m).length);
  const spread = sum((x, m) => (x - p * m) ** 2);
  const d0 = p === 0 || p === 1 ? 1 : Math.max(1, ((k / (k - 1)) * spread) / (N * p * (1 - p)));
  const d = Math.max(d0, Math.min(mw, d0 + (mw - 1) / (G + 2)));
  const n = N / d;
  const t = quantiles.find((entry) => entry.df === k - 1 && entry.p === 0.975)!.t;
  const root = t * Math.sqrt((p * (1 - p)) / n + t ** 2 / (4 * n ** 2));
  const centre = p + t ** 2 / (2 * n);
  return [(centre - root) / (1 + t ** 2 / n), (centre + root) / (1 + t ** 2 / n)];
}

test.each<[string, Family[], number, number]>([
  ['20 of 4/4', Array<Family>(20).fill([4, 4]), 0.879586, 1],
  ['19 of 4/4 and one of 0/4', [...Array<Family>(19).fill([4, 4]), [0, 4]], 0.73916, 0.992211],
  ['18 of 1/1 and two of 0/1', [...Array<Family>(18).fill([1, 1]), [0, 1], [0, 1]], 0.675121, 0.974987],
  [
    'unlike families, one of them empty',
    [3, 5, 2, 8, 0, 4, 6, 1].map((m, i): Family => [[3, 4, 2, 5, 0, 4, 6, 0][i]!, m]),
    0.479401,
    0.961568,
  ],
])('golden interval: %s', (_, families, low, high) => {
  const { interval } = computeRatioFigure(collect(families));
  expect(Number(interval!.low.toFixed(6))).toBe(low);
  expect(Number(interval!.high.toFixed(6))).toBe(high);
});

test('the interval is the formula of the scoring page', () => {
  const sizes = [5, 8, 11, 20, 30, 60, 100].map((k) => fc.array(familyArb, { minLength: k, maxLength: k }));
  fc.assert(
    fc.property(fc.oneof(...sizes), (families) => {
      const filled = families.map(([x, m]): Family => (m === 0 ? [1, 2] : [x, m]));
      const { interval } = computeRatioFigure(collect(filled));
      const [low, high] = computeNaive(filled);
      expect(interval!.low).toBeCloseTo(low, 8);
      expect(interval!.high).toBeCloseTo(high, 8);
    }),
  );
});

test('0/0 has no value, and under five families there is no interval', () => {
  expect(computeRatioFigure(collect([[0, 0]]))).toEqual({
    value: null,
    interval: null,
    reason: 'undefined',
    cases: 0,
    items: 0,
  });
  expect(computeF1Figure(collect([]))).toMatchObject({ value: null, reason: 'undefined' });
  const four = collect([...Array<Family>(4).fill([1, 2]), [0, 0]]);
  expect(computeRatioFigure(four)).toEqual({
    value: 0.5,
    interval: null,
    reason: 'tooFewCases',
    cases: 4,
    items: 8,
  });
  expect(computeF1Figure(four)).toMatchObject({ value: 2 / 3, interval: null, reason: 'tooFewCases' });
});

test('the interval contains the value, lies in [0, 1], has width, and passes its schema', () => {
  fc.assert(
    fc.property(familiesArb, (families) => {
      for (const compute of [computeRatioFigure, computeF1Figure]) {
        const figure = compute(collect(families));
        FigureSchema.parse(figure);
        expect(figure.interval === null).toBe(figure.reason !== undefined);
        if (figure.interval === null || figure.value === null) continue;
        expect(figure.interval.low).toBeLessThanOrEqual(figure.value);
        expect(figure.interval.high).toBeGreaterThanOrEqual(figure.value);
        expect(figure.interval.low).toBeGreaterThanOrEqual(0);
        expect(figure.interval.high).toBeLessThanOrEqual(1);
        expect(figure.interval.low).toBeLessThan(figure.interval.high);
      }
    }),
  );
});

test('failures mirror successes', () => {
  fc.assert(
    fc.property(familiesArb, (families) => {
      const figure = computeRatioFigure(collect(families));
      const mirrored = computeRatioFigure(collect(families.map(([x, m]): Family => [m - x, m])));
      if (figure.interval === null) return;
      expect(mirrored.interval!.low).toBeCloseTo(1 - figure.interval.high, 10);
      expect(mirrored.interval!.high).toBeCloseTo(1 - figure.interval.low, 10);
    }),
  );
});

test('twice the families give a narrower interval around the same value', () => {
  fc.assert(
    fc.property(familiesArb, (families) => {
      const once = computeRatioFigure(collect(families));
      const twice = computeRatioFigure(collect([...families, ...families]));
      if (once.interval === null) return;
      expect(twice.value).toBeCloseTo(once.value!, 12);
      expect(twice.interval!.high - twice.interval!.low).toBeLessThan(once.interval.high - once.interval.low);
    }),
  );
});

test('F1 is the Dice coefficient of the same counts', () => {
  const figure = computeF1Figure(collect([...Array<Family>(9).fill([3, 5]), [0, 2]]));
  expect(figure.value).toBeCloseTo((2 * 27) / (27 + 47), 12);
  expect(figure).toMatchObject({ cases: 10, items: 47 });
});

test('perfect means over repeats are exactly 1, whatever their rounding', () => {
  const thirds = collect(Array<Family>(10).fill([0.1 + 0.2, 0.3]));
  expect(computeRatioFigure(thirds)).toMatchObject({ value: 1, interval: { high: 1 } });
});
