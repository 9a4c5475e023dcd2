import type { Rectangle, World } from '../world.ts';
import { beyondNames, boundaryDistancesM, sideNames, sides } from './boundary-distances.ts';
import { drawPlot } from './draw-plot.ts';
import { drawSite } from './draw-site.ts';
import type { Drawing } from './drawing.ts';
import { level, metres, squareMetres } from './format.ts';
import type { InfoList } from './info-lists.ts';
import { drawNorthArrow } from './north-arrow.ts';
import { choosePaper } from './paper.ts';
import type { Sheet } from './sheet.ts';
import { drawSiteDistances } from './site-distances.ts';
import { finishSheet, leavesOut, startSheet } from './start-sheet.ts';
import { baseLevelM, plotAreaM2 } from './terrain.ts';
import { centreView } from './view.ts';

/** The whole plot from above: boundaries and what lies beyond, buildings, distances, levels, parking. */
export function drawSituationPlan(world: World, sheet: Sheet): Drawing {
  const { plot } = world;
  const paper = choosePaper({
    widthM: plot.widthM,
    heightM: plot.depthM,
    aroundMm: [52, 40],
    scales: [100, 200, 250, 500, 1000, 2000, 5000],
    format: sheet.format,
  });
  const board = startSheet(paper, sheet, 'Situationsplan', listsOf(world, sheet));
  const view = centreView(paper.drawingArea, plot.widthM, plot.depthM, paper.scale);
  drawPlot(board, view, world, sheet, paper.drawingArea);
  drawSite(board, view, world, sheet);
  drawSiteDistances(board, view, world, sheet);
  if (!leavesOut(sheet, 'northArrow')) drawNorthArrow(board, paper.drawingArea, world.northDegrees);
  return finishSheet(board, paper, sheet, 'Situationsplan');
}

function listsOf(world: World, sheet: Sheet): InfoList[] {
  const { plot, parking } = world;
  const standing = world.buildings.filter(({ state }) => state !== 'demolished');
  const areas = [
    `Grundareal ${Math.round(plotAreaM2(plot))} m²`,
    ...standing.map(({ name, state, footprint }) => {
      const area = squareMetres(footprint.widthM * footprint.depthM);
      return `${name} (${state === 'new' ? 'ny' : 'eks.'}) ${area} m²`;
    }),
    ...world.buildings
      .filter(({ state }) => state === 'demolished')
      .map(
        ({ name, footprint }) => `${name} (nedrives) ${squareMetres(footprint.widthM * footprint.depthM)} m²`,
      ),
  ];
  const lists: InfoList[] = [{ heading: 'Bebygget areal', lines: areas }];
  if (!leavesOut(sheet, 'boundaryDistances') && !leavesOut(sheet, 'distanceList')) {
    lists.push({
      heading: 'Afstand til skel (m)',
      lines: [
        ...standing.map(({ name, footprint }) => distancesLine(world, name, footprint)),
        ...world.raised.map(({ name, place }) => distancesLine(world, name, place)),
      ],
    });
  }
  if (!leavesOut(sheet, 'levels')) {
    const levels = standing.map(
      (building) =>
        `${building.name}: gulv ${level(building.floorLevelM)}, terræn ${level(baseLevelM(world, building))}`,
    );
    lists.push({ heading: 'Koter i m, DVR90', lines: levels });
  }
  if (parking.spaces > 0) {
    const accessible = parking.accessible > 0 ? `, heraf ${parking.accessible} handicap (3,5 x 5,0 m)` : '';
    lists.push({ heading: 'Parkering', lines: [`${parking.spaces} pladser${accessible}`] });
  }
  return lists;
}

function distancesLine({ plot }: World, name: string, place: Rectangle): string {
  const distances = boundaryDistancesM(plot, place);
  const parts = sides.map(
    (side) => `${sideNames[side]} (${beyondNames[plot.beyond[side]]}) ${metres(distances[side])}`,
  );
  return `${name}: ${parts.join(', ')}`;
}
