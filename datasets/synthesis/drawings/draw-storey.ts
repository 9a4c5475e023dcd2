import type { Building, Opening, Rectangle, Room } from '../world.ts';
import type { Board, Lettering, Spot } from './board.ts';
import { drawFittings } from './draw-fittings.ts';
import { onSheet } from './draw-site.ts';
import type { Point, Stroke } from './drawing.ts';
import { squareMetres } from './format.ts';
import { innerDoors } from './inner-doors.ts';
import type { Sheet } from './sheet.ts';
import { leavesOut } from './start-sheet.ts';
import { textWidthMm } from './text-box.ts';
import type { View } from './view.ts';

/** Wall thicknesses in metres. */
export const outerWallM = 0.35;
export const lightWallM = 0.12;
const innerWallM = 0.1;

const cut: Stroke = { weightMm: 0.5 };
const seen: Stroke = { weightMm: 0.25 };
const fine: Stroke = { weightMm: 0.13 };

/** One storey: walls, rooms, windows and doors. The building's south-west corner is the view's origin. */
export function drawStorey(board: Board, view: View, building: Building, storey: number, sheet: Sheet): void {
  const { footprint, roof } = building;
  const whole: Rectangle = { xM: 0, yM: 0, widthM: footprint.widthM, depthM: footprint.depthM };
  if (roof.overhangM > 0) {
    board.polygon(onSheet(view, whole, roof.overhangM), 'none', {
      weightMm: 0.18,
      ink: 'grey',
      dash: [1.6, 0.9],
    });
  }
  if (isOpen(building)) drawPosts(board, view, whole);
  else drawWalls(board, view, building, whole, storey);
  for (const opening of building.openings) {
    if (opening.storey === storey) drawOpening(board, view, building, opening);
  }
  const rooms = building.rooms.filter((room) => room.storey === storey);
  for (const room of rooms) nameRoom(board, view, room, sheet);
  if (rooms.length === 0) nameRoom(board, view, { name: building.name, storey, place: whole }, sheet);
  if (storey === 0) markSection(board, view, building);
}

/** A carport has a roof on posts. */
export function isOpen({ name, use, openings }: Building): boolean {
  return use === 'outbuilding' && openings.length === 0 && /carport|overdæk/iu.test(name);
}

export function wallOf({ use }: Building): number {
  return use === 'outbuilding' ? lightWallM : outerWallM;
}

function drawPosts(board: Board, view: View, { widthM, depthM }: Rectangle): void {
  board.polygon(onSheet(view, { xM: 0, yM: 0, widthM, depthM }), 'none', { weightMm: 0.25, dash: [3, 1] });
  const columns = Math.max(2, Math.ceil(widthM / 3.2) + 1);
  const rows = Math.max(2, Math.ceil(depthM / 3.2) + 1);
  for (let i = 0; i < columns; i++) {
    for (let k = 0; k < rows; k++) {
      const edge = i === 0 || i === columns - 1 || k === 0 || k === rows - 1;
      if (!edge) continue;
      const [x, y] = [(i * (widthM - 0.12)) / (columns - 1), (k * (depthM - 0.12)) / (rows - 1)];
      board.polygon(onSheet(view, { xM: x, yM: y, widthM: 0.12, depthM: 0.12 }), 'black', fine);
    }
  }
}

/** The cut walls are what is grey between the outer edge and the rooms. */
function drawWalls(board: Board, view: View, building: Building, whole: Rectangle, storey: number): void {
  const inside = shrink(whole, wallOf(building));
  const rooms = building.rooms.filter((room) => room.storey === storey);
  board.polygon(onSheet(view, whole), 'grey', cut);
  if (rooms.length === 0) board.polygon(onSheet(view, inside), 'white', cut);
  for (const { place } of rooms) board.polygon(onSheet(view, roomInside(place, inside)), 'white', seen);
  const doors = innerDoors(rooms, inside);
  for (const door of doors) drawInnerDoor(board, view, door.at, door.along);
  const kept = [
    ...doors.map(({ at: [xM, yM] }) => ({ xM: xM - 0.9, yM: yM - 0.9, widthM: 1.8, depthM: 1.8 })),
    ...building.openings
      .filter((one) => one.kind === 'door' && one.storey === storey)
      .map((one) => doorway(whole, one)),
  ];
  for (const { name, place } of rooms) drawFittings(board, view, name, roomInside(place, inside), kept);
}

