import { round } from './draw.ts';
import type { Beyond, Building, Rectangle, Side, World } from './world.ts';

export const sides = ['south', 'east', 'north', 'west'] as const satisfies readonly Side[];

/** From a rectangle to the boundary on one side, in metres. */
export function distanceTo(world: World, place: Rectangle, side: Side): number {
  const { widthM, depthM } = world.plot;
  const metres = {
    south: place.yM,
    west: place.xM,
    north: depthM - place.yM - place.depthM,
    east: widthM - place.xM - place.widthM,
  }[side];
  return round(metres, 2);
}

/** The least distance to a boundary of this kind; undefined where the plot has none. */
export function leastDistance(
  world: World,
  places: readonly Rectangle[],
  beyond: Beyond,
): number | undefined {
  const all = sides
    .filter((side) => world.plot.beyond[side] === beyond)
    .flatMap((side) => places.map((place) => distanceTo(world, place, side)));
  return all.length === 0 ? undefined : Math.min(...all);
}

export function groundArea({ footprint }: Building): number {
  return Math.round(footprint.widthM * footprint.depthM);
}

export function floorArea(building: Building): number {
  return Math.round(building.footprint.widthM * building.footprint.depthM * building.storeys);
}

/** What the application is about: new buildings, or the ones that are changed or torn down. */
export function workBuildings({ buildings }: World): Building[] {
  const built = buildings.filter(({ state }) => state !== 'existing');
  return built.length > 0 ? built : buildings.filter(({ use }) => use === 'primary');
}

export function terrainFall({ terrainM }: World): number {
  return round(Math.max(...terrainM) - Math.min(...terrainM), 2);
}

/** The mean of the corners: what heights and floors are drawn from. */
export function meanTerrain({ terrainM }: World): number {
  return round(terrainM.reduce((sum, level) => sum + level, 0) / 4, 2);
}

export interface PlanePoint {
  building: string;
  heightM: number;
  distanceM: number;
  towards: 'neighbour' | 'path';
}

/** Eaves and ridge of a building with their distances to each neighbour and path: what the slanted plane is held against. */
export function planePoints(world: World, building: Building): PlanePoint[] {
  const { footprint, roof, eavesM, ridgeM } = building;
  return sides.flatMap((side) => {
    const towards = world.plot.beyond[side];
    if (towards === 'road') return [];
    const distanceM = distanceTo(world, footprint, side);
    const along = side === 'south' || side === 'north' ? 'x' : 'y';
    const span = along === 'x' ? footprint.depthM : footprint.widthM;
    const at = (heightM: number, more: number): PlanePoint => ({
      building: building.name,
      heightM,
      distanceM: round(distanceM + more, 2),
      towards,
    });
    if (roof.form !== 'saddeltag') return [at(ridgeM, 0)];
    return roof.ridge === along ? [at(eavesM, 0), at(ridgeM, span / 2)] : [at(ridgeM, 0)];
  });
}
