import { round } from '../draw.ts';
import { distanceTo, sides } from '../geometry.ts';
import type { Draft } from '../project.ts';
import type { Building } from '../world.ts';
import { newOutbuilding } from './move.ts';

export function stretch(building: Building, lengthM: number): void {
  building.footprint.widthM = round(lengthM, 2);
}

export function longestSide({ world }: Draft, { footprint }: Building): number {
  return Math.max(
    0,
    ...sides
      .filter((side) => world.plot.beyond[side] !== 'road' && distanceTo(world, footprint, side) < 2.5)
      .map((side) => (side === 'south' || side === 'north' ? footprint.widthM : footprint.depthM)),
  );
}

/** A window and a door in the outbuilding: towards the near boundary, or away from it. */
export function openTowards(draft: Draft, where: 'boundary' | 'garden'): boolean {
  const shed = newOutbuilding(draft);
  if (shed === undefined) return false;
  const { world } = draft;
  const near = sides.filter(
    (side) => world.plot.beyond[side] !== 'road' && distanceTo(world, shed.footprint, side) < 2.45,
  );
  if (near.length === 0) return false;
  const side =
    where === 'boundary'
      ? near[0]!
      : sides.find((each) => !near.includes(each) && distanceTo(world, shed.footprint, each) > 3);
  if (side === undefined) return false;
  shed.openings = [{ side, storey: 0, kind: 'window', atM: 1, widthM: 0.9, heightM: 0.6, sillM: 1.2 }];
  return true;
}
