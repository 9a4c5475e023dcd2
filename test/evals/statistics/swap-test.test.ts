import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { FamilyCounts } from '../../../evals/statistics/family-counts.ts';
import { runSwapTest } from '../../../evals/statistics/swap-test.ts';
import golden from '../../golden/statistics-swap.json' with { type: 'json' };
import { fastestMs } from '../../support/fastest.ts';
import { pairArb } from './paired-models.ts';

const draw = { seed: 'swap', permutations: 999 };

function toCounts(families: number[][]): FamilyCounts[] {
  return families.map(([numerator, denominator]) => ({ numerator: numerator!, denominator: denominator! }));
}

/** The squared statistic in two passes; 0 for equal ratios, Infinity where it cannot be computed. */
function computeNaive(a: readonly FamilyCounts[], b: readonly FamilyCounts[]): number {
  const errors = [a, b].map((families) => {
    const denominator = families.reduce((sum, family) => sum + family.denominator, 0);
    const ratio = families.reduce((sum, family) => sum + family.numerator, 0) / denominator;
    return { ratio, of: families.map((f) => (f.numerator - ratio * f.denominator) / denominator) };
  });
  const [inA, inB] = [errors[0]!, errors[1]!];
  const difference = inA.ratio - inB.ratio;
  if (Number.isNaN(difference)) return Number.POSITIVE_INFINITY;
  if (Math.abs(difference) < 1e-12) return 0;
  const spread = inA.of.reduce((sum, error, index) => sum + (error - inB.of[index]!) ** 2, 0);
  return spread < 1e-24 ? Number.POSITIVE_INFINITY : difference ** 2 / spread;
}

/** All 2^K ways of swapping whole families, those with the same counts too. */
function enumerateAll(a: readonly FamilyCounts[], b: readonly FamilyCounts[]): number {
  const observed = computeNaive(a, b) * (1 - 1e-9);
  let extreme = 0;
  for (let swaps = 0; swaps < 2 ** a.length; swaps++) {
    const pick = (mine: readonly FamilyCounts[], other: readonly FamilyCounts[]) =>
      mine.map((family, index) => ((swaps >> index) & 1 ? other[index]! : family));
    if (computeNaive(pick(a, b), pick(b, a)) >= observed) extreme += 1;
  }
  return extreme / 2 ** a.length;
}

test.each(golden)('exact p as SciPy: $p', ({ a, b, p }) => {
  const result = runSwapTest({ a: toCounts(a), b: toCounts(b), ...draw });
  expect(result.exact).toBe(true);
  expect(result.p).toBeCloseTo(p, 12);
});

test('the exact p is that of a brute-force enumeration', () => {
  fc.assert(
    fc.property(pairArb(1, 9), ({ a, b }) => {
      fc.pre(a.some((f) => f.denominator > 0) && b.some((f) => f.denominator > 0));
      const result = runSwapTest({ a, b, ...draw });
      expect(result.exact).toBe(true);
      expect(result.p).toBeCloseTo(enumerateAll(a, b), 12);
    }),
    { numRuns: 300 },
  );
});

test('drawn permutations come near the exact p', () => {
  // 20 families, of which 17 differ: drawn. Repeated enumeration by hand over 2^17 arrangements.
  const a = [6, 5, 5, 4, 6, 3, 5, 6, 2, 5, 4, 4, 3, 6, 5, 4, 4, 1, 2, 3];
  const b = [5, 4, 3, 5, 4, 3, 4, 4, 3, 4, 5, 2, 2, 5, 3, 5, 2, 1, 2, 4];
  const counts = (numerators: number[]) => numerators.map((numerator) => ({ numerator, denominator: 6 }));
  const result = runSwapTest({ a: counts(a), b: counts(b), seed: 'near', permutations: 20_000 });
  expect(result).toMatchObject({ exact: false, permutations: 20_000 });
  const differing = a.map((_, index) => index).filter((index) => a[index] !== b[index]);
  expect(differing.length).toBe(17);
  const keep = (numerators: number[]) => counts(differing.map((index) => numerators[index]!));
  const same = counts(a.filter((x, index) => x === b[index]));
  const exact = enumerateDiffering(keep(a), keep(b), same);
  expect(Math.abs(result.p - exact)).toBeLessThan(0.01);
});

function enumerateDiffering(a: FamilyCounts[], b: FamilyCounts[], same: FamilyCounts[]): number {
  const observed = computeNaive([...a, ...same], [...b, ...same]) * (1 - 1e-9);
  let extreme = 0;
  for (let swaps = 0; swaps < 2 ** a.length; swaps++) {
    const inA = a.map((family, index) => ((swaps >> index) & 1 ? b[index]! : family));
    const inB = b.map((family, index) => ((swaps >> index) & 1 ? a[index]! : family));
    if (computeNaive([...inA, ...same], [...inB, ...same]) >= observed) extreme += 1;
  }
  return extreme / 2 ** a.length;
}

test('single items: the exact test of the sign of discordant families (McNemar)', () => {
  // 10 discordant families, 9 of them for A: two-sided binomial p = 2·(10 + 1)/2¹⁰ (McNemar 1947).
  const [hit, miss] = [
    { numerator: 1, denominator: 1 },
    { numerator: 0, denominator: 1 },
  ];
  const agree = [...Array<FamilyCounts>(12).fill(hit), ...Array<FamilyCounts>(8).fill(miss)];
  const a = [...Array<FamilyCounts>(9).fill(hit), miss, ...agree];
  const b = [...Array<FamilyCounts>(9).fill(miss), hit, ...agree];
  const result = runSwapTest({ a, b, ...draw });
  expect(result).toEqual({ p: 22 / 1024, exact: true, permutations: 1024 });
});

test('unequal without any spread is the most extreme there is; equal is the least', () => {
  const hit = Array<FamilyCounts>(8).fill({ numerator: 2, denominator: 2 });
  const miss = Array<FamilyCounts>(8).fill({ numerator: 0, denominator: 2 });
  expect(runSwapTest({ a: hit, b: miss, ...draw }).p).toBe(2 / 2 ** 8);
  const mixed = [...hit.slice(0, 4), ...miss.slice(0, 4)];
  expect(runSwapTest({ a: mixed, b: mixed.toReversed(), ...draw }).p).toBe(1);
});

test('neither the order of families nor the names of the models change a drawn p', () => {
  fc.assert(
    fc.property(pairArb(20, 60), fc.infiniteStream(fc.nat()), ({ a, b }, keys) => {
      const order = a.map((_, index) => ({ index, key: keys.next().value! })).sort((x, y) => x.key - y.key);
      const shuffled = {
        a: order.map(({ index }) => a[index]!),
        b: order.map(({ index }) => b[index]!),
      };
      const result = runSwapTest({ a, b, ...draw });
      expect(runSwapTest({ ...shuffled, ...draw })).toEqual(result);
      expect(runSwapTest({ a: b, b: a, ...draw })).toEqual(result);
      expect(result.p).toBeGreaterThan(0);
      expect(result.p).toBeLessThanOrEqual(1);
    }),
    { numRuns: 50 },
  );
});

test('10,000 permutations of 400 families take well under a second', async () => {
  const family = (index: number, step: number) => ({ numerator: (index * step) % 5, denominator: 6 });
  const a = Array.from({ length: 400 }, (_, index) => family(index, 3));
  const b = Array.from({ length: 400 }, (_, index) => family(index, 7));
  const run = () => expect(runSwapTest({ a, b, seed: 's', permutations: 10_000 }).exact).toBe(false);
  expect(await fastestMs(run)).toBeLessThan(1000);
});
