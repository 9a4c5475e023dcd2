import type { Random } from '../../../evals/statistics/random.ts';
import { type BuildInput, build } from '../build.ts';
import type { Building } from '../world.ts';

type ShedInput = Omit<BuildInput, 'use' | 'form' | 'roof' | 'wall' | 'overhangM' | 'openings'>;

/** An outbuilding of boards under a flat roof of felt, without windows or doors towards anyone. */
export function buildShed(input: ShedInput, random: Random): Building {
  return build(
    {
      ...input,
      use: 'outbuilding',
      form: 'fladt',
      roof: 'tagpap',
      wall: 'træbeklædning',
      overhangM: 0,
      openings: false,
    },
    random,
  );
}
