import { planBoards, planComparisons, planPower } from './plan-comparisons.ts';
import { planBootstraps, planF1, planRatios } from './plan-coverage.ts';
import type { Scale } from './scale.ts';
import type { Task } from './task.ts';

/** Decides every draw. Fixed before the benchmark was first run. */
export const SEED = 'maalestok coverage 1';

/** All cells and scenarios, in the order of the tables. */
export function planBenchmark(scale: Scale): Task[] {
  return [
    ...planRatios(scale),
    ...planF1(scale),
    ...planBootstraps(scale),
    ...planComparisons(scale),
    ...planBoards(scale),
    ...planPower(scale),
  ];
}
