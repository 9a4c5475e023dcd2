import { computeRatioFigure } from '../statistics/ratio-figure.ts';
import { RatioMoments } from '../statistics/ratio-moments.ts';
import { isConfidenceColumn } from './confidence-columns.ts';
import { prepareF2, prepareMacroF1, prepareMean } from './f-statistics.ts';
import type { FigureSource } from './figure-source.ts';
import type { ModelResult } from './model-result.ts';
import { computePrecisionRecall } from './precision-recall-curve.ts';

const isAnswers = (column: string) => column === 'answers';

/** Of the findings: found, missed and invented, the reading burden, the curve over confidence. */
export function buildDefectFigures(figures: FigureSource): Omit<ModelResult['defects'], 'averagePrecision'> {
  const { options, totals, table } = figures.gathered;
  const matches = totals.matches(options.policy);
  const items = matches.truePositives + matches.falsePositives + matches.falseNegatives;
  const findings = matches.truePositives + matches.falsePositives + matches.neutral;
  const { f2 } = figures.bootstrap('f2', {
    reads: (column) => column.startsWith('defects:'),
    counts: { f2: (column) => column.startsWith('defects:') },
    prepare: prepareF2,
    items: { f2: items },
  });
  const { macroF1 } = figures.bootstrap('macroF1', {
    reads: (column) => column.startsWith('group:'),
    counts: { macroF1: (column) => column.startsWith('group:') },
    prepare: prepareMacroF1(options.goldGroups),
    items: { macroF1: items },
  });
  const burden = figures.bootstrap('burden', {
    reads: (column) => column === 'findings' || column === 'duplicates' || column === 'answers',
    counts: { findingsPerCase: isAnswers, duplicatesPerCase: isAnswers },
    prepare: prepareMean({
      findingsPerCase: ['findings', 'answers'],
      duplicatesPerCase: ['duplicates', 'answers'],
    }),
    items: { findingsPerCase: findings, duplicatesPerCase: matches.duplicates },
  });
  const { columns, sums } = table.sums(isConfidenceColumn);
  return {
    ...matches,
    ...figures.rates('defects'),
    f2,
    macroF1,
    criticalRecall: figures.ratio('severity:critical.recall'),
    advisoryRecall: figures.ratio('role:advisory.recall'),
    contestedRecall: figures.ratio('role:contested.recall'),
    caughtRate: figures.ratio('caught'),
    outcomeAccuracy: totals.gaveOutcome ? figures.ratio('outcome') : computeRatioFigure(new RatioMoments()),
    ...burden,
    exactCaseRate: figures.ratio('exactCase'),
    precisionRecall: computePrecisionRecall(columns, sums),
    codeSet: figures.rates('codeSet'),
  };
}
