import type { Random } from '../../../evals/statistics/random.ts';
import { between } from '../draw.ts';
import type { Facts } from '../facts.ts';

/** A window that one can be rescued through: wide, high and low enough. */
export function rescueOpening(rum: string, random: Random): Facts['redning'] {
  return {
    rum,
    breddeM: 0.7,
    hoejdeM: between(random, 1, 1.2, 0.05),
    brystningM: between(random, 0.8, 0.95, 0.05),
  };
}
