import { expect, test } from 'vitest';
import type { FamilyCounts } from '../../../evals/statistics/family-counts.ts';
import { createRandom, type Random } from '../../../evals/statistics/random.ts';
import { computeF1Figure } from '../../../evals/statistics/ratio-figure.ts';
import { RatioMoments } from '../../../evals/statistics/ratio-moments.ts';
import { runSwapTest } from '../../../evals/statistics/swap-test.ts';

/** A simulated model: finds each of 3 defects a case with `recall`, and reports up to 2·`falseAlarms` more. */
interface Simulated {
  recall: number;
  falseAlarms: number;
}

const COMPARISONS = 600;
const CASES = 30;

function screen(model: Simulated, random: Random): { tp: number; fp: number } {
  let [tp, fp] = [0, 0];
  for (let defect = 0; defect < 3; defect++) if (random.float() < model.recall) tp += 1;
  for (let chance = 0; chance < 8; chance++) if (random.float() < model.falseAlarms / 8) fp += 1;
  return { tp, fp };
}

function toF1Counts({ tp, fp }: { tp: number; fp: number }): FamilyCounts {
  return { numerator: 2 * tp, denominator: tp + fp + 3 };
}

function simulateRejections(a: Simulated, b: Simulated): number {
  const random = createRandom(JSON.stringify([a, b]));
  let rejected = 0;
  for (let comparison = 0; comparison < COMPARISONS; comparison++) {
    const answers = Array.from({ length: CASES }, () => [screen(a, random), screen(b, random)] as const);
    const { p } = runSwapTest({
      a: answers.map(([inA]) => toF1Counts(inA)),
      b: answers.map(([, inB]) => toF1Counts(inB)),
      seed: `${comparison}`,
      permutations: 299,
    });
    if (p <= 0.05) rejected += 1;
  }
  return rejected / COMPARISONS;
}

// F1 = 2·3r/(3 + 3r + f) = 0.6 for all three. Bars on the scoring page are 0.055 and 0.07 at 10,000
// comparisons; at 600 three standard errors more are allowed.
test.each<[string, Simulated, Simulated, number]>([
  ['identical models', { recall: 0.7, falseAlarms: 1.9 }, { recall: 0.7, falseAlarms: 1.9 }, 0.083],
  [
    'equal F1, unlike reporting rate',
    { recall: 0.95, falseAlarms: 3.65 },
    { recall: 0.45, falseAlarms: 0.15 },
    0.1,
  ],
])('%s are rarely called different', (_, a, b, bound) => {
  expect(simulateRejections(a, b)).toBeLessThan(bound);
});

test('unequal models are called different', () => {
  expect(
    simulateRejections({ recall: 0.9, falseAlarms: 0.8 }, { recall: 0.6, falseAlarms: 0.8 }),
  ).toBeGreaterThan(0.9);
});

test('intervals of F1 cover the truth', () => {
  const random = createRandom('cover');
  let covered = 0;
  for (let run = 0; run < COMPARISONS; run++) {
    const moments = new RatioMoments();
    for (let index = 0; index < CASES; index++) {
      const { tp, fp } = screen({ recall: 0.7, falseAlarms: 1.9 }, random);
      moments.add(tp, 3 + fp);
    }
    const { low, high } = computeF1Figure(moments).interval!;
    if (low <= 0.6 && 0.6 <= high) covered += 1;
  }
  expect(covered / COMPARISONS).toBeGreaterThan(0.92);
});