/** What an outer door needs: its width, and a metre and a half inwards. */
function doorway({ widthM, depthM }: Rectangle, { side, atM, widthM: door }: Opening): Rectangle {
  const deep = 1.5;
  if (side === 'south') return { xM: atM, yM: 0, widthM: door, depthM: deep };
  if (side === 'north') return { xM: widthM - atM - door, yM: depthM - deep, widthM: door, depthM: deep };
  if (side === 'east') return { xM: widthM - deep, yM: atM, widthM: deep, depthM: door };
  return { xM: 0, yM: depthM - atM - door, widthM: deep, depthM: door };
}

/** Within the outer walls, and half a wall from its neighbours. */
function roomInside(place: Rectangle, inside: Rectangle): Rectangle {
  const half = innerWallM / 2;
  const left = Math.max(place.xM + half, inside.xM);
  const low = Math.max(place.yM + half, inside.yM);
  const right = Math.min(place.xM + place.widthM - half, inside.xM + inside.widthM);
  const high = Math.min(place.yM + place.depthM - half, inside.yM + inside.depthM);
  return { xM: left, yM: low, widthM: Math.max(0, right - left), depthM: Math.max(0, high - low) };
}

function shrink({ xM, yM, widthM, depthM }: Rectangle, byM: number): Rectangle {
  return { xM: xM + byM, yM: yM + byM, widthM: widthM - 2 * byM, depthM: depthM - 2 * byM };
}

/** @param at middle of the door in the wall; @param along the wall's direction */
function drawInnerDoor(
  board: Board,
  view: View,
  [xM, yM]: readonly [number, number],
  along: 'x' | 'y',
): void {
  const half = 0.4;
  const wall = innerWallM / 2 + 0.01;
  const gap =
    along === 'x'
      ? { xM: xM - half, yM: yM - wall, widthM: 2 * half, depthM: 2 * wall }
      : { xM: xM - wall, yM: yM - half, widthM: 2 * wall, depthM: 2 * half };
  board.polygon(onSheet(view, gap), 'white');
  const turn = (u: number, v: number): Point =>
    along === 'x' ? view.at(xM + u, yM + v) : view.at(xM + v, yM + u);
  drawSwing(board, turn, half);
}

/** A leaf standing open and the quarter of a circle that it sweeps; (0, 0) is the middle of the door. */
function drawSwing(board: Board, at: (u: number, v: number) => Point, halfM: number): void {
  const width = 2 * halfM;
  board.line(at(-halfM, 0), at(-halfM, width), seen);
  const arc = Array.from({ length: 9 }, (_, i) => {
    const angle = (i / 8) * (Math.PI / 2);
    return at(-halfM + width * Math.sin(angle), width * Math.cos(angle));
  });
  board.polyline(arc, fine);
}

