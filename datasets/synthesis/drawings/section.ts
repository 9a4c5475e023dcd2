import type { Building, World } from '../world.ts';
import type { Board, Spot } from './board.ts';
import { drawChain } from './dimension.ts';
import { drawGround } from './draw-ground.ts';
import { drawSectionCut } from './draw-section-cut.ts';
import type { Drawing } from './drawing.ts';
import { level, metres, millimetres } from './format.ts';
import { drawHeightMarks, type HeightMark } from './height-marks.ts';
import type { InfoList } from './info-lists.ts';
import { choosePaper } from './paper.ts';
import { type Profile, profileOf, slopeSide } from './profile.ts';
import type { Sheet } from './sheet.ts';
import { finishSheet, leavesOut, startSheet } from './start-sheet.ts';
import { storeyHeightM } from './storey-height.ts';
import { createView, type View } from './view.ts';

/** Around the section, in millimetres. */
const around = { left: 26, right: 44, above: 16, below: 30 };
/** Under the terrain: foundations, in metres. */
const belowM = 1;

/** A building cut across its ridge: storeys, floors, roof and slope, heights over terrain and levels. */
export function drawSection(world: World, building: Building, sheet: Sheet): Drawing {
  const profile = profileOf(world, building, slopeSide(building), 9);
  const { widthM, boundary } = profile;
  const low = profile.lowestM - belowM;
  const heightM = profile.heightM + belowM;
  const paper = choosePaper({
    widthM,
    heightM,
    aroundMm: [around.left + around.right, around.above + around.below],
    scales: [50, 100, 200, 500],
    format: sheet.format,
  });
  const subject = `Snit A-A, ${building.name}`;
  const board = startSheet(paper, sheet, subject, listsOf(profile, building, sheet));
  const { left, right, top, bottom } = paper.drawingArea;
  const mm = (length: number) => (length * 1000) / paper.scale;
  const x =
    left +
    (right - left - mm(widthM) - around.left - around.right) / 2 +
    around.left +
    mm(boundary.left.reachM);
  const y = bottom - (bottom - top - mm(heightM) - around.above - around.below) / 2 - around.below;
  const view = createView([x, y + mm(low)], paper.scale);
  drawSectionCut(board, view, profile, building);
  drawGround(board, view, profile, sheet, view.y(low) + 6, false);
  drawMeasures(board, view, profile, building, sheet);
  nameSection(board, view, profile, view.y(low) + 14);
  return finishSheet(board, paper, sheet, subject);
}

function nameSection(board: Board, view: View, { lengthM }: Profile, yMm: number): void {
  const spots: Spot[] = [0, 4, -3].map((off) => ({ at: [view.x(lengthM / 2), yMm + off] }));
  board.place({ text: 'Snit A-A', sizeMm: 3.2, bold: true }, spots);
}

function drawMeasures(board: Board, view: View, profile: Profile, building: Building, sheet: Sheet): void {
  const { lengthM, boundary, baseM, eavesLevelM, ridgeLevelM } = profile;
  const upper = Array.from(
    { length: building.storeys - 1 },
    (_, i): HeightMark => ({
      name: `gulv ${i + 1}. sal`,
      levelM: building.floorLevelM + (i + 1) * storeyHeightM(building),
    }),
  );
  const marks = [
    { name: 'terræn', levelM: baseM },
    { name: building.storeys > 1 ? 'gulv stue' : 'gulv', levelM: building.floorLevelM },
    ...upper,
    { name: 'tagfod', levelM: eavesLevelM },
    { name: building.roof.form === 'saddeltag' ? 'kip' : 'overkant tag', levelM: ridgeLevelM },
  ].sort((a, b) => a.levelM - b.levelM);
  const wallLeftMm = view.x(-boundary.left.reachM);
  const wallRightMm = view.x(lengthM + boundary.right.reachM);
  const place = { leftMm: wallLeftMm - 6, rightMm: wallRightMm + 4, wallLeftMm, wallRightMm };
  drawHeightMarks(board, view, marks, place, sheet);
  if (leavesOut(sheet, 'dimensions')) return;
  drawChain(board, {
    along: 'x',
    lineMm: view.y(profile.lowestM - belowM) + 6,
    stopsMm: [view.x(0), view.x(lengthM)],
    labels: [millimetres(lengthM)],
  });
}

function listsOf(profile: Profile, building: Building, sheet: Sheet): InfoList[] {
  const { eavesM, ridgeM, roof, storeys, floorLevelM } = building;
  const lists: InfoList[] = [];
  if (!leavesOut(sheet, 'dimensions')) {
    const slope =
      roof.form === 'fladt' ? [] : [`Taghældning ${String(roof.pitchDegrees).replace('.', ',')}°`];
    lists.push({
      heading: 'Højder over terræn (m)',
      lines: [`Tagfod ${metres(eavesM)}`, `Højeste punkt ${metres(ridgeM)}`, ...slope, `Etager ${storeys}`],
    });
  }
  if (!leavesOut(sheet, 'levels')) {
    const lines = [`Gulv k. ${level(floorLevelM)}`, `Terræn k. ${level(profile.baseM)}`];
    lists.push({ heading: 'Koter i m, DVR90', lines });
  }
  const notes = [`Tag: ${roof.material}`, `Ydervæg: ${building.wallMaterial}`];
  if (!leavesOut(sheet, 'dimensions')) notes.push('Alle mål i mm');
  lists.push({ heading: 'Noter', lines: notes });
  return lists;
}
