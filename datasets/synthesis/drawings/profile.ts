import type { Beyond, Building, Side, World } from '../world.ts';
import { boundaryDistancesM } from './boundary-distances.ts';
import { baseLevelM, terrainAtM } from './terrain.ts';

/** A point of an elevation, in metres: along the wall from its left end as seen from outside, and level in DVR90. */
export type ElevationPoint = readonly [alongM: number, levelM: number];

/** A building as seen from one side. */
export interface Profile {
  side: Side;
  lengthM: number;
  /** Closed. */
  wall: ElevationPoint[];
  /** Closed: the surface of the roof, or its edge. */
  roof: ElevationPoint[];
  /** Natural terrain at a place along the wall and beyond its ends. */
  terrainAt(alongM: number): number;
  /** From the wall's left and right end to the boundary there. */
  boundary: { left: BoundaryEnd; right: BoundaryEnd };
  baseM: number;
  eavesLevelM: number;
  ridgeLevelM: number;
  /** The lowest of terrain and floor in what is shown. */
  lowestM: number;
  /** Of all that is shown, with the ground at both ends. */
  widthM: number;
  heightM: number;
}

export interface BoundaryEnd {
  distanceM: number;
  beyond: Beyond;
  /** Whether the boundary is near enough to be shown. */
  shown: boolean;
  /** How far beyond the wall's end the ground is drawn. */
  reachM: number;
}

/** Of a roof's edge as it is seen, in metres. */
const edgeM = 0.18;
/** How far the ground goes on where no boundary is shown. */
const asideM = 1.2;

/** Left and right as seen from outside. */
const ends: Record<Side, readonly [left: Side, right: Side]> = {
  south: ['west', 'east'],
  north: ['east', 'west'],
  east: ['south', 'north'],
  west: ['north', 'south'],
};

/** @param nearM how far from the building a boundary is still shown */
export function profileOf(world: World, building: Building, side: Side, nearM: number): Profile {
  const { footprint, eavesM, ridgeM } = building;
  const lengthM = side === 'south' || side === 'north' ? footprint.widthM : footprint.depthM;
  const baseM = baseLevelM(world, building);
  const terrainAt = (alongM: number) => terrainAtM(world, ...pointAt(building, side, alongM));
  const distances = boundaryDistancesM(world.plot, footprint);
  const [left, right] = ends[side].map((end): BoundaryEnd => {
    const distanceM = distances[end];
    const shown = distanceM <= nearM;
    return {
      distanceM,
      beyond: world.plot.beyond[end],
      shown,
      reachM: shown ? Math.max(distanceM, 0) + 1 : asideM,
    };
  }) as [BoundaryEnd, BoundaryEnd];
  const lowestM = Math.min(
    terrainAt(-left.reachM),
    terrainAt(lengthM + right.reachM),
    baseM,
    building.floorLevelM,
  );
  const ridgeLevelM = baseM + ridgeM;
  const top = topOf(building, side, lengthM).map(
    ([along, height]): ElevationPoint => [along, baseM + height],
  );
  return {
    side,
    lengthM,
    wall: [[lengthM, terrainAt(lengthM)], [0, terrainAt(0)], ...top],
    roof: roofOf(building, side, lengthM).map(([along, height]) => [along, baseM + height]),
    terrainAt,
    boundary: { left, right },
    baseM,
    eavesLevelM: baseM + eavesM,
    ridgeLevelM,
    lowestM,
    widthM: lengthM + left.reachM + right.reachM,
    heightM: ridgeLevelM - lowestM + 0.6,
  };
}

/** The side that shows a roof's slope; a section is cut along it. */
export function slopeSide({ roof }: Building): Side {
  return roof.ridge === 'x' ? 'east' : 'south';
}

/**
 * The side to which a roof with one slope rises. A world does not say: the roof's upper edge is its ridge, and it lies
 * to the north of a ridge along x, to the east of one along y.
 */
export function highSide({ roof }: Building): Side {
  return roof.ridge === 'x' ? 'north' : 'east';
}

/** Metres that a slope rises over one metre, told from the building's heights. */
export function slopeOf({ footprint, roof, eavesM, ridgeM }: Building): number {
  const span = roof.ridge === 'x' ? footprint.depthM : footprint.widthM;
  return roof.form === 'fladt' ? 0 : (ridgeM - eavesM) / (roof.form === 'saddeltag' ? span / 2 : span);
}

/** A place along a wall, in metres on the plot. */
function pointAt({ footprint }: Building, side: Side, alongM: number): [xM: number, yM: number] {
  const { xM, yM, widthM, depthM } = footprint;
  if (side === 'south') return [xM + alongM, yM];
  if (side === 'north') return [xM + widthM - alongM, yM + depthM];
  if (side === 'east') return [xM + widthM, yM + alongM];
  return [xM, yM + depthM - alongM];
}

function showsSlope({ roof }: Building, side: Side): boolean {
  return (roof.ridge === 'x') === (side === 'east' || side === 'west');
}

/** The wall's upper edge from left to right; heights over the base. */
function topOf(building: Building, side: Side, lengthM: number): ElevationPoint[] {
  const { roof, eavesM, ridgeM } = building;
  if (roof.form === 'fladt') return level(lengthM, eavesM);
  if (roof.form === 'ensidigt') {
    if (side === highSide(building)) return level(lengthM, ridgeM - edgeM);
    if (!showsSlope(building, side)) return level(lengthM, eavesM);
    const [left, right] = risesRight(building, side) ? [eavesM, ridgeM] : [ridgeM, eavesM];
    return [
      [0, left],
      [lengthM, right],
    ];
  }
  if (!showsSlope(building, side)) return level(lengthM, eavesM);
  return [
    [0, eavesM],
    [lengthM / 2, ridgeM],
    [lengthM, eavesM],
  ];
}

function level(lengthM: number, heightM: number): ElevationPoint[] {
  return [
    [0, heightM],
    [lengthM, heightM],
  ];
}

function risesRight(building: Building, side: Side): boolean {
  return ends[side][1] === highSide(building);
}

function roofOf(building: Building, side: Side, lengthM: number): ElevationPoint[] {
  const { roof, eavesM, ridgeM } = building;
  const over = roof.overhangM;
  const slope = slopeOf(building);
  const low = eavesM - over * slope;
  if (roof.form === 'fladt') return rectangle(-over, lengthM + over, eavesM, Math.max(ridgeM, eavesM + 0.1));
  if (roof.form === 'ensidigt') {
    if (side === highSide(building)) return rectangle(-over, lengthM + over, ridgeM - edgeM, ridgeM);
    if (!showsSlope(building, side)) return rectangle(-over, lengthM + over, low, ridgeM);
    const [left, right] = risesRight(building, side) ? [low, ridgeM] : [ridgeM, low];
    const [from, to] = risesRight(building, side) ? [-over, lengthM] : [0, lengthM + over];
    return band([
      [from, left],
      [to, right],
    ]);
  }
  if (!showsSlope(building, side))
    return rectangle(-Math.min(over, 0.3), lengthM + Math.min(over, 0.3), low, ridgeM);
  return band([
    [-over, low],
    [lengthM / 2, ridgeM],
    [lengthM + over, low],
  ]);
}

function rectangle(from: number, to: number, low: number, high: number): ElevationPoint[] {
  return [
    [from, low],
    [from, high],
    [to, high],
    [to, low],
  ];
}

/** A roof's edge under its upper line. */
export function band(top: readonly ElevationPoint[], thickM = edgeM): ElevationPoint[] {
  const under = [...top].reverse().map(([along, height]): ElevationPoint => [along, height - thickM]);
  return [...top, ...under];
}
