import type { Rectangle } from '../world.ts';
import type { Board } from './board.ts';
import { onSheet } from './draw-site.ts';
import type { Stroke } from './drawing.ts';
import type { View } from './view.ts';

const thin: Stroke = { weightMm: 0.18, ink: 'grey' };

/**
 * Fixed fittings, told from a room's name: a worktop in a kitchen, basin and WC in a bathroom. They say nothing but what
 * the name says, and are left out where the room has no wall for them.
 * @param room within its walls
 * @param doors where doors stand or swing
 */
export function drawFittings(
  board: Board,
  view: View,
  name: string,
  room: Rectangle,
  doors: readonly Rectangle[],
): void {
  const kitchen = /køkken/iu.test(name);
  if (!kitchen && !/bad|toilet|wc/iu.test(name)) return;
  const strip = freeStrip(room, kitchen ? 3 : 1.3, 0.6, doors);
  if (strip === undefined) return;
  if (kitchen) drawKitchen(board, view, strip);
  else drawBathroom(board, view, strip);
}

/** A place along a wall that no door needs, from the corners inwards. */
function freeStrip(
  { xM, yM, widthM, depthM }: Rectangle,
  longM: number,
  deepM: number,
  doors: readonly Rectangle[],
): Rectangle | undefined {
  const [right, top] = [xM + widthM, yM + depthM];
  const upright = [xM, right - deepM].flatMap((x) =>
    [top - longM, yM].map((y) => ({ xM: x, yM: y, widthM: deepM, depthM: longM })),
  );
  const level = [top - deepM, yM].flatMap((y) =>
    [right - longM, xM].map((x) => ({ xM: x, yM: y, widthM: longM, depthM: deepM })),
  );
  const places = [
    ...(depthM >= longM + 0.2 && widthM >= 1.8 ? upright.reverse() : []),
    ...(widthM >= longM + 0.2 && depthM >= 1.8 ? level : []),
  ];
  return places.find((place) => !doors.some((door) => meet(place, door)));
}

function meet(a: Rectangle, b: Rectangle): boolean {
  return a.xM < b.xM + b.widthM && b.xM < a.xM + a.widthM && a.yM < b.yM + b.depthM && b.yM < a.yM + a.depthM;
}

/** A part of a strip: from `fromM` along it, `longM` long, `inM` from its sides. */
function part({ xM, yM, widthM, depthM }: Rectangle, fromM: number, longM: number, inM: number): Rectangle {
  return widthM > depthM
    ? { xM: xM + fromM, yM: yM + inM, widthM: longM, depthM: depthM - 2 * inM }
    : { xM: xM + inM, yM: yM + fromM, widthM: widthM - 2 * inM, depthM: longM };
}

function drawKitchen(board: Board, view: View, strip: Rectangle): void {
  board.polygon(onSheet(view, strip), 'none', thin);
  board.polygon(onSheet(view, part(strip, 0.3, 0.5, 0.1)), 'none', thin);
  const hob = part(strip, 2, 0.6, 0.05);
  board.polygon(onSheet(view, hob), 'none', thin);
  for (const across of [0.28, 0.72]) {
    for (const along of [0.28, 0.72]) {
      const centre = view.at(hob.xM + across * hob.widthM, hob.yM + along * hob.depthM);
      board.circle(centre, view.mm(0.08), 'none', thin);
    }
  }
}

function drawBathroom(board: Board, view: View, strip: Rectangle): void {
  const basin = part(strip, 0.05, 0.55, 0.05);
  board.polygon(onSheet(view, basin), 'none', thin);
  board.circle(
    view.at(basin.xM + basin.widthM / 2, basin.yM + basin.depthM / 2),
    view.mm(0.15),
    'none',
    thin,
  );
  const bowl = part(strip, 0.8, 0.4, 0.1);
  board.polygon(onSheet(view, part(strip, 0.8, 0.4, 0)), 'none', thin);
  board.circle(view.at(bowl.xM + bowl.widthM / 2, bowl.yM + bowl.depthM / 2), view.mm(0.17), 'none', thin);
}
