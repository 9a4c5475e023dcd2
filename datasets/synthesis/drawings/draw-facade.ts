import type { Building, Opening } from '../world.ts';
import type { Board, Spot } from './board.ts';
import { isOpen } from './draw-storey.ts';
import type { Point, Stroke } from './drawing.ts';
import type { ElevationPoint, Profile } from './profile.ts';
import { storeyHeightM } from './storey-height.ts';
import type { View } from './view.ts';

const outline: Stroke = { weightMm: 0.5 };
const seen: Stroke = { weightMm: 0.25 };
const fine: Stroke = { weightMm: 0.13 };

/** Walls, roof, openings and what they are made of. */
export function drawFacade(board: Board, view: View, profile: Profile, building: Building): void {
  const points = (path: readonly ElevationPoint[]): Point[] =>
    path.map(([along, level]) => view.at(along, level));
  if (isOpen(building)) drawPosts(board, view, profile);
  else board.polygon(points(profile.wall), 'white', outline);
  board.polygon(points(profile.roof), 'pale', outline);
  for (const opening of building.openings) {
    if (opening.side === profile.side) drawOpening(board, view, opening, building);
  }
  nameMaterials(board, view, profile, building);
}

function drawPosts(board: Board, view: View, { lengthM, terrainAt, wall }: Profile): void {
  const [, , left, right] = wall as [ElevationPoint, ElevationPoint, ElevationPoint, ElevationPoint];
  const count = Math.max(2, Math.ceil(lengthM / 3.2) + 1);
  for (let i = 0; i < count; i++) {
    const along = (i * (lengthM - 0.12)) / (count - 1);
    const ground = terrainAt(along);
    const top = left[1] + (along / lengthM) * (right[1] - left[1]);
    board.polygon(
      [
        view.at(along, ground),
        view.at(along, top),
        view.at(along + 0.12, top),
        view.at(along + 0.12, ground),
      ],
      'white',
      seen,
    );
  }
}

function drawOpening(board: Board, view: View, opening: Opening, building: Building): void {
  const { storey, kind, atM, widthM, heightM, sillM } = opening;
  const low = building.floorLevelM + storey * storeyHeightM(building) + sillM;
  const frame = (inM: number): Point[] => [
    view.at(atM + inM, low + inM),
    view.at(atM + inM, low + heightM - inM),
    view.at(atM + widthM - inM, low + heightM - inM),
    view.at(atM + widthM - inM, low + inM),
  ];
  board.polygon(frame(0), 'white', seen);
  board.polygon(frame(0.07), kind === 'window' ? 'pale' : 'white', fine);
  const leaves = Math.max(1, Math.round(widthM / (kind === 'window' ? 0.9 : 1.1)));
  for (let i = 1; i < leaves; i++) {
    const along = atM + (i * widthM) / leaves;
    board.line(view.at(along, low + 0.07), view.at(along, low + heightM - 0.07), fine);
  }
}

function nameMaterials(
  board: Board,
  view: View,
  { lengthM, terrainAt, eavesLevelM, ridgeLevelM, roof }: Profile,
  building: Building,
): void {
  const ground = terrainAt(lengthM / 2);
  const across = [0.5, 0.2, 0.8, 0.35, 0.65];
  const spots = (levels: readonly number[]): Spot[] =>
    levels.flatMap((level) => across.map((share): Spot => ({ at: view.at(lengthM * share, level) })));
  const wall = eavesLevelM - ground;
  if (!isOpen(building)) {
    board.place(
      { text: building.wallMaterial, sizeMm: 1.8, mask: true },
      spots([ground + 0.12 * wall, ground + 0.9 * wall, ground + 0.5 * wall]),
    );
  }
  // On a gable, what is above the eaves is wall.
  if (ridgeLevelM - eavesLevelM > 0.8 && isBroad(roof)) {
    const rise = ridgeLevelM - eavesLevelM;
    board.place(
      { text: building.roof.material, sizeMm: 1.8, mask: true },
      spots([eavesLevelM + 0.45 * rise, eavesLevelM + 0.2 * rise]),
    );
  }
}

/** Whether the roof is seen as a surface, not as an edge. */
function isBroad(roof: readonly ElevationPoint[]): boolean {
  return roof.length === 4 && roof[0]![0] === roof[1]![0];
}
