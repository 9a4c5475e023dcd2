import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { codeSetMetric } from '../../../evals/agreement/code-set.ts';
import {
  type AlphaMetric,
  computeKrippendorffAlpha,
  nominalMetric,
} from '../../../evals/statistics/krippendorff-alpha.ts';
import { createRandom } from '../../../evals/statistics/random.ts';
import golden from '../../golden/agreement.json' with { type: 'json' };

const intervalMetric: AlphaMetric<number> = { keyOf: String, distance: (a, b) => (a - b) ** 2 };
const ratioMetric: AlphaMetric<number> = { keyOf: String, distance: (a, b) => ((a - b) / (a + b)) ** 2 };

/** Ranks depend on how often each value is there among the pairable ones. */
function ordinalMetric(units: readonly (readonly (number | null)[])[]): AlphaMetric<number> {
  const values = units.flatMap((unit) => {
    const present = unit.filter((value) => value !== null);
    return present.length < 2 ? [] : present;
  });
  const between = (low: number, high: number) =>
    values.filter((value) => low <= value && value <= high).length;
  return {
    keyOf: String,
    distance(a, b) {
      const [low, high] = [Math.min(a, b), Math.max(a, b)];
      return (between(low, high) - (between(a, a) + between(b, b)) / 2) ** 2;
    },
  };
}

describe("Krippendorff's own example", () => {
  // Krippendorff, K. (2011), Computing Krippendorff's alpha-reliability, data C and D (4 observers, 12
  // units, missing data): nominal .743, ordinal .815, interval .849, ratio .797.
  const missing = null;
  const observers = [
    [1, 2, 3, 3, 2, 1, 4, 1, 2, missing, missing, missing],
    [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, missing, 3],
    [missing, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, missing],
    [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, missing],
  ];
  const units = observers[0]!.map((_, unit) => observers.map((row) => row[unit]!));

  it.each<[string, AlphaMetric<number>, number]>([
    ['nominal', nominalMetric, 0.743],
    ['ordinal', ordinalMetric(units), 0.815],
    ['interval', intervalMetric, 0.849],
    ['ratio', ratioMetric, 0.797],
  ])('%s', (_, metric, alpha) => {
    expect(computeKrippendorffAlpha(units, metric)).toBeCloseTo(alpha, 3);
  });

  it('two observers, binary, no missing data: .095', () => {
    // The same paper, data A: ten units.
    const a = [0, 1, 0, 0, 0, 0, 0, 0, 1, 0];
    const b = [1, 1, 1, 0, 0, 1, 0, 0, 0, 0];
    expect(
      computeKrippendorffAlpha(
        a.map((value, unit) => [value, b[unit]!]),
        nominalMetric,
      ),
    ).toBeCloseTo(0.095, 3);
  });
});

test.each(golden.alpha)('nominal $nominal and interval $interval as the package krippendorff', (data) => {
  expect(computeKrippendorffAlpha(data.units, nominalMetric)).toBeCloseTo(data.nominal, 12);
  expect(computeKrippendorffAlpha(data.units, intervalMetric)).toBeCloseTo(data.interval, 12);
});

test.each(golden.sets)('sets of codes: $alpha as NLTK', ({ units, alpha }) => {
  expect(computeKrippendorffAlpha(units, codeSetMetric)).toBeCloseTo(alpha, 12);
});

const codeSet = fc.subarray(['a', 'b', 'c', 'd']);
const unitsArbitrary = fc.array(fc.array(fc.option(codeSet, { freq: 4 }), { maxLength: 5 }), {
  minLength: 1,
  maxLength: 12,
});

test('as the definition, pair by pair', () => {
  fc.assert(
    fc.property(unitsArbitrary, (units) => {
      const { keyOf, distance } = codeSetMetric;
      const paired = units
        .map((unit) => unit.filter((value) => value !== null))
        .filter((unit) => unit.length >= 2);
      const all = paired.flat();
      const n = all.length;
      let observed = 0;
      for (const unit of paired) {
        unit.forEach((a, i) => {
          unit.forEach((b, j) => {
            if (i !== j) observed += distance(a, b) / (unit.length - 1) / n;
          });
        });
      }
      let expected = 0;
      all.forEach((a, i) => {
        all.forEach((b, j) => {
          if (i !== j) expected += distance(a, b) / (n * (n - 1));
        });
      });
      const alpha = computeKrippendorffAlpha(units, codeSetMetric);
      if (new Set(all.map(keyOf)).size < 2) expect(alpha).toBeNull();
      else expect(alpha).toBeCloseTo(1 - observed / expected, 10);
    }),
    { numRuns: 200 },
  );
});

test('the order of units and of observers changes no bit', () => {
  fc.assert(
    fc.property(unitsArbitrary, fc.string(), (units, seed) => {
      const random = createRandom(seed);
      const shuffle = <T>(list: readonly T[]): T[] =>
        list
          .map((entry) => ({ entry, at: random.float() }))
          .sort((a, b) => a.at - b.at)
          .map(({ entry }) => entry);
      const alpha = computeKrippendorffAlpha(units, codeSetMetric);
      expect(computeKrippendorffAlpha(shuffle(units).map(shuffle), codeSetMetric)).toBe(alpha);
      const lonely = [...units, [null, ['zz']], []];
      expect(computeKrippendorffAlpha(lonely, codeSetMetric)).toBe(alpha);
    }),
    { numRuns: 100 },
  );
});

test('perfect agreement is exactly 1; without variation it is undefined', () => {
  const units = Array.from({ length: 9 }, (_, unit) => Array<string[]>(3).fill([`c${unit % 4}`]));
  expect(computeKrippendorffAlpha(units, codeSetMetric)).toBe(1);
  expect(computeKrippendorffAlpha([[[], []]], codeSetMetric)).toBeNull();
  expect(computeKrippendorffAlpha([[['a'], null]], codeSetMetric)).toBeNull();
});

test('duplicating every unit leaves alpha where it is, but for the share that n − 1 takes', () => {
  // α = 1 − (n − 1)·O/E; twice the data doubles n and O, and makes E four times as large.
  const { units } = golden.sets[1]!;
  const once = computeKrippendorffAlpha(units, codeSetMetric)!;
  const twice = computeKrippendorffAlpha([...units, ...units], codeSetMetric)!;
  const n = units.filter((unit) => unit.filter((value) => value !== null).length >= 2).flat();
  const values = n.filter((value) => value !== null).length;
  expect(1 - twice).toBeCloseTo(((1 - once) * (2 * values - 1)) / (2 * (values - 1)), 12);
  expect(Math.abs(twice - once)).toBeLessThan(0.005);
});

test('labels at random have an alpha about 0', () => {
  const random = createRandom('labels at random');
  const draw = () => ['a', 'b', 'c'].filter(() => random.float() < 0.4);
  const units = Array.from({ length: 2_000 }, () => [draw(), draw(), draw()]);
  expect(Math.abs(computeKrippendorffAlpha(units, codeSetMetric)!)).toBeLessThan(0.03);
});

test('two empty sets agree; nothing shared is 1; half shared is 2/3', () => {
  expect(codeSetMetric.distance([], [])).toBe(0);
  expect(codeSetMetric.distance([], ['a'])).toBe(1);
  expect(codeSetMetric.distance(['a', 'b'], ['b', 'c'])).toBeCloseTo(2 / 3, 15);
});
