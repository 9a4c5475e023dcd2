import type { Building, Side, World } from '../world.ts';
import type { Board, Spot } from './board.ts';
import { sideNames } from './boundary-distances.ts';
import { drawFacade } from './draw-facade.ts';
import { drawGround } from './draw-ground.ts';
import type { Drawing } from './drawing.ts';
import { metres, millimetres } from './format.ts';
import { drawHeightMarks } from './height-marks.ts';
import type { InfoList } from './info-lists.ts';
import { choosePaper, type Paper } from './paper.ts';
import { type Profile, profileOf } from './profile.ts';
import type { Sheet } from './sheet.ts';
import { finishSheet, leavesOut, startSheet } from './start-sheet.ts';
import type { Box } from './text-box.ts';
import { createView, type View } from './view.ts';

const order: readonly Side[] = ['south', 'east', 'north', 'west'];
/** Around each facade, in millimetres. */
const around = { left: 18, right: 26, above: 12, below: 19 };

/**
 * The facades of a building, with heights, terrain, materials and the slanting height limit.
 * @param sides those that are shown; fewer than four make an incomplete sheet
 */
export function drawFacades(
  world: World,
  building: Building,
  sheet: Sheet,
  sides: readonly Side[] = order,
): Drawing {
  const { profiles, paper } = choose(world, building, sheet);
  const columns = columnsOf(profiles);
  const subject = `Facader, ${building.name}`;
  const board = startSheet(paper, sheet, subject, listsOf(building, sheet));
  const { left, top, right, bottom } = paper.drawingArea;
  const mm = (lengthM: number) => (lengthM * 1000) / paper.scale;
  const spare = (right - left - mm(columns[0] + columns[1]) - 2 * (around.left + around.right)) / 2;
  const split = left + spare + mm(columns[0]) + around.left + around.right;
  const middle = (top + bottom) / 2;
  profiles.forEach((profile, i) => {
    if (!sides.includes(profile.side)) return;
    const cell: Box = {
      left: i % 2 === 0 ? left : split,
      right: i % 2 === 0 ? split : right,
      top: i < 2 ? top : middle,
      bottom: i < 2 ? middle : bottom,
    };
    drawOne(board, viewIn(cell, profile, paper.scale), profile, building, sheet);
  });
  return finishSheet(board, paper, sheet, subject);
}

/** The largest scale that fits, and then as many boundaries as fit with it: those within 9 m or only nearer ones. */
function choose(world: World, building: Building, sheet: Sheet): { profiles: Profile[]; paper: Paper } {
  const tries = [9, 7, 4.5, 2.6].map((nearM) => {
    const profiles = order.map((side) => profileOf(world, building, side, nearM));
    const [first, second] = columnsOf(profiles);
    const paper = choosePaper({
      widthM: first + second,
      heightM: 2 * Math.max(...profiles.map(({ heightM }) => heightM)),
      aroundMm: [2 * (around.left + around.right), 2 * (around.above + around.below)],
      scales: [50, 100, 200, 250, 500],
      format: sheet.format,
    });
    return { profiles, paper };
  });
  const scale = Math.min(...tries.map(({ paper }) => paper.scale));
  return tries.find(({ paper }) => paper.scale === scale)!;
}

function columnsOf(profiles: readonly Profile[]): [number, number] {
  const widest = (column: number) =>
    Math.max(...profiles.filter((_, i) => i % 2 === column).map(({ widthM }) => widthM));
  return [widest(0), widest(1)];
}

/** The profile in the middle of its cell, its levels as they are. */
function viewIn(cell: Box, profile: Profile, scale: number): View {
  const mm = (lengthM: number) => (lengthM * 1000) / scale;
  const width = mm(profile.widthM) + around.left + around.right;
  const height = mm(profile.heightM) + around.above + around.below;
  const x = cell.left + (cell.right - cell.left - width) / 2 + around.left + mm(profile.boundary.left.reachM);
  const low = cell.bottom - (cell.bottom - cell.top - height) / 2 - around.below;
  return createView([x, low + mm(profile.lowestM)], scale);
}

function drawOne(board: Board, view: View, profile: Profile, building: Building, sheet: Sheet): void {
  const { lengthM, boundary, baseM, eavesLevelM, ridgeLevelM } = profile;
  const ground = view.y(profile.lowestM);
  drawGround(board, view, profile, sheet, ground + 6, true);
  drawFacade(board, view, profile, building);
  const marks = [
    { name: 'terræn', levelM: baseM },
    { name: 'tagfod', levelM: eavesLevelM },
    { name: building.roof.form === 'saddeltag' ? 'kip' : 'overkant tag', levelM: ridgeLevelM },
  ];
  const place = {
    leftMm: view.x(-boundary.left.reachM) - 5,
    rightMm: view.x(lengthM + boundary.right.reachM) + 3,
    wallLeftMm: view.x(-boundary.left.reachM),
    wallRightMm: view.x(lengthM + boundary.right.reachM),
  };
  drawHeightMarks(board, view, marks, place, sheet);
  const spots: Spot[] = [13, 16, 10].map((off) => ({ at: [view.x(lengthM / 2), ground + off] }));
  board.place({ text: `Facade mod ${sideNames[profile.side]}`, sizeMm: 3, bold: true }, spots);
}

function listsOf(building: Building, sheet: Sheet): InfoList[] {
  const { openings, eavesM, ridgeM, roof, wallMaterial } = building;
  const lists: InfoList[] = [
    { heading: 'Materialer', lines: [`Ydervægge: ${wallMaterial}`, `Tag: ${roof.material}`] },
  ];
  if (leavesOut(sheet, 'dimensions')) return lists;
  const slope = roof.form === 'fladt' ? [] : [`Taghældning ${String(roof.pitchDegrees).replace('.', ',')}°`];
  lists.push({
    heading: 'Højder over terræn (m)',
    lines: [`Tagfod ${metres(eavesM)}`, `Højeste punkt ${metres(ridgeM)}`, ...slope],
  });
  const rows = new Map<string, string[]>();
  for (const { side, kind, widthM, heightM, sillM } of openings) {
    const size = `${kind === 'window' ? 'vindue' : 'dør'} ${millimetres(widthM)}x${millimetres(heightM)}`;
    const text = kind === 'window' ? `${size}, brystning ${millimetres(sillM)}` : size;
    rows.set(text, [...(rows.get(text) ?? []), sideNames[side]]);
  }
  const lines = [...rows].map(([text, at]) => `${at.length} stk. ${text} (${[...new Set(at)].join(', ')})`);
  lists.push({ heading: 'Vinduer og døre (mm)', lines });
  return lists;
}
