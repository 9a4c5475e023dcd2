import { distanceTo, sides } from '../geometry.ts';
import type { Building, Side, World } from '../world.ts';
import { hair } from './hair.ts';

/** Whether a building stands nearer than this to any boundary. */
export function inStrip(world: World, { footprint }: Building, width: number): boolean {
  return sides.some((side) => distanceTo(world, footprint, side) < width - hair);
}

/** The sides that stand nearer than this to a neighbour or a path. */
export function neighbourSides(
  world: World,
  { footprint }: Building,
  width: number,
): { side: Side; metres: number; length: number }[] {
  return sides
    .filter((side) => world.plot.beyond[side] !== 'road')
    .map((side) => ({
      side,
      metres: distanceTo(world, footprint, side),
      length: side === 'south' || side === 'north' ? footprint.widthM : footprint.depthM,
    }))
    .filter(({ metres }) => metres < width - hair);
}
