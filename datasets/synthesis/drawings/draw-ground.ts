import type { Board, Spot } from './board.ts';
import { beyondNames } from './boundary-distances.ts';
import { drawChain } from './dimension.ts';
import type { Point, Stroke } from './drawing.ts';
import { millimetres } from './format.ts';
import type { BoundaryEnd, Profile } from './profile.ts';
import type { Sheet } from './sheet.ts';
import { leavesOut } from './start-sheet.ts';
import type { View } from './view.ts';

/** How far from a building its boundary is still shown, in metres. */
const nearM = 7;
/** How far the terrain goes on where no boundary is shown. */
const asideM = 2;

const boundaryStroke: Stroke = { weightMm: 0.35, dash: [5, 1, 0.8, 1] };
const planeStroke: Stroke = { weightMm: 0.25, dash: [2.4, 1] };

/** How far the ground is drawn beyond a wall's end, in metres. */
export function reachM({ distanceM }: BoundaryEnd): number {
  return isShown({ distanceM }) ? Math.max(distanceM, 0) + 1 : asideM;
}

function isShown({ distanceM }: Pick<BoundaryEnd, 'distanceM'>): boolean {
  return distanceM <= nearM;
}

/** The terrain line with what lies near: boundaries, the distance to them, and the slanting height limit. */
export function drawGround(board: Board, view: View, profile: Profile, sheet: Sheet, chainMm: number): void {
  const { lengthM, boundary, terrainAt } = profile;
  const [from, to] = [-reachM(boundary.left), lengthM + reachM(boundary.right)];
  const line = [from, 0, lengthM, to].map((along): Point => view.at(along, terrainAt(along)));
  board.polyline(line, { weightMm: 0.7 });
  const ticks = Math.floor((line.at(-1)![0] - line[0]![0]) / 3);
  for (let i = 0; i < ticks; i++) {
    const x = line[0]![0] + 1.5 + i * 3;
    const along = from + ((x - line[0]![0]) / (line.at(-1)![0] - line[0]![0])) * (to - from);
    const y = view.y(terrainAt(along));
    board.line([x, y + 0.4], [x - 1.2, y + 1.6], { weightMm: 0.13 });
  }
  drawEnd(board, view, profile, 'left', sheet, chainMm);
  drawEnd(board, view, profile, 'right', sheet, chainMm);
}

function drawEnd(
  board: Board,
  view: View,
  profile: Profile,
  end: 'left' | 'right',
  sheet: Sheet,
  chainMm: number,
): void {
  const { distanceM, beyond } = profile.boundary[end];
  if (!isShown({ distanceM })) return;
  const outwards = end === 'left' ? -1 : 1;
  const wall = end === 'left' ? 0 : profile.lengthM;
  const at = wall + outwards * distanceM;
  const ground = profile.terrainAt(at);
  const [x, y] = view.at(at, ground);
  board.line([x, y + 3], [x, view.y(ground + 3)], boundaryStroke);
  const top = view.y(ground + 3) - 1;
  const spots: Spot[] = [0, -3, 3, -6].map((shift) => ({ at: [x, top + shift] }));
  board.place({ text: `skel (${beyondNames[beyond]})`, sizeMm: 1.8 }, spots, [x, top]);
  if (!leavesOut(sheet, 'boundaryDistances') && distanceM > 0) {
    const stopsMm = [x, view.x(wall)].sort((a, b) => a - b);
    drawChain(board, { along: 'x', lineMm: chainMm, stopsMm, labels: [millimetres(distanceM)] });
  }
  if (beyond !== 'road' && !leavesOut(sheet, 'heightPlane')) drawPlane(board, view, profile, at, -outwards);
}

/** Rises 1.4 m over a metre from the boundary inwards, to a little over the ridge. */
function drawPlane(board: Board, view: View, profile: Profile, boundaryAt: number, inwards: number): void {
  const ground = profile.terrainAt(boundaryAt);
  const riseM = Math.max(Math.min(profile.ridgeLevelM - ground + 0.6, 1.4 * (profile.lengthM / 2 + 5)), 1);
  const end = boundaryAt + (inwards * riseM) / 1.4;
  board.line(view.at(boundaryAt, ground), view.at(end, ground + riseM), planeStroke);
  const [x, y] = view.at(end, ground + riseM);
  const anchor = inwards === 1 ? 'end' : 'start';
  board.place(
    { text: 'skråt højdegrænseplan 1,4 x a', sizeMm: 1.7 },
    [
      { at: [x - inwards * 1.5, y], anchor },
      { at: [x, y - 1.2] },
      { at: [x - inwards * 1.5, y - 3], anchor },
      { at: [x - inwards * 3, y + 3], anchor },
      { at: [x, y - 4] },
    ],
    [x, y],
  );
}
