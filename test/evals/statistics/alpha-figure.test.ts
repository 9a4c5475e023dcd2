import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type CodeSet, codeSetMetric } from '../../../evals/agreement/code-set.ts';
import { computeAlphaFigure } from '../../../evals/statistics/alpha-figure.ts';
import { FigureSchema } from '../../../evals/statistics/interval.ts';
import { computeKrippendorffAlpha } from '../../../evals/statistics/krippendorff-alpha.ts';
import { computeQuantile } from '../../../evals/statistics/quantile.ts';
import { createRandom } from '../../../evals/statistics/random.ts';

type Unit = (CodeSet | null)[];

/** Cases of `observers` labels each, every code kept or left out as the truth with some probability. */
function drawUnits(seed: string, cases: number, observers: number, agree: number, codes: number): Unit[] {
  const random = createRandom(seed);
  const names = Array.from({ length: codes }, (_, code) => `c${code}`);
  return Array.from({ length: cases }, () => {
    const truth = new Set(names.filter(() => random.float() < 0.2));
    return Array.from({ length: observers }, () =>
      random.float() < 0.1
        ? null
        : names.filter((name) => (random.float() < agree ? truth.has(name) : random.float() < 0.2)),
    );
  });
}

const unitArbitrary = fc.array(fc.option(fc.subarray(['a', 'b', 'c'])), { maxLength: 4 });
const familiesArbitrary = fc.array(fc.array(unitArbitrary, { minLength: 1, maxLength: 3 }), { maxLength: 9 });

test('value, families and items, whatever the way to the expected disagreement', () => {
  fc.assert(
    fc.property(familiesArbitrary, (families) => {
      const alpha = computeKrippendorffAlpha(families.flat(), codeSetMetric);
      for (const maxExact of [1_000, 0]) {
        const figure = computeAlphaFigure({
          families,
          metric: codeSetMetric,
          seed: 's',
          replicates: 20,
          maxExact,
        });
        if (alpha === null) expect(figure.value).toBeNull();
        else expect(figure.value).toBeCloseTo(alpha, 10);
        const labels = families.map((units) =>
          units
            .map((unit) => unit.filter((value) => value !== null).length)
            .filter((present) => present >= 2)
            .reduce((sum, present) => sum + present, 0),
        );
        expect(figure.cases).toBe(labels.filter((count) => count > 0).length);
        expect(figure.items).toBe(labels.reduce((sum, count) => sum + count, 0));
        FigureSchema.parse(figure);
      }
    }),
    { numRuns: 100 },
  );
});

test('the order of families, units and observers changes no bit', () => {
  const units = drawUnits('order', 40, 3, 0.7, 4);
  const families = Array.from({ length: 20 }, (_, at) => [units[2 * at]!, units[2 * at + 1]!]);
  const input = { metric: codeSetMetric, seed: 'order', replicates: 300 };
  const figure = computeAlphaFigure({ ...input, families });
  const reversed = families.toReversed().map((each) => each.toReversed().map((unit) => unit.toReversed()));
  expect(computeAlphaFigure({ ...input, families: reversed })).toEqual(figure);
  expect(figure.interval).not.toBeNull();
});

test('the interval is that of a naive bootstrap that recomputes alpha from its resampled units', () => {
  const units = drawUnits('naive', 30, 3, 0.7, 3);
  const { interval } = computeAlphaFigure({
    families: units.map((unit) => [unit]),
    metric: codeSetMetric,
    seed: 'one',
    replicates: 4_000,
  });
  const random = createRandom('another');
  const naive = Array.from({ length: 4_000 }, () =>
    computeKrippendorffAlpha(
      units.map(() => units[random.below(units.length)]!),
      codeSetMetric,
    ),
  ).flatMap((alpha) => alpha ?? []);
  naive.sort((a, b) => a - b);
  expect(interval!.low).toBeCloseTo(computeQuantile(naive, 0.025), 1.5);
  expect(interval!.high).toBeCloseTo(computeQuantile(naive, 0.975), 1.5);
});

test('with many families the linearised interval is the exact one', () => {
  const families = drawUnits('many', 400, 4, 0.8, 6).map((unit) => [unit]);
  const input = { families, metric: codeSetMetric, seed: 'many', replicates: 2_000 };
  const exact = computeAlphaFigure(input);
  const linear = computeAlphaFigure({ ...input, maxExact: 10 });
  expect(linear.value).toBeCloseTo(exact.value!, 12);
  expect(Math.abs(linear.interval!.low - exact.interval!.low)).toBeLessThan(0.004);
  expect(Math.abs(linear.interval!.high - exact.interval!.high)).toBeLessThan(0.004);
});

test('a figure without an interval says why', () => {
  const figureOf = (families: Unit[][]) =>
    computeAlphaFigure({ families, metric: codeSetMetric, seed: 's', replicates: 200 });
  const agreed = (count: number) => Array.from({ length: count }, (_, at) => [[[`c${at}`], [`c${at}`]]]);
  expect(figureOf([])).toMatchObject({ value: null, reason: 'undefined', cases: 0, items: 0 });
  expect(figureOf([[[['a'], null]]])).toMatchObject({ value: null, reason: 'undefined', cases: 0 });
  expect(figureOf(agreed(4))).toMatchObject({ value: 1, interval: null, reason: 'tooFewCases', cases: 4 });
  expect(figureOf(agreed(12))).toMatchObject({ value: 1, interval: null, reason: 'noVariation', items: 24 });
  // One case of six names a code: a third of the replicates have no variation at all.
  const rare = [...Array.from({ length: 5 }, () => [[[], []]]), [[['a'], []]]];
  expect(figureOf(rare)).toMatchObject({ interval: null, reason: 'degenerateReplicates' });
});
