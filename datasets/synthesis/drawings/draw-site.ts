import type { Building, RaisedArea, Rectangle, World } from '../world.ts';
import type { Board, Spot } from './board.ts';
import { drawChain } from './dimension.ts';
import type { Hatch, Point, Stroke } from './drawing.ts';
import { level, metres, squareMetres } from './format.ts';
import { placeParking } from './place-parking.ts';
import type { Sheet } from './sheet.ts';
import { leavesOut } from './start-sheet.ts';
import { corners } from './text-box.ts';
import type { View } from './view.ts';

const outlines: Record<Building['state'], { stroke: Stroke; hatch: Hatch }> = {
  new: { stroke: { weightMm: 0.6 }, hatch: 'diagonal' },
  existing: { stroke: { weightMm: 0.35 }, hatch: 'pale' },
  demolished: { stroke: { weightMm: 0.25, dash: [1.5, 1] }, hatch: 'none' },
};
const roofEdge: Stroke = { weightMm: 0.18, dash: [1.6, 0.9] };
const ridgeLine: Stroke = { weightMm: 0.18, ink: 'grey', dash: [4, 0.8, 0.6, 0.8] };

/** What stands on the plot: buildings, raised areas, parking. */
export function drawSite(board: Board, view: View, world: World, sheet: Sheet): void {
  for (const area of world.raised) drawRaised(board, view, area);
  drawParking(board, view, world);
  for (const building of [...world.buildings].sort(byState))
    drawBuilding(board, view, building, sheet, world);
}

/** New ones last, on top. */
function byState(a: Building, b: Building): number {
  const rank = { demolished: 0, existing: 1, new: 2 };
  return rank[a.state] - rank[b.state];
}

export function onSheet(view: View, { xM, yM, widthM, depthM }: Rectangle, wider = 0): Point[] {
  return corners({
    left: view.x(xM - wider),
    right: view.x(xM + widthM + wider),
    top: view.y(yM + depthM + wider),
    bottom: view.y(yM - wider),
  });
}

function drawBuilding(board: Board, view: View, building: Building, sheet: Sheet, world: World): void {
  const { footprint, roof, state } = building;
  const { stroke, hatch } = outlines[state];
  board.polygon(onSheet(view, footprint), hatch, stroke);
  if (state !== 'demolished') {
    board.polygon(onSheet(view, footprint, roof.overhangM), 'none', roofEdge);
    drawRidge(board, view, building);
  } else {
    const [a, b, c, d] = onSheet(view, footprint) as [Point, Point, Point, Point];
    board.line(a, c, roofEdge);
    board.line(b, d, roofEdge);
  }
  if (!leavesOut(sheet, 'dimensions') && state !== 'demolished')
    drawOuterChains(board, view, building, world);
  nameBuilding(board, view, building, sheet);
}

function drawRidge(board: Board, view: View, { footprint, roof }: Building): void {
  if (roof.form !== 'saddeltag') return;
  const { xM, yM, widthM, depthM } = footprint;
  const over = roof.overhangM;
  const [from, to] =
    roof.ridge === 'x'
      ? [view.at(xM - over, yM + depthM / 2), view.at(xM + widthM + over, yM + depthM / 2)]
      : [view.at(xM + widthM / 2, yM - over), view.at(xM + widthM / 2, yM + depthM + over)];
  board.line(from, to, ridgeLine);
}

function nameBuilding(board: Board, view: View, building: Building, sheet: Sheet): void {
  const { xM, yM, widthM, depthM } = building.footprint;
  const [x, y] = view.at(xM + widthM / 2, yM + depthM / 2);
  const room = { new: ' (ny)', existing: ' (eks.)', demolished: ' (nedrives)' }[building.state];
  const lines: [string, number, boolean][] = [[`${building.name}${room}`, 2.6, true]];
  lines.push([`${squareMetres(widthM * depthM)} m²`, 2, false]);
  if (!leavesOut(sheet, 'levels') && building.state !== 'demolished') {
    lines.push([`gulv k. ${level(building.floorLevelM)}`, 1.9, false]);
  }
  const pitch = 3.3;
  const top = y - ((lines.length - 1) * pitch) / 2 + 0.9;
  lines.forEach(([text, sizeMm, bold], i) => {
    const base = top + i * pitch;
    const spots: Spot[] = [0, -4, 4, -8, 8].map((shift) => ({ at: [x, base + shift] }));
    board.place({ text, sizeMm, bold, mask: true }, spots, [x, y]);
  });
}

/** Outer dimensions in metres, outside the west and south walls where the plot has room there. */
function drawOuterChains(board: Board, view: View, { footprint, roof }: Building, { plot }: World): void {
  const { xM, yM, widthM, depthM } = footprint;
  const off = view.mm(roof.overhangM) + 3;
  const south = view.mm(yM) > off + 3 || yM > plot.depthM - yM - depthM;
  drawChain(board, {
    along: 'x',
    lineMm: south ? view.y(yM) + off : view.y(yM + depthM) - off,
    stopsMm: [view.x(xM), view.x(xM + widthM)],
    labels: [metres(widthM)],
  });
  const west = view.mm(xM) > off + 3 || xM > plot.widthM - xM - widthM;
  drawChain(board, {
    along: 'y',
    lineMm: west ? view.x(xM) - off : view.x(xM + widthM) + off,
    stopsMm: [view.y(yM + depthM), view.y(yM)],
    labels: [metres(depthM)],
  });
}

function drawRaised(board: Board, view: View, { name, place, heightM, guardrailM }: RaisedArea): void {
  board.polygon(onSheet(view, place), 'boards', { weightMm: 0.25 });
  const [x, y] = view.at(place.xM + place.widthM / 2, place.yM + place.depthM / 2);
  const rail = guardrailM === undefined ? '' : `, værn ${metres(guardrailM)}`;
  const spots = (base: number): Spot[] => [0, -3, 3, 6, -6].map((shift) => ({ at: [x, y + base + shift] }));
  board.place({ text: name, sizeMm: 2, mask: true }, spots(-0.4), [x, y]);
  board.place({ text: `+${metres(heightM)} over terræn${rail}`, sizeMm: 1.7, mask: true }, spots(2.4), [
    x,
    y,
  ]);
}

function drawParking(board: Board, view: View, world: World): void {
  const spaces = placeParking(world);
  spaces.forEach((space, i) => {
    board.polygon(onSheet(view, space), 'white', { weightMm: 0.18 });
    const text = space.accessible ? 'HP' : `P${i + 1}`;
    const sizeMm = Math.min(1.8, view.mm(2.5) * 0.4);
    const [x, y] = view.at(space.xM + space.widthM / 2, space.yM + space.depthM / 2);
    if (sizeMm >= 1)
      board.place({ text, sizeMm }, [{ at: [x, y + sizeMm / 3] }, { at: [x, y - 2] }, { at: [x, y + 3] }]);
  });
}
