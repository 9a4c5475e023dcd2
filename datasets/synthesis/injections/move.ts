import type { Random } from '../../../evals/statistics/random.ts';
import { pick, round } from '../draw.ts';
import { distanceTo, sides } from '../geometry.ts';
import type { Draft } from '../project.ts';
import type { Beyond, Building, Side, World } from '../world.ts';

/** Puts a building so far from one boundary; the other coordinate stays. */
export function moveTo({ plot }: World, building: Building, side: Side, metres: number): void {
  const { footprint } = building;
  if (side === 'west') footprint.xM = metres;
  if (side === 'south') footprint.yM = metres;
  if (side === 'east') footprint.xM = round(plot.widthM - footprint.widthM - metres, 2);
  if (side === 'north') footprint.yM = round(plot.depthM - footprint.depthM - metres, 2);
}

/** Puts the house so far from one boundary, its roof terrace in the corner that is nearest to it. */
export function moveWithTerrace(world: World, side: Side, metres: number): void {
  const house = world.buildings[0]!;
  moveTo(world, house, side, metres);
  const { footprint } = house;
  const raised = world.raised[0]!;
  raised.place = {
    ...raised.place,
    xM: side === 'east' ? round(footprint.xM + footprint.widthM - raised.place.widthM, 2) : footprint.xM,
    yM: side === 'north' ? round(footprint.yM + footprint.depthM - raised.place.depthM, 2) : footprint.yM,
  };
}

/** A side of the plot beyond which lies such a thing, along which the gable does not stand where there is a choice. */
export function sideOf(
  world: World,
  beyond: readonly Beyond[],
  building: Building,
  random: Random,
): Side | undefined {
  const all = sides.filter((side) => beyond.includes(world.plot.beyond[side]));
  const along = all.filter(
    (side) =>
      building.roof.form !== 'saddeltag' ||
      (building.roof.ridge === 'x') === (side === 'south' || side === 'north'),
  );
  const from = along.length > 0 ? along : all;
  return from.length === 0 ? undefined : pick(random, from);
}

export function newMain({ world }: Draft): Building | undefined {
  return world.buildings.find(({ state, use }) => state === 'new' && use !== 'outbuilding');
}

export function newOutbuilding({ world }: Draft): Building | undefined {
  return world.buildings.find(({ state, use }) => state === 'new' && use === 'outbuilding');
}

/** Whether buildings keep apart, and all stand on the plot. */
export function isPossible({ world }: Draft): boolean {
  const inside = world.buildings.every(({ footprint }) =>
    sides.every((side) => distanceTo(world, footprint, side) >= 0.3),
  );
  return (
    inside &&
    world.buildings.every((a, at) => world.buildings.slice(at + 1).every((b) => touches(a, b) || apart(a, b)))
  );
}

function touches(a: Building, b: Building): boolean {
  return a.use === 'extension' || b.use === 'extension';
}

function apart({ footprint: a }: Building, { footprint: b }: Building): boolean {
  return (
    a.xM + a.widthM < b.xM - 0.4 ||
    b.xM + b.widthM < a.xM - 0.4 ||
    a.yM + a.depthM < b.yM - 0.4 ||
    b.yM + b.depthM < a.yM - 0.4
  );
}
