import type { Random } from '../../../evals/statistics/random.ts';
import { build } from '../build.ts';
import { between, pick, round } from '../draw.ts';
import { meanTerrain } from '../geometry.ts';
import type { Draft } from '../project.ts';
import type { Building } from '../world.ts';
import { walls } from './common.ts';

export const flat = ['STUE', 'KØKKEN', 'BAD', 'SOVEVÆRELSE'];

interface BlockInput {
  storeys: number;
  width: [number, number];
  depth: [number, number];
  state: Building['state'];
  rooms?: readonly string[];
}

/** A block with a flat roof in the middle of its plot. */
export function placeBlock(
  draft: Draft,
  random: Random,
  { storeys, width, depth, state, rooms = flat }: BlockInput,
): Building {
  const { world } = draft;
  const widthM = between(random, ...width, 0.5);
  return build(
    {
      id: 'bygning',
      name: 'Etagebygning',
      state,
      use: 'primary',
      footprint: {
        xM: round((world.plot.widthM - widthM) / 2, 2),
        yM: between(random, 8, 11, 0.5),
        widthM,
        depthM: between(random, ...depth, 0.5),
      },
      storeys,
      form: 'fladt',
      roof: 'tagpap',
      wall: pick(random, walls.slice(0, 3)),
      eavesM: round(storeys * 3 + between(random, 0.4, 0.9, 0.05), 2),
      overhangM: 0,
      floorLevelM: round(meanTerrain(world) + 0.05, 2),
      rooms,
    },
    random,
  );
}
