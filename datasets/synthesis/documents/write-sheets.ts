import { drawingText } from '../drawings/drawing-text.ts';
import { drawnWorld } from '../drawn-world.ts';
import type { Facts } from '../facts.ts';
import type { Draft, SheetFlaws } from '../project.ts';
import type { World } from '../world.ts';
import type { Made } from './made.ts';
import { type DrawingType, drawSheets, sheetTitles, sheetTopics } from './sheets.ts';

interface SheetsInput {
  draft: Draft;
  type: DrawingType;
  facts: Facts;
  redraw: ((world: World) => void) | undefined;
  flaws: SheetFlaws;
  revision: string;
  date: string;
  /** The document's place among those planned: its number follows. */
  at: number;
}

/** The sheets of one kind, drawn and read off as text. */
export function writeSheets({ draft, type, facts, redraw, flaws, revision, date, at }: SheetsInput): Made {
  const world = drawnWorld(draft);
  redraw?.(world);
  const drawings = drawSheets({ type, world, facts, flaws, date, revision, number: 100 + at, drawnBy: 'T' });
  const flawless = flaws.scale !== true;
  return {
    type,
    planned: type,
    title: sheetTitles[type],
    date,
    revision,
    ...(flawless && drawings[0] !== undefined ? { scale: `1:${drawings[0].scale}` } : {}),
    pages: drawings.map((drawing) => [
      { topic: 'drawing', also: sheetTopics[type], text: drawingText(drawing) },
    ]),
    drawings,
  };
}
