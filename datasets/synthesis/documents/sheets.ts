import type { Drawing } from '../drawings/drawing.ts';
import { drawFacades } from '../drawings/facades.ts';
import { drawFloorPlan } from '../drawings/floor-plan.ts';
import { drawSection } from '../drawings/section.ts';
import type { Omission, Sheet } from '../drawings/sheet.ts';
import { drawSituationPlan } from '../drawings/situation-plan.ts';
import type { Facts } from '../facts.ts';
import { workBuildings } from '../geometry.ts';
import type { SheetFlaws, Topic } from '../project.ts';
import { day } from '../style.ts';
import type { World } from '../world.ts';

export const drawingTypes = [
  'situationsplan',
  'plantegning_eks',
  'plantegning_ny',
  'snit',
  'facade',
] as const;
export type DrawingType = (typeof drawingTypes)[number];

export function isDrawingType(type: string): type is DrawingType {
  return (drawingTypes as readonly string[]).includes(type);
}

export const sheetTitles: Record<DrawingType, string> = {
  situationsplan: 'Situationsplan',
  plantegning_eks: 'Plantegning, eksisterende forhold',
  plantegning_ny: 'Plantegning, fremtidige forhold',
  snit: 'Snittegning',
  facade: 'Facadetegninger',
};

/** What each kind of sheet is about, for evidence. */
export const sheetTopics: Record<DrawingType, readonly Topic[]> = {
  situationsplan: ['identity', 'areas', 'distance', 'terrain', 'parking', 'guardrail'],
  plantegning_eks: ['identity', 'areas', 'use'],
  plantegning_ny: ['identity', 'areas', 'use'],
  snit: ['identity', 'height', 'terrain'],
  facade: ['identity', 'height', 'materials'],
};

export interface SheetInput {
  type: DrawingType;
  world: World;
  facts: Facts;
  flaws: SheetFlaws;
  date: string;
  revision: string;
  number: number;
  drawnBy: string;
}

/** The sheets of one kind: the plot, or each building that the work is about. */
export function drawSheets(input: SheetInput): Drawing[] {
  const { type, world } = input;
  const shown = workBuildings(world);
  switch (type) {
    case 'situationsplan':
      return [drawSituationPlan(world, sheetOf(input, 0))];
    case 'plantegning_eks':
      return world.buildings
        .filter(({ state, use }) => state !== 'new' && use === 'primary')
        .map((building, at) => drawFloorPlan(world, building, sheetOf(input, at), 'existing'));
    case 'plantegning_ny':
      return shown.map((building, at) => drawFloorPlan(world, building, sheetOf(input, at), 'new'));
    case 'snit':
      return shown.map((building, at) => drawSection(world, building, sheetOf(input, at)));
    default:
      return shown.map((building, at) => drawFacades(world, building, sheetOf(input, at)));
  }
}

function sheetOf({ facts, flaws, date, revision, number, drawnBy }: SheetInput, at: number): Sheet {
  const leaveOut: Omission[] = [
    ...(flaws.scale ? (['scale'] as const) : []),
    ...(flaws.dimensions ? (['dimensions', 'roomAreas'] as const) : []),
    ...(flaws.heights ? (['dimensions', 'levels', 'heightPlane'] as const) : []),
    ...(flaws.north ? (['northArrow'] as const) : []),
    ...(flaws.levels ? (['levels'] as const) : []),
    ...(flaws.distances ? (['boundaryDistances', 'distanceList'] as const) : []),
  ];
  return {
    project: facts.byggearbejde ?? '',
    address: facts.adresse ?? '',
    cadastre: `${facts.matrikelnr}, ${facts.ejerlav}`,
    date: day(date, { thousands: '.', squareMetre: 'm²', percent: ' %', date: 'dots' }),
    revision,
    drawingNo: `${number}${at === 0 ? '' : String.fromCharCode(97 + at)}`,
    phase: 'Myndighedsprojekt',
    drawnBy,
    leaveOut,
  };
}
