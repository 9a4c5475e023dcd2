import type { Plot, Rectangle, Side } from '../world.ts';

export const sides: readonly Side[] = ['south', 'east', 'north', 'west'];

/** As drawings name them. */
export const sideNames: Record<Side, string> = { south: 'syd', east: 'øst', north: 'nord', west: 'vest' };

/** What lies beyond a boundary, as drawings name it. */
export const beyondNames = { neighbour: 'nabo', path: 'sti', road: 'vej' } as const;

/** From the outer walls, perpendicular to each boundary, in metres; negative beyond it. */
export function boundaryDistancesM(plot: Plot, { xM, yM, widthM, depthM }: Rectangle): Record<Side, number> {
  return {
    south: yM,
    east: plot.widthM - xM - widthM,
    north: plot.depthM - yM - depthM,
    west: xM,
  };
}
