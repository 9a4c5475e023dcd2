import type { Figure } from '../statistics/interval.ts';
import { prepareConfidence } from './confidence.ts';
import { isConfidenceColumn, isGivenConfidenceColumn } from './confidence-columns.ts';
import type { FigureSource } from './figure-source.ts';
import type { ModelResult } from './model-result.ts';

/** Of what a model says of its own confidence; average precision too, which stands with the defects. */
export function buildConfidenceFigures(
  figures: FigureSource,
): ModelResult['confidence'] & { averagePrecision: Figure } {
  const { reliability } = figures.gathered;
  const given = figures.ratio('confidence.given');
  const items = (given.value ?? 0) * given.items;
  const bootstrapped = figures.bootstrap('confidence', {
    reads: isConfidenceColumn,
    counts: {
      averagePrecision: isConfidenceColumn,
      calibrationError: isGivenConfidenceColumn,
      brierScore: isGivenConfidenceColumn,
    },
    prepare: prepareConfidence,
    items: {
      averagePrecision: items === 0 ? 0 : given.items,
      calibrationError: items,
      brierScore: items,
    },
  });
  return { ...bootstrapped, given, reliability: reliability.bins(figures.repeats) };
}
