import type { Building, World } from '../world.ts';

/** Whole square metres of what stands on the plot, as it is and not as it is told: floors of main buildings, ground of the others. */
export function trueAreas(world: World): { main: number; secondary: number; plot: number } {
  const standing = world.buildings.filter(({ state }) => state !== 'demolished');
  const sum = (buildings: Building[], storeys: boolean) =>
    buildings.reduce(
      (total, { footprint, storeys: count }) =>
        total + Math.round(footprint.widthM * footprint.depthM * (storeys ? count : 1)),
      0,
    );
  return {
    main: sum(
      standing.filter(({ use }) => use !== 'outbuilding'),
      true,
    ),
    secondary: sum(
      standing.filter(({ use }) => use === 'outbuilding'),
      false,
    ),
    plot: Math.round(world.plot.widthM * world.plot.depthM),
  };
}
