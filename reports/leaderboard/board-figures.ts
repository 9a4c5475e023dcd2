import type { BoardFigures } from '../../evals/publishing/board.ts';
import { type MeasureId, measureOf } from '../measures.ts';
import type { Html } from '../render/html.ts';
import { renderFigure } from '../render/render-figure.ts';
import type { Column } from '../render/render-table.ts';
import type { SiteContext } from './site-context.ts';

/** The figures beside a rank, in the order of the columns: never one score out of them all. */
export const boardMeasures = [
  'defectF1',
  'citationHf1',
  'cleanFalseAlarmRate',
  'criticalRecall',
  'chanceAdjustedF1',
] as const satisfies readonly (MeasureId & keyof BoardFigures)[];

export function figureColumns({ words }: SiteContext): Column[] {
  return boardMeasures.map((id) => ({ head: words.models.heads[id] ?? words.measures[id].name }));
}

export function figureCells(context: SiteContext, figures: BoardFigures): Html[] {
  return boardMeasures.map((id) =>
    renderFigure(figures[id], context, measureOf(id).unit, context.words.measures[id].none),
  );
}
