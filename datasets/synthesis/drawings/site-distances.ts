import type { Building, Rectangle, Side, World } from '../world.ts';
import type { Board } from './board.ts';
import { boundaryDistancesM, sides } from './boundary-distances.ts';
import { drawChain } from './dimension.ts';
import { metres } from './format.ts';
import type { Sheet } from './sheet.ts';
import { leavesOut } from './start-sheet.ts';
import type { View } from './view.ts';

/** Where along a wall a distance may be measured, best first. */
const places = [0.5, 0.3, 0.7, 0.15, 0.85, 0.04, 0.96];

/** From walls to boundaries, and between buildings that stand near each other. */
export function drawSiteDistances(board: Board, view: View, world: World, sheet: Sheet): void {
  const standing = world.buildings.filter(({ state }) => state !== 'demolished');
  if (!leavesOut(sheet, 'boundaryDistances')) {
    for (const building of standing) drawToBoundaries(board, view, world, building, standing);
    for (const { place, heightM } of world.raised) {
      if (heightM > 0.3) drawNearest(board, view, world, place);
    }
  }
  if (!leavesOut(sheet, 'dimensions')) drawBetween(board, view, standing);
}

function drawToBoundaries(
  board: Board,
  view: View,
  world: World,
  building: Building,
  standing: readonly Building[],
): void {
  const { plot } = world;
  const distances = boundaryDistancesM(plot, building.footprint);
  const wanted = building.state === 'new' ? sides : nearestSides(distances);
  const others = standing.filter(({ id }) => id !== building.id).map(({ footprint }) => footprint);
  for (const side of wanted) {
    const clear = places.filter((share) => isClear(rayTo(world, building.footprint, side, share), others));
    const place =
      clear.find((share) => !besideOthers(board, view, rayTo(world, building.footprint, side, share))) ??
      clear[0];
    if (place !== undefined) drawTo(board, view, world, building.footprint, side, place);
  }
}

function nearestSides(distances: Record<Side, number>): Side[] {
  return [
    distances.west <= distances.east ? 'west' : 'east',
    distances.south <= distances.north ? 'south' : 'north',
  ];
}

function drawNearest(board: Board, view: View, world: World, place: Rectangle): void {
  const distances = boundaryDistancesM(world.plot, place);
  const nearest = [...sides].sort((a, b) => distances[a] - distances[b])[0]!;
  drawTo(board, view, world, place, nearest, 0.5);
}

/** The strip, 0.2 m wide, in which a distance is drawn. */
function rayTo({ plot }: World, { xM, yM, widthM, depthM }: Rectangle, side: Side, share: number): Rectangle {
  const x = xM + share * widthM;
  const y = yM + share * depthM;
  if (side === 'west') return { xM: 0, yM: y - 0.1, widthM: xM, depthM: 0.2 };
  if (side === 'east')
    return { xM: xM + widthM, yM: y - 0.1, widthM: plot.widthM - xM - widthM, depthM: 0.2 };
  if (side === 'south') return { xM: x - 0.1, yM: 0, widthM: 0.2, depthM: yM };
  return { xM: x - 0.1, yM: yM + depthM, widthM: 0.2, depthM: plot.depthM - yM - depthM };
}

function besideOthers(board: Board, view: View, { xM, yM, widthM, depthM }: Rectangle): boolean {
  const level = depthM === 0.2;
  const [x, y] = level ? [xM, yM + 0.1] : [xM + 0.1, yM];
  return board.runsBeside(view.at(x, y), level ? view.at(x + widthM, y) : view.at(x, y + depthM));
}

function isClear(ray: Rectangle, others: readonly Rectangle[]): boolean {
  return !others.some(
    ({ xM, yM, widthM, depthM }) =>
      ray.xM < xM + widthM - 0.001 &&
      xM < ray.xM + ray.widthM - 0.001 &&
      ray.yM < yM + depthM - 0.001 &&
      yM < ray.yM + ray.depthM - 0.001,
  );
}

function drawTo(board: Board, view: View, world: World, from: Rectangle, side: Side, share: number): void {
  const ray = rayTo(world, from, side, share);
  const distance = boundaryDistancesM(world.plot, from)[side];
  const labels = [metres(distance)];
  if (side === 'west' || side === 'east') {
    const stopsMm = [view.x(ray.xM), view.x(ray.xM + ray.widthM)];
    drawChain(board, { along: 'x', lineMm: view.y(ray.yM + 0.1), stopsMm, labels });
  } else {
    const stopsMm = [view.y(ray.yM + ray.depthM), view.y(ray.yM)];
    drawChain(board, { along: 'y', lineMm: view.x(ray.xM + 0.1), stopsMm, labels });
  }
}

/** Gaps of up to 15 m between walls that face each other. */
function drawBetween(board: Board, view: View, standing: readonly Building[]): void {
  standing.forEach(({ footprint: a }, i) => {
    for (const { footprint: b } of standing.slice(i + 1)) {
      const alongY = shared([a.yM, a.yM + a.depthM], [b.yM, b.yM + b.depthM]);
      const alongX = shared([a.xM, a.xM + a.widthM], [b.xM, b.xM + b.widthM]);
      const [left, right] = a.xM < b.xM ? [a, b] : [b, a];
      const [lower, upper] = a.yM < b.yM ? [a, b] : [b, a];
      const gapX = right.xM - left.xM - left.widthM;
      const gapY = upper.yM - lower.yM - lower.depthM;
      if (alongY !== undefined && gapX > 0.05 && gapX <= 15) {
        const stopsMm = [view.x(left.xM + left.widthM), view.x(right.xM)];
        drawChain(board, { along: 'x', lineMm: view.y(alongY), stopsMm, labels: [metres(gapX)] });
      } else if (alongX !== undefined && gapY > 0.05 && gapY <= 15) {
        const stopsMm = [view.y(upper.yM), view.y(lower.yM + lower.depthM)];
        drawChain(board, { along: 'y', lineMm: view.x(alongX), stopsMm, labels: [metres(gapY)] });
      }
    }
  });
}

/** A point a little off the middle of what two stretches share, so that it does not meet the distance to the boundary. */
function shared(a: readonly [number, number], b: readonly [number, number]): number | undefined {
  const [from, to] = [Math.max(a[0], b[0]), Math.min(a[1], b[1])];
  return to - from > 0.3 ? from + 0.62 * (to - from) : undefined;
}
