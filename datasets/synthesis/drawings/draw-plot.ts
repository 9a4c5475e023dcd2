import type { Side, World } from '../world.ts';
import type { Board, Lettering, Spot } from './board.ts';
import { sides } from './boundary-distances.ts';
import { drawChain } from './dimension.ts';
import type { Point, Stroke } from './drawing.ts';
import { level, metres } from './format.ts';
import type { Sheet } from './sheet.ts';
import { leavesOut } from './start-sheet.ts';
import { plotAreaM2 } from './terrain.ts';
import { type Box, textWidthMm } from './text-box.ts';
import type { View } from './view.ts';

const boundary: Stroke = { weightMm: 0.5, dash: [6, 1.2, 0.8, 1.2] };
const kerb: Stroke = { weightMm: 0.25, ink: 'grey' };
const midline: Stroke = { weightMm: 0.18, ink: 'grey', dash: [3, 1, 0.5, 1] };
const labels = { neighbour: 'NABO', path: 'STI', road: 'VEJ' } as const;

/** The plot's boundary, what lies beyond it, corner levels and its outer dimensions. */
export function drawPlot(board: Board, view: View, world: World, sheet: Sheet, area: Box): void {
  const { plot } = world;
  const { widthM, depthM } = plot;
  for (const side of sides) drawBeyond(board, view, world, side, area);
  const outline: Point[] = [view.at(0, 0), view.at(widthM, 0), view.at(widthM, depthM), view.at(0, depthM)];
  board.polygon(outline, 'none', boundary);
  for (const corner of outline) board.circle(corner, 0.7, 'white', { weightMm: 0.25 });
  if (plot.buildingArea !== undefined) {
    const { xM, yM, widthM: width, depthM: depth } = plot.buildingArea;
    board.polygon(
      [view.at(xM, yM), view.at(xM + width, yM), view.at(xM + width, yM + depth), view.at(xM, yM + depth)],
      'none',
      { weightMm: 0.25, ink: 'grey', dash: [2, 1] },
    );
    board.place({ text: 'byggefelt', sizeMm: 1.8 }, [
      { at: [view.x(xM + width) - 1, view.y(yM + depth) + 2.6], anchor: 'end' },
      { at: [view.x(xM) + 1, view.y(yM) - 1], anchor: 'start' },
      { at: [view.x(xM + width) - 1, view.y(yM) - 1], anchor: 'end' },
    ]);
  }
  if (!leavesOut(sheet, 'levels')) drawCornerLevels(board, view, world);
  if (!leavesOut(sheet, 'dimensions')) drawPlotChains(board, view, world);
  namePlot(board, view, world, sheet);
}

/** In a corner of the plot where there is room. */
function namePlot(board: Board, view: View, { plot }: World, sheet: Sheet): void {
  const lines: Lettering[] = [
    { text: `matr.nr. ${sheet.cadastre}`, sizeMm: 2.4, bold: true },
    { text: `grundareal ${Math.round(plotAreaM2(plot))} m²`, sizeMm: 2 },
  ];
  const half = textWidthMm(lines[0]!.text, 2.4, true) / 2 + 4;
  const [left, right] = [view.x(0) + half, view.x(plot.widthM) - half];
  const [top, low] = [view.y(plot.depthM), view.y(0)];
  const places = [10, 16, 24].flatMap((off): Point[] => [
    [left, top + off],
    [right, top + off],
    [left, low - off],
    [right, low - off],
  ]);
  const centre: Point = [view.x(plot.widthM / 2), (top + low) / 2];
  board.placeLines(
    lines,
    centre,
    places.map(([x, y]): Point => [x - centre[0], y - centre[1]]),
  );
}

