import type { Building, Plot, World } from '../world.ts';

/** Natural terrain at a point of the plot, in metres DVR90: even between the corners. Outside: that of the boundary. */
export function terrainAtM({ plot, terrainM }: World, xM: number, yM: number): number {
  const [southWest, southEast, northEast, northWest] = terrainM;
  const [x, y] = [share(xM, plot.widthM), share(yM, plot.depthM)];
  return (1 - y) * ((1 - x) * southWest + x * southEast) + y * ((1 - x) * northWest + x * northEast);
}

/**
 * The terrain from which a building's heights are measured: the mean at the corners of its footprint, in metres DVR90,
 * rounded to centimetres. The level of its ridge is this and `ridgeM`.
 */
export function baseLevelM(world: World, { footprint }: Building): number {
  const { xM, yM, widthM, depthM } = footprint;
  const corners = [
    terrainAtM(world, xM, yM),
    terrainAtM(world, xM + widthM, yM),
    terrainAtM(world, xM + widthM, yM + depthM),
    terrainAtM(world, xM, yM + depthM),
  ];
  return Math.round(corners.reduce((sum, value) => sum + value, 0) * 25) / 100;
}

/** Whether the plot falls so much that its levels matter: more than half a metre between two corners. */
export function isSlanting({ terrainM }: World): boolean {
  return Math.max(...terrainM) - Math.min(...terrainM) > 0.5;
}

/** Plot area in square metres. */
export function plotAreaM2({ widthM, depthM }: Plot): number {
  return widthM * depthM;
}

function share(value: number, whole: number): number {
  return Math.min(Math.max(value / whole, 0), 1);
}
