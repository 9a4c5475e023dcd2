import type { Building, RaisedArea, Rectangle, World } from '../world.ts';
import type { Board, Lettering } from './board.ts';
import { drawChain } from './dimension.ts';
import type { Hatch, Point, Stroke } from './drawing.ts';
import { level, metres, squareMetres } from './format.ts';
import { placeParking } from './place-parking.ts';
import type { Sheet } from './sheet.ts';
import { leavesOut } from './start-sheet.ts';
import { corners, textWidthMm } from './text-box.ts';
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
  const lines: Lettering[] = [
    { text: `${building.name}${room}`, sizeMm: 2.6, bold: true, mask: true },
    { text: `${squareMetres(widthM * depthM)} m²`, sizeMm: 2, mask: true },
  ];
  if (!leavesOut(sheet, 'levels') && building.state !== 'demolished') {
    lines.push({ text: `gulv k. ${level(building.floorLevelM)}`, sizeMm: 1.9, mask: true });
  }
  const spare = (view.mm(widthM) - textWidthMm(lines[0]!.text, 2.6, true)) / 2 - 1.5;
  const [dx, dy] = [Math.max(0, Math.min(spare, view.mm(widthM) / 4)), view.mm(depthM) / 4];
  const inside = [0, -1, 1].flatMap((down) => [0, -1, 1].map((right): Point => [right * dx, down * dy]));
  const [aside, off] = [view.mm(widthM) / 2 + 14, view.mm(depthM) / 2 + 8];
  board.placeLines(lines, [x, y], [...inside, [aside, 0], [-aside, 0], [0, off], [0, -off]]);
}

/** Outer dimensions in metres: outside the west and south walls, or where the plot has room and no other chain runs. */
function drawOuterChains(board: Board, view: View, { footprint, roof }: Building, { plot }: World): void {
  const { xM, yM, widthM, depthM } = footprint;
  const off = Math.min(view.mm(roof.overhangM), 6) + 3;
  const [left, right, low, high] = [view.x(xM), view.x(xM + widthM), view.y(yM), view.y(yM + depthM)];
  const southFirst = view.mm(yM) > off + 3 || yM > plot.depthM - yM - depthM;
  const level = [0, 3.4, 6.8].map((more) => [low + off + more, high - off - more]);
  const lineY = (southFirst ? level : level.map((pair) => [...pair].reverse()))
    .flat()
    .find((y) => !board.runsBeside([left, y], [right, y]));
  drawChain(board, {
    along: 'x',
    lineMm: lineY ?? low + off,
    stopsMm: [left, right],
    labels: [metres(widthM)],
  });
  const westFirst = view.mm(xM) > off + 3 || xM > plot.widthM - xM - widthM;
  const upright = [0, 3.4, 6.8].map((more) => [left - off - more, right + off + more]);
  const lineX = (westFirst ? upright : upright.map((pair) => [...pair].reverse()))
    .flat()
    .find((x) => !board.runsBeside([x, high], [x, low]));
  drawChain(board, {
    along: 'y',
    lineMm: lineX ?? left - off,
    stopsMm: [high, low],
    labels: [metres(depthM)],
  });
}

function drawRaised(board: Board, view: View, { name, place, heightM, guardrailM }: RaisedArea): void {
  board.polygon(onSheet(view, place), 'boards', { weightMm: 0.25 });
  const [x, y] = view.at(place.xM + place.widthM / 2, place.yM + place.depthM / 2);
  const rail = guardrailM === undefined ? '' : `, værn ${metres(guardrailM)}`;
  const lines: Lettering[] = [
    { text: name, sizeMm: 2, mask: true },
    { text: `+${metres(heightM)} over terræn${rail}`, sizeMm: 1.7, mask: true },
  ];
  const spare = (view.mm(place.widthM) - textWidthMm(lines[1]!.text, 1.7)) / 2 - 1;
  const dx = Math.max(0, spare);
  // On the area itself if there is any room, else below or above it.
  const off = view.mm(place.depthM) / 2 + 4;
  const within = [0, -dx, dx].map((right): Point => [right, 0]);
  board.placeLines(lines, [x, y], view.mm(place.depthM) > 7 ? within : [[0, off], [0, -off], ...within]);
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
