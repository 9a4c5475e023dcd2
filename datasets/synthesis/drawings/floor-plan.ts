import type { Building, World } from '../world.ts';
import type { Board } from './board.ts';
import { drawStorey } from './draw-storey.ts';
import type { Drawing } from './drawing.ts';
import { squareMetres } from './format.ts';
import type { InfoList } from './info-lists.ts';
import { drawNorthArrow } from './north-arrow.ts';
import { choosePaper } from './paper.ts';
import { drawPlanChains } from './plan-chains.ts';
import type { Sheet } from './sheet.ts';
import { finishSheet, leavesOut, startSheet } from './start-sheet.ts';
import type { Box } from './text-box.ts';
import { createView, type View } from './view.ts';

/** Around each storey, for the chains: left and right, above and below, in millimetres. */
const around = { left: 22, right: 18, above: 20, below: 26 };

/** Every storey of a building from above, cut a metre over the floor: rooms, openings, chains in millimetres. */
export function drawFloorPlan(
  world: World,
  building: Building,
  sheet: Sheet,
  state: 'existing' | 'new',
): Drawing {
  const { footprint, storeys } = building;
  const { widthM, depthM } = footprint;
  const stacked = widthM > depthM;
  const [across, down] = stacked ? [1, storeys] : [storeys, 1];
  const paper = choosePaper({
    widthM: widthM * across,
    heightM: depthM * down,
    aroundMm: [(around.left + around.right) * across + 8, (around.above + around.below) * down + 4],
    scales: [50, 100, 200, 500],
    format: sheet.format,
  });
  const subject = `Plantegning ${state === 'new' ? 'nye' : 'eksisterende'} forhold, ${building.name}`;
  const board = startSheet(paper, sheet, subject, listsOf(building, sheet));
  for (let storey = 0; storey < storeys; storey++) {
    const cell = cellOf(paper.drawingArea, across, down, storey);
    const view = viewIn(cell, widthM, depthM, paper.scale);
    drawStorey(board, view, building, storey, sheet);
    if (!leavesOut(sheet, 'dimensions')) drawPlanChains(board, view, building, storey);
    nameStorey(board, view, building, storey);
  }
  if (!leavesOut(sheet, 'northArrow')) drawNorthArrow(board, paper.drawingArea, world.northDegrees);
  return finishSheet(board, paper, sheet, subject);
}

function cellOf({ left, top, right, bottom }: Box, across: number, down: number, storey: number): Box {
  const [column, row] = across > 1 ? [storey, 0] : [0, storey];
  const [width, height] = [(right - left) / across, (bottom - top) / down];
  return {
    left: left + column * width,
    right: left + (column + 1) * width,
    top: top + row * height,
    bottom: top + (row + 1) * height,
  };
}

function viewIn(cell: Box, widthM: number, depthM: number, scale: number): View {
  const mm = (lengthM: number) => (lengthM * 1000) / scale;
  const spareX = cell.right - cell.left - mm(widthM) - around.left - around.right;
  const spareY = cell.bottom - cell.top - mm(depthM) - around.above - around.below;
  return createView(
    [cell.left + spareX / 2 + around.left, cell.top + spareY / 2 + around.above + mm(depthM)],
    scale,
  );
}

export function storeyName(storey: number): string {
  return storey === 0 ? 'Stueplan' : `${storey}. sal`;
}

function nameStorey(board: Board, view: View, { footprint, storeys, name }: Building, storey: number): void {
  const text = storeys > 1 ? `${storeyName(storey)}, ${name}` : `Plan, ${name}`;
  const left = view.x(0);
  const low = view.y(0) + around.below - 3;
  board.place({ text, sizeMm: 3.2, bold: true }, [
    { at: [left, low], anchor: 'start' },
    { at: [left, view.y(footprint.depthM) - around.above + 4], anchor: 'start' },
  ]);
}

function listsOf({ footprint, storeys, openings }: Building, sheet: Sheet): InfoList[] {
  const gross = footprint.widthM * footprint.depthM;
  const lists: InfoList[] = [];
  if (!leavesOut(sheet, 'roomAreas')) {
    const lines = [`Bebygget areal ${squareMetres(gross)} m²`];
    if (storeys > 1) lines.push(`Etageareal i alt ${squareMetres(gross * storeys)} m²`);
    lists.push({ heading: 'Arealer (udv. mål)', lines });
  }
  if (!leavesOut(sheet, 'dimensions')) {
    const notes = ['Alle mål i mm', 'Åbninger er murhuller'];
    lists.push({ heading: 'Noter', lines: openings.length > 0 ? notes : notes.slice(0, 1) });
  }
  return lists;
}
