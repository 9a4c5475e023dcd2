import { round } from '../draw.ts';
import { distanceTo, sides } from '../geometry.ts';
import type { Draft } from '../project.ts';

/** Registers a road building line so much beyond (or, negative, before) the nearest new building. */
export function layRoadLine(draft: Draft, beyond: number, year: number): boolean {
  const { world, known } = draft;
  const fresh = world.buildings.filter(({ state }) => state === 'new');
  const distances = fresh.flatMap(({ footprint }) =>
    sides
      .filter((side) => world.plot.beyond[side] === 'road')
      .map((side) => distanceTo(world, footprint, side)),
  );
  if (distances.length === 0) return false;
  const line = round(Math.min(...distances) + world.plot.toMidlineM.road + beyond, 1);
  known.linjer = [`vejbyggelinje ${line.toFixed(1).replace('.', ',')} m fra vejmidte, tinglyst ${year}`];
  return true;
}
