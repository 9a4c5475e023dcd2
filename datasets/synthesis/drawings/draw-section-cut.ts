import type { Building } from '../world.ts';
import type { Board, Spot } from './board.ts';
import { isOpen, wallOf } from './draw-storey.ts';
import type { Hatch, Point, Stroke } from './drawing.ts';
import { band, type ElevationPoint, type Profile, slopeOf } from './profile.ts';
import { storeyHeightM } from './storey-height.ts';
import type { View } from './view.ts';

const cut: Stroke = { weightMm: 0.5 };
const seen: Stroke = { weightMm: 0.25 };

/** Ground slab, foundations, walls, decks, ceiling and roof as they are cut. */
export function drawSectionCut(board: Board, view: View, profile: Profile, building: Building): void {
  const { lengthM } = profile;
  const wall = wallOf(building);
  const shape = (points: readonly ElevationPoint[], hatch: Hatch, stroke: Stroke = cut) =>
    board.polygon(
      points.map(([along, level]): Point => view.at(along, level)),
      hatch,
      stroke,
    );
  const bar = (from: number, to: number, low: number, high: number, hatch: Hatch, stroke = cut) =>
    shape(
      [
        [from, low],
        [from, high],
        [to, high],
        [to, low],
      ],
      hatch,
      stroke,
    );
  const floor = building.floorLevelM;
  const open = isOpen(building);
  const post = open ? 0.12 : wall;
  for (const from of [0, lengthM - post]) {
    const top = topAt(profile, building, from === 0 ? 0 : from + post);
    const foot = Math.min(floor, profile.terrainAt(from)) - 0.1;
    bar(from - 0.05, from + post + 0.05, foot - 0.8, foot, 'diagonal', seen);
    bar(from, from + post, foot, top, open ? 'white' : 'grey');
  }
  if (!open) {
    bar(wall, lengthM - wall, floor - 0.3, floor, 'diagonal');
    drawDecks(building, profile, wall, bar);
  }
  const thick = building.use === 'outbuilding' ? 0.2 : 0.4;
  shape(
    band(roofLine(profile, building), Math.min(thick, (building.ridgeM + building.eavesM) / 4)),
    'diagonal',
  );
  nameRooms(board, view, profile, building);
  writeSlope(board, view, profile, building);
}

type Bar = (from: number, to: number, low: number, high: number, hatch: Hatch, stroke?: Stroke) => void;

/** Decks between storeys, and the ceiling under a sloping roof; none reaches through the roof. */
function drawDecks(building: Building, profile: Profile, wall: number, bar: Bar): void {
  const step = storeyHeightM(building);
  const { lengthM } = profile;
  for (let storey = 1; storey < building.storeys; storey++) {
    const top = building.floorLevelM + storey * step;
    if (top < profile.ridgeLevelM - 0.8) bar(wall, lengthM - wall, top - 0.3, top, 'diagonal', seen);
  }
  if (building.roof.form !== 'saddeltag') return;
  const under = profile.eavesLevelM - 0.3;
  const highestFloor = building.floorLevelM + (building.storeys - 1) * step;
  if (under - highestFloor >= 2) bar(wall, lengthM - wall, under, under + 0.25, 'pale', seen);
}

/** The roof's upper line from left to right. */
function roofLine(profile: Profile, { roof, eavesM, ridgeM }: Building): ElevationPoint[] {
  const { lengthM, baseM } = profile;
  const over = roof.overhangM;
  const ridge = baseM + ridgeM;
  const eaves = baseM + eavesM;
  if (roof.form === 'fladt')
    return [
      [-over, ridge],
      [lengthM + over, ridge],
    ];
  const slope = roof.form === 'saddeltag' ? (ridgeM - eavesM) / (lengthM / 2) : (ridgeM - eavesM) / lengthM;
  if (roof.form === 'ensidigt')
    return [
      [-over, eaves - over * slope],
      [lengthM, ridge],
    ];
  return [
    [-over, eaves - over * slope],
    [lengthM / 2, ridge],
    [lengthM + over, eaves - over * slope],
  ];
}

/** The level of the roof over a place in the section. */
function topAt({ lengthM, baseM, ridgeLevelM }: Profile, building: Building, alongM: number): number {
  if (building.roof.form === 'fladt') return ridgeLevelM - 0.05;
  const fromLow =
    building.roof.form === 'ensidigt' ? Math.max(0, alongM - 0.3) : Math.min(alongM, lengthM - alongM);
  return baseM + building.eavesM + fromLow * slopeOf(building) - 0.1;
}

function nameRooms(board: Board, view: View, { lengthM }: Profile, building: Building): void {
  const step = storeyHeightM(building);
  const cutAlongX = building.roof.ridge === 'x';
  const at = 0.42 * (cutAlongX ? building.footprint.widthM : building.footprint.depthM);
  for (const { name, place, storey } of building.rooms) {
    const [from, size] = cutAlongX ? [place.xM, place.widthM] : [place.yM, place.depthM];
    if (at < from || at > from + size) continue;
    const [start, length] = cutAlongX ? [place.yM, place.depthM] : [place.xM, place.widthM];
    const middle = Math.min(Math.max(start + length / 2, 0), lengthM);
    const base = building.floorLevelM + storey * step + 1.1;
    const spots: Spot[] = [0, 0.7, -0.5].map((off) => ({ at: view.at(middle, base + off) }));
    board.place({ text: name, sizeMm: 2, mask: true }, spots);
    const wall = start;
    if (wall < 0.5 || wall > lengthM - 0.5) continue;
    const low = building.floorLevelM + storey * step;
    const high = low + Math.max(2.2, step - 0.45);
    for (const edge of [wall - 0.05, wall + 0.05]) board.line(view.at(edge, low), view.at(edge, high), seen);
  }
}

function writeSlope(board: Board, view: View, { lengthM, ridgeLevelM }: Profile, building: Building): void {
  if (building.roof.form === 'fladt') return;
  const slope = slopeOf(building);
  const along = building.roof.form === 'saddeltag' ? lengthM * 0.75 : lengthM * 0.5;
  const level = ridgeLevelM - slope * (building.roof.form === 'saddeltag' ? lengthM * 0.25 : lengthM * 0.5);
  const [x, y] = view.at(along, level);
  const text = `${String(building.roof.pitchDegrees).replace('.', ',')}°`;
  board.place(
    { text, sizeMm: 2.4 },
    [
      { at: [x + 3, y - 2], anchor: 'start' },
      { at: [x + 5, y - 4], anchor: 'start' },
      { at: [x, y - 5] },
      { at: [x - 6, y - 4] },
    ],
    [x, y],
  );
}