function drawOpening(
  board: Board,
  view: View,
  building: Building,
  { side, kind, atM, widthM }: Opening,
): void {
  const { widthM: width, depthM: depth } = building.footprint;
  const wall = isOpen(building) ? lightWallM : wallOf(building);
  // u runs along the wall from its left end as seen from outside, v from the outer face inwards.
  const at = (u: number, v: number): Point => {
    if (side === 'south') return view.at(u, v);
    if (side === 'north') return view.at(width - u, depth - v);
    if (side === 'east') return view.at(width - v, u);
    return view.at(v, depth - u);
  };
  const [from, to] = [atM, atM + widthM];
  board.polygon([at(from, -0.01), at(to, -0.01), at(to, wall + 0.01), at(from, wall + 0.01)], 'white');
  board.line(at(from, 0), at(from, wall), cut);
  board.line(at(to, 0), at(to, wall), cut);
  if (kind === 'window') {
    board.line(at(from, 0), at(to, 0), fine);
    board.line(at(from, wall), at(to, wall), fine);
    board.line(at(from, wall * 0.35), at(to, wall * 0.35), seen);
    board.line(at(from, wall * 0.5), at(to, wall * 0.5), seen);
    return;
  }
  board.line(at(from, 0), at(to, 0), fine);
  const middle = (from + to) / 2;
  if (widthM <= 1.3) drawSwing(board, (u, v) => at(middle + u, wall * 0.4 + v), widthM / 2);
  else if (widthM <= 2.4) drawDoubleDoor(board, at, middle, widthM, wall);
  else board.line(at(from, wall * 0.5), at(to, wall * 0.5), { weightMm: 0.25, dash: [1.5, 0.8] });
}

function drawDoubleDoor(
  board: Board,
  at: (u: number, v: number) => Point,
  middleM: number,
  widthM: number,
  wallM: number,
): void {
  const quarter = widthM / 4;
  drawSwing(board, (u, v) => at(middleM - quarter + u, wallM * 0.4 + v), quarter);
  drawSwing(board, (u, v) => at(middleM + quarter - u, wallM * 0.4 + v), quarter);
}

function nameRoom(board: Board, view: View, { name, place, areaM2 }: Room, sheet: Sheet): void {
  const [x, y] = view.at(place.xM + place.widthM / 2, place.yM + place.depthM / 2);
  const room = view.mm(place.widthM) - 3;
  let sizeMm = 2.6;
  while (sizeMm > 1.6 && textWidthMm(name, sizeMm, true) > room) sizeMm -= 0.1;
  const spare = (view.mm(place.widthM) - textWidthMm(name, sizeMm, true)) / 2 - 2;
  const [dx, dy] = [Math.max(0, Math.min(spare, view.mm(place.widthM) / 4)), view.mm(place.depthM) / 4];
  const shifts = [0, -1, 1].flatMap((down) => [0, -1, 1].map((right): Point => [right * dx, down * dy]));
  const written = leavesOut(sheet, 'roomAreas') ? undefined : areaM2;
  const lines: Lettering[] = [{ text: name, sizeMm, bold: true, mask: true }];
  if (written !== undefined) lines.push({ text: `${squareMetres(written)} m²`, sizeMm: 2.1, mask: true });
  board.placeLines(lines, [x, y], shifts);
}

/** Where the section is cut: across the ridge. */
function markSection(board: Board, view: View, { footprint, roof }: Building): void {
  const { widthM, depthM } = footprint;
  const dash: Stroke = { weightMm: 0.35, dash: [5, 1, 1, 1] };
  const at = (share: number, end: 0 | 1): Point =>
    roof.ridge === 'x' ? view.at(widthM * share, end * depthM) : view.at(end * widthM, depthM * share);
  const share = 0.42;
  for (const end of [0, 1] as const) {
    const [x, y] = at(share, end);
    const out = end === 0 ? -1 : 1;
    const [fromX, fromY, toX, toY] =
      roof.ridge === 'x' ? [x, y - out * 2, x, y - out * 6] : [x + out * 2, y, x + out * 6, y];
    board.line([fromX, fromY], [toX, toY], dash);
    const spot: Spot = roof.ridge === 'x' ? { at: [toX + 2.4, toY + 0.8] } : { at: [toX, toY - 1.2] };
    const other: Spot = roof.ridge === 'x' ? { at: [toX - 2.4, toY + 0.8] } : { at: [toX, toY + 3.4] };
    board.place({ text: 'A', sizeMm: 2.6, bold: true }, [spot, other]);
  }
}
