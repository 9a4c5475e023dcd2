import type { Random } from '../../../evals/statistics/random.ts';
import { build } from '../build.ts';
import { between, chance, pick, round } from '../draw.ts';
import { meanTerrain } from '../geometry.ts';
import type { Draft } from '../project.ts';
import type { Building } from '../world.ts';
import { buildShed } from './build-shed.ts';
import { roofs, walls } from './common.ts';

export const rooms = [
  'ENTRE',
  'KØKKENALRUM',
  'STUE',
  'BAD',
  'VÆRELSE 1',
  'VÆRELSE 2',
  'SOVEVÆRELSE',
  'BRYGGERS',
];

interface HouseInput {
  name?: string;
  state?: Building['state'];
  floorOverTerrain?: number;
}

/** A house of 130 to 200 m² in one storey (or two), at least 3 m from every boundary. */
export function placeHouse(draft: Draft, random: Random, input: HouseInput = {}): Building {
  const { world } = draft;
  const { widthM, depthM } = world.plot;
  const two = chance(random, 0.2);
  const width = Math.min(between(random, 13, 19, 0.5), widthM - 7);
  const depth = two ? between(random, 6.5, 7.5, 0.1) : between(random, 7.5, 10, 0.1);
  const margin = two ? 4.5 : 3;
  const footprint = {
    xM: between(
      random,
      margin,
      widthM - width - margin > margin ? Math.min(widthM - width - margin, margin + 5) : margin,
      0.1,
    ),
    // Half of them stand close to the least distance: nearness says nothing.
    yM:
      !two && chance(random, 0.5)
        ? between(random, 2.55, 3.4, 0.05)
        : between(random, 5.5, Math.max(6, Math.min(depthM - depth - 6, 11)), 0.1),
    widthM: two ? Math.min(width, 14) : width,
    depthM: depth,
  };
  return build(
    {
      id: 'hus',
      name: input.name ?? 'Hus',
      state: input.state ?? 'new',
      use: 'primary',
      footprint,
      storeys: two ? 2 : 1,
      form: !two && chance(random, 0.12) ? 'fladt' : 'saddeltag',
      pitchDegrees: pick(random, two ? [20, 25] : [25, 30, 35]),
      ridge: 'x',
      overhangM: pick(random, [0.3, 0.4, 0.5]),
      roof: pick(random, roofs),
      wall: pick(random, walls),
      eavesM: two ? between(random, 5.2, 5.5, 0.05) : between(random, 2.6, 3, 0.05),
      floorLevelM: round(meanTerrain(world) + (input.floorOverTerrain ?? 0.15), 2),
      rooms,
    },
    random,
  );
}

/** A detached shed or carport behind or beside the house: beyond 2.5 m of every boundary, or low and short within it. */
export function placeShed(
  draft: Draft,
  house: Building,
  random: Random,
  name = pick(random, ['Carport', 'Udhus', 'Garage']),
): Building {
  const { plot } = draft.world;
  const near = chance(random, 0.5);
  const depthM = between(random, 3, 5, 0.5);
  const widthM = between(random, 4, 8, 0.5);
  const top = house.footprint.yM + house.footprint.depthM;
  const room = plot.depthM - top;
  const yM =
    room > depthM + 4.5
      ? round(plot.depthM - depthM - (near ? between(random, 0.5, 1.5, 0.1) : 2.6), 2)
      : round(top + 1, 2);
  return buildShed(
    {
      id: 'sekundaer-ny',
      name,
      state: 'new',
      footprint: { xM: near ? between(random, 0.5, 1.5, 0.1) : 3, yM, widthM, depthM },
      eavesM: near ? between(random, 2.2, 2.45, 0.05) : between(random, 2.4, 2.9, 0.05),
      floorLevelM: round(meanTerrain(draft.world) + 0.05, 2),
    },
    random,
  );
}
