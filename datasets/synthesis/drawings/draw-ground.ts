import type { Board, Spot } from './board.ts';
import { beyondNames } from './boundary-distances.ts';
import { drawChain } from './dimension.ts';
import type { Stroke } from './drawing.ts';
import { millimetres } from './format.ts';
import type { Profile } from './profile.ts';
import type { Sheet } from './sheet.ts';
import { leavesOut } from './start-sheet.ts';
import type { View } from './view.ts';

const boundaryStroke: Stroke = { weightMm: 0.35, dash: [5, 1, 0.8, 1] };
const planeStroke: Stroke = { weightMm: 0.25, dash: [2.4, 1] };

/**
 * The terrain line with what lies near: boundaries, the distance to them, and the slanting height limit.
 * @param through whether the line runs on under the building; a section shows what is below instead
 */
export function drawGround(
  board: Board,
  view: View,
  profile: Profile,
  sheet: Sheet,
  chainMm: number,
  through: boolean,
): void {
  const { lengthM, boundary } = profile;
  const [from, to] = [-boundary.left.reachM, lengthM + boundary.right.reachM];
  if (through) drawTerrain(board, view, profile, [from, 0, lengthM, to]);
  else {
    drawTerrain(board, view, profile, [from, 0]);
    drawTerrain(board, view, profile, [lengthM, to]);
  }
  drawEnd(board, view, profile, 'left', sheet, chainMm);
  drawEnd(board, view, profile, 'right', sheet, chainMm);
}

function drawTerrain(board: Board, view: View, { terrainAt }: Profile, stops: readonly number[]): void {
  board.polyline(
    stops.map((along) => view.at(along, terrainAt(along))),
    { weightMm: 0.7 },
  );
  const [from, to] = [stops[0]!, stops.at(-1)!];
  const count = Math.floor(view.mm(to - from) / 3);
  for (let i = 0; i < count; i++) {
    const along = from + ((i + 0.5) * (to - from)) / count;
    const [x, y] = view.at(along, terrainAt(along));
    board.line([x, y + 0.4], [x - 1.2, y + 1.6], { weightMm: 0.13 });
  }
}

function drawEnd(
  board: Board,
  view: View,
  profile: Profile,
  end: 'left' | 'right',
  sheet: Sheet,
  chainMm: number,
): void {
  const { distanceM, beyond, shown } = profile.boundary[end];
  const outwards = end === 'left' ? -1 : 1;
  const wall = end === 'left' ? 0 : profile.lengthM;
  const at = wall + outwards * distanceM;
  if (beyond !== 'road' && !leavesOut(sheet, 'heightPlane')) drawPlane(board, view, profile, end);
  if (!shown) return;
  const ground = profile.terrainAt(at);
  const [x, y] = view.at(at, ground);
  board.line([x, y + 3], [x, view.y(ground + 3)], boundaryStroke);
  const top = view.y(ground + 3) - 1;
  const spots: Spot[] = [0, -3, 3, -6].map((shift) => ({ at: [x, top + shift] }));
  board.place({ text: `skel (${beyondNames[beyond]})`, sizeMm: 1.8 }, spots, [x, top]);
  if (leavesOut(sheet, 'boundaryDistances') || distanceM <= 0) return;
  const stopsMm = [x, view.x(wall)].sort((a, b) => a - b);
  drawChain(board, { along: 'x', lineMm: chainMm, stopsMm, labels: [millimetres(distanceM)] });
}

/** Rises 1.4 m over a metre from the boundary inwards, to a little over the ridge; what lies in the view is drawn. */
function drawPlane(board: Board, view: View, profile: Profile, end: 'left' | 'right'): void {
  const { distanceM, reachM } = profile.boundary[end];
  const outwards = end === 'left' ? -1 : 1;
  const wall = end === 'left' ? 0 : profile.lengthM;
  const ground = profile.terrainAt(wall + outwards * distanceM);
  // Distances from the boundary inwards: where the view begins, and where the line ends.
  const from = Math.max(distanceM - reachM, 0);
  const to = Math.min((profile.ridgeLevelM - ground + 0.6) / 1.4, distanceM + profile.lengthM / 2);
  if (to - from < 0.4) return;
  const point = (inwardsM: number) =>
    view.at(wall + outwards * (distanceM - inwardsM), ground + 1.4 * inwardsM);
  board.line(point(from), point(to), planeStroke);
  const [x, y] = point(to);
  const anchor = end === 'left' ? 'end' : 'start';
  const spots = [0, -3, 3, -6, 6, 9].flatMap((down): Spot[] => [
    { at: [x + outwards * (1.5 + Math.max(down, 0) / 1.2), y + down], anchor },
  ]);
  board.place(
    { text: 'skråt højdegrænseplan 1,4 x a', sizeMm: 1.7 },
    [...spots, { at: [x, y - 1.2] }, { at: [x, y - 4] }],
    [x, y],
  );
}
