import type { Building, Side } from '../world.ts';
import type { Board } from './board.ts';
import { drawChain } from './dimension.ts';
import { millimetres } from './format.ts';
import type { View } from './view.ts';

/** From the wall to the chain of openings, and to that of the whole. */
const nearMm = 7;
const farMm = 13;

/** Outer dimensions on two sides and, on each side with openings, the piers and openings; rooms on the other two. */
export function drawPlanChains(board: Board, view: View, building: Building, storey: number): void {
  const { widthM, depthM } = building.footprint;
  drawSide(board, view, building, 'south', openingStops(building, storey, 'south'), nearMm);
  drawSide(board, view, building, 'south', [0, widthM], farMm);
  drawSide(board, view, building, 'west', openingStops(building, storey, 'west'), nearMm);
  drawSide(board, view, building, 'west', [0, depthM], farMm);
  drawSide(
    board,
    view,
    building,
    'north',
    openingStops(building, storey, 'north') ?? roomStops(building, storey, 'x'),
    nearMm,
  );
  drawSide(
    board,
    view,
    building,
    'east',
    openingStops(building, storey, 'east') ?? roomStops(building, storey, 'y'),
    nearMm,
  );
}

/** @param stops in metres from the south-west corner, ascending; absent: no chain */
function drawSide(
  board: Board,
  view: View,
  { footprint, roof }: Building,
  side: Side,
  stops: readonly number[] | undefined,
  offMm: number,
): void {
  if (stops === undefined) return;
  const { widthM, depthM } = footprint;
  const off = offMm + Math.min(view.mm(roof.overhangM), 6);
  const labels = stops.slice(1).map((stop, i) => millimetres(stop - stops[i]!));
  if (side === 'south' || side === 'north') {
    const edge = side === 'south' ? view.y(0) : view.y(depthM);
    const away = side === 'south' ? 1 : -1;
    const stopsMm = stops.map((stop) => view.x(stop));
    drawChain(board, { along: 'x', lineMm: edge + away * off, stopsMm, labels, fromMm: edge + away });
    return;
  }
  const edge = side === 'west' ? view.x(0) : view.x(widthM);
  const away = side === 'west' ? -1 : 1;
  const stopsMm = stops.map((stop) => view.y(stop)).reverse();
  drawChain(board, {
    along: 'y',
    lineMm: edge + away * off,
    stopsMm,
    labels: [...labels].reverse(),
    fromMm: edge + away,
  });
}

/** The ends of piers and openings along a wall, in metres from the south-west corner. */
function openingStops({ footprint, openings }: Building, storey: number, side: Side): number[] | undefined {
  const here = openings.filter((opening) => opening.storey === storey && opening.side === side);
  if (here.length === 0) return undefined;
  const length = side === 'south' || side === 'north' ? footprint.widthM : footprint.depthM;
  // Seen from outside, the south and the east wall begin at the south-west and the south-east corner.
  const turned = side === 'north' || side === 'west';
  const stops = here
    .flatMap(({ atM, widthM }) => [atM, atM + widthM])
    .map((stop) => (turned ? length - stop : stop));
  return ascending([0, ...stops, length]);
}

function roomStops({ footprint, rooms }: Building, storey: number, axis: 'x' | 'y'): number[] | undefined {
  const here = rooms.filter((room) => room.storey === storey);
  if (here.length < 2) return undefined;
  const length = axis === 'x' ? footprint.widthM : footprint.depthM;
  const edge = axis === 'x' ? footprint.depthM : footprint.widthM;
  // Only the rooms along that wall.
  const along = here.filter(({ place }) =>
    axis === 'x' ? place.yM + place.depthM > edge - 0.6 : place.xM + place.widthM > edge - 0.6,
  );
  const stops = along.map(({ place }) => (axis === 'x' ? place.xM : place.yM));
  const all = ascending([0, ...stops, length]);
  return all.length > 2 ? all : undefined;
}

function ascending(stops: readonly number[]): number[] {
  return [...stops].sort((a, b) => a - b).filter((stop, i, all) => i === 0 || stop - all[i - 1]! > 0.001);
}
