import type { FigureSource } from './figure-source.ts';
import type { ModelResult } from './model-result.ts';
import { isSeparationColumn, prepareSeparation, type SeparationSide } from './separation.ts';

/** Of cases that differ in one defect. */
export function buildTwinFigures(figures: FigureSource): ModelResult['twins'] {
  const { twins } = figures.gathered;
  return {
    pairs: twins.pairs,
    unusable: twins.unusable,
    accuracy: figures.ratio('twins.accuracy'),
    recall: figures.ratio('twins.recall'),
  };
}

/** Of deficient cases against complete ones. */
export function buildSeparationFigures(figures: FigureSource): ModelResult['separation'] {
  const { table, totals } = figures.gathered;
  const { planned } = totals.statuses;
  const items = planned / figures.repeats;
  const ofSide = (side: SeparationSide) => (column: string) => isSeparationColumn(column, side);
  const [complete, deficient] = [ofSide('complete'), ofSide('deficient')];
  // As sure as the side with fewer families allows.
  const isOfFewer = table.count(complete) < table.count(deficient) ? complete : deficient;
  return figures.bootstrap('separation', {
    reads: (column) => isSeparationColumn(column),
    counts: { byFindings: isOfFewer, byConfidence: isOfFewer },
    prepare: prepareSeparation,
    items: { byFindings: items, byConfidence: items },
  });
}
