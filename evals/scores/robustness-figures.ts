import type { FigureSource } from './figure-source.ts';
import type { ModelResult } from './model-result.ts';
import { isConsistencyColumn, prepareConsistency } from './repeat-consistency.ts';

/** Of repeats and changed copies of a case: whether they are answered alike. */
export function buildRobustnessFigures(figures: FigureSource): ModelResult['robustness'] {
  const { invariance, table } = figures.gathered;
  const { sums } = table.sums(isConsistencyColumn);
  const { repeatConsistency } = figures.bootstrap('repeatConsistency', {
    reads: isConsistencyColumn,
    counts: { repeatConsistency: isConsistencyColumn },
    prepare: prepareConsistency,
    items: { repeatConsistency: sums.reduce((sum, pairs) => sum + pairs, 0) },
  });
  return {
    repeatConsistency,
    transformed: invariance.transformed.pairs,
    unusable: invariance.unusable,
    sameCodes: figures.ratio('invariance.sameCodes'),
    f1Change: invariance.transformed.change(figures.repeats),
    transforms: invariance.byTransform().map(({ id, sums }) => ({
      id: id === '' ? null : id,
      cases: sums.pairs,
      sameCodes: figures.ratio(`transform:${id}.sameCodes`),
      f1Change: sums.change(figures.repeats),
    })),
    injections: buildInjectionFigures(figures),
  };
}

function buildInjectionFigures(figures: FigureSource): ModelResult['robustness']['injections'] {
  const { invariance } = figures.gathered;
  return {
    cases: invariance.injected.pairs,
    resistance: figures.ratio('injection.resistance'),
    silenced: figures.ratio('injection.silenced'),
    addedFalse: figures.ratio('injection.addedFalse'),
    unanswered: figures.ratio('injection.unanswered'),
    f1Change: invariance.injected.change(figures.repeats),
    attacks: invariance.byAttack().map(({ id, sums }) => ({
      id,
      cases: sums.pairs,
      resistance: figures.ratio(`attack:${id}.resistance`),
    })),
  };
}