function drawCornerLevels(board: Board, view: View, { plot, terrainM }: World): void {
  const [southWest, southEast, northEast, northWest] = terrainM;
  const { widthM, depthM } = plot;
  const all: [number, Point, 1 | -1, 1 | -1][] = [
    [southWest, view.at(0, 0), 1, -1],
    [southEast, view.at(widthM, 0), -1, -1],
    [northEast, view.at(widthM, depthM), -1, 1],
    [northWest, view.at(0, depthM), 1, 1],
  ];
  for (const [value, [x, y], right, down] of all) {
    const base = down === 1 ? 3.6 : -1.8;
    board.place({ text: `k. ${level(value)}`, sizeMm: 1.9 }, [
      { at: [x + right * 2, y + base], anchor: right === 1 ? 'start' : 'end' },
      { at: [x + right * 2, y + base + down * 3], anchor: right === 1 ? 'start' : 'end' },
      { at: [x + right * 2, y - base + 1.2], anchor: right === 1 ? 'start' : 'end' },
    ]);
  }
}

function drawPlotChains(board: Board, view: View, { plot }: World): void {
  const { widthM, depthM } = plot;
  drawChain(board, {
    along: 'x',
    lineMm: view.y(depthM) - 13,
    stopsMm: [view.x(0), view.x(widthM)],
    labels: [metres(widthM)],
    fromMm: view.y(depthM) - 1,
  });
  drawChain(board, {
    along: 'y',
    lineMm: view.x(0) - 17,
    stopsMm: [view.y(depthM), view.y(0)],
    labels: [metres(depthM)],
    fromMm: view.x(0) - 1,
  });
}

/** The neighbour's name, or the road with its mid-line, as far as the sheet has room. */
function drawBeyond(board: Board, view: View, { plot }: World, side: Side, area: Box): void {
  const kind = plot.beyond[side];
  const { widthM, depthM } = plot;
  const along = side === 'south' || side === 'north';
  const outwards = side === 'south' || side === 'east' ? 1 : -1;
  const edge = { south: view.y(0), north: view.y(depthM), west: view.x(0), east: view.x(widthM) }[side];
  const [from, to] = along ? [view.x(0) - 10, view.x(widthM) + 10] : [view.y(depthM) - 7, view.y(0) + 7];
  const middle = (from + to) / 2;
  const at = (alongMm: number, acrossMm: number): Point =>
    along ? [alongMm, edge + outwards * acrossMm] : [edge + outwards * acrossMm, alongMm];
  const limit = along ? area.bottom - 3 : area.right - 3;
  const low = along ? area.top + 3 : area.left + 3;
  const room = Math.min(outwards === 1 ? limit - edge : edge - low, along ? 12 : 16);
  let base = 8;
  if (kind !== 'neighbour') {
    const half = view.mm(kind === 'road' ? plot.toMidlineM.road : plot.toMidlineM.path);
    if (half < room) board.line(at(from, half), at(to, half), midline);
    if (2 * half < room) board.line(at(from, 2 * half), at(to, 2 * half), kerb);
    base = Math.min(Math.max(half / 2, 4), 6.5);
    writeMidline(board, kind, side, at(middle + 22, Math.min(half, room)), plot.toMidlineM[kind]);
  }
  const rotation = along ? 0 : -90;
  const spots = [base, 5, 9, 12].flatMap((across) =>
    [0, -20, 20, -40, 40].map((shift): Spot => {
      const [x, y] = at(middle + shift, across);
      return { at: along ? [x, y + 0.9] : [x + 0.9, y], rotation };
    }),
  );
  board.place({ text: labels[kind], sizeMm: 2.6 }, spots);
}

function writeMidline(
  board: Board,
  kind: 'road' | 'path',
  side: Side,
  [x, y]: Point,
  toMidlineM: number,
): void {
  const along = side === 'south' || side === 'north';
  const spot = (off: number): Spot => (along ? { at: [x, y + off] } : { at: [x + off, y], rotation: -90 });
  board.place(
    { text: `${kind === 'road' ? 'vejmidte' : 'stimidte'} ${metres(toMidlineM)} fra skel`, sizeMm: 1.7 },
    [spot(-0.6), spot(2), spot(4), spot(-3)],
  );
}
