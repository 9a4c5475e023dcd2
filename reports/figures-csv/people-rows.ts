import type { ConsensusFigures, People } from '../../evals/agreement/people-result.ts';
import type { Result } from '../../evals/artifacts.ts';
import { countRow, type FigureRow } from './figure-row.ts';

const scored = [
  ['defectF1', 'f1'],
  ['defectPrecision', 'precision'],
  ['defectRecall', 'recall'],
  ['citationHf1', 'citationHf1'],
  ['cleanFalseAlarmRate', 'cleanFalseAlarmRate'],
] as const;

/** One model against the caseworkers' consensuses; none where no case was labelled by several. */
export function consensusRows(result: Result, modelId: string): FigureRow[] {
  const figures = result.people?.models.find(({ id }) => id === modelId);
  return figures === undefined ? [] : scoredRows(result, figures, { kind: 'consensus', slice: 'model' });
}

/** What goes for the caseworkers and for no model: their agreement, and each against the others. */
export function peopleRows(result: Result): FigureRow[] {
  const people = result.people;
  if (people === null) return [];
  return [
    countRow('annotations', people.annotations),
    countRow('annotatedCases', people.cases),
    countRow('annotatedCasesPaired', people.pairedCases),
    ...agreementRows(people),
    { measure: 'meanAnnotatorF1', kind: null, slice: null, policy: policyOf(result), figure: people.meanF1 },
    ...scoredRows(result, people.human, { kind: 'consensus', slice: 'human' }),
    ...people.annotators.flatMap((figures) =>
      scoredRows(result, figures, { kind: 'annotator', slice: figures.annotatorId }),
    ),
  ];
}

function agreementRows({ alpha, alphaByCode, kappas }: People): FigureRow[] {
  return [
    { measure: 'krippendorffAlpha', kind: null, slice: null, policy: null, figure: alpha },
    ...alphaByCode.map((entry) => ({
      measure: 'krippendorffAlpha',
      kind: 'code',
      slice: entry.code,
      policy: null,
      figure: entry.alpha,
    })),
    ...kappas.map(({ a, b, kappa }) => ({
      measure: 'cohenKappa',
      kind: 'annotators',
      slice: `${a}/${b}`,
      policy: null,
      figure: kappa,
    })),
  ];
}

function scoredRows(
  result: Result,
  figures: ConsensusFigures,
  slice: { kind: string; slice: string },
): FigureRow[] {
  return scored.map(([measure, key]) => ({
    measure,
    ...slice,
    policy: policyOf(result),
    figure: figures[key],
  }));
}

function policyOf({ comparability }: Result): string {
  return comparability.policy;
}
