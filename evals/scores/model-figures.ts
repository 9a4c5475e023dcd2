import { policies } from '../matching/policy.ts';
import { buildCaseMix } from './case-mix.ts';
import { buildCitationFigures, buildEvidenceFigures } from './citation-figures.ts';
import { buildConfidenceFigures } from './confidence-figures.ts';
import { buildDefectFigures } from './defect-figures.ts';
import { buildSeparationFigures, buildTwinFigures } from './discrimination-figures.ts';
import { FigureSource } from './figure-source.ts';
import type { Gathered } from './gathered.ts';
import type { ModelResult } from './model-result.ts';
import { buildRobustnessFigures } from './robustness-figures.ts';
import { buildSliceFigures } from './slice-figures.ts';

/** Every figure of a model from what was gathered of its cases. */
export function buildModelResult(gathered: Gathered): ModelResult {
  const figures = new FigureSource(gathered);
  const { model, options, totals, codes, chance } = gathered;
  const { averagePrecision, ...confidence } = buildConfidenceFigures(figures);
  return {
    model,
    counts: totals.statuses,
    coverage: figures.ratio('coverage'),
    errors: totals.errors(),
    repaired: totals.repaired,
    defects: { ...buildDefectFigures(figures), averagePrecision },
    completeCases: {
      cases: totals.completeCases,
      passed: figures.ratio('complete.passed'),
      falseAlarm: figures.ratio('complete.falseAlarm'),
      abstained: figures.ratio('complete.abstained'),
      failed: figures.ratio('complete.failed'),
      falseAlarmRate: figures.ratio('complete.falseAlarmRate'),
    },
    selective: figures.rates('selective'),
    policies: Object.fromEntries(
      policies.map((each) => [each, { ...totals.matches(each), ...figures.rates(`policy:${each}`) }]),
    ) as ModelResult['policies'],
    slices: buildSliceFigures(figures),
    caseMix: buildCaseMix(figures),
    citations: buildCitationFigures(figures),
    evidence: buildEvidenceFigures(figures),
    confidence,
    discretion: { ...figures.rates('discretion'), wronglyMarked: figures.ratio('discretion.wronglyMarked') },
    chance: chance.finish(options.seed),
    twins: buildTwinFigures(figures),
    separation: buildSeparationFigures(figures),
    robustness: buildRobustnessFigures(figures),
    misses: codes.misses(figures.repeats),
    falseAlarms: codes.falseAlarms(figures.repeats),
  };
}
