import type { Result } from '../../evals/artifacts.ts';
import { policies } from '../../evals/matching/policy.ts';
import type { ModelResult } from '../../evals/scores/model-result.ts';
import type { Figure } from '../../evals/statistics/interval.ts';
import { measureIds, measureOf } from '../measures.ts';
import { byteOrderMark, type CsvValue, renderCsv } from '../render/render-csv.ts';

const head = [
  'model',
  'model_version',
  'measure',
  'slice_kind',
  'slice',
  'policy',
  'value',
  'low',
  'high',
  'level',
  'cases',
  'items',
  'reason',
  'dataset',
  'dataset_version',
  'split',
  'comparability_key',
];

/**
 * Every figure as a row: a model × a measure × a slice, for a Danish Excel (see `renderCsv`) with a byte
 * order mark. Shares are in [0, 1]. Names of columns, measures and slices are the same in every language
 * and from version to version; each row carries the key, since rows with different keys do not compare.
 */
export function renderFiguresCsv(result: Result): string {
  const { dataset, comparabilityKey } = result;
  const tail = [dataset.id, dataset.version, dataset.split, comparabilityKey];
  const rows = result.models.flatMap((model) =>
    figuresOf(result, model).map(({ measure, kind, slice, policy, figure }): CsvValue[] => [
      model.model.id,
      model.model.version,
      measure,
      kind,
      slice,
      policy,
      figure.value,
      figure.interval?.low ?? null,
      figure.interval?.high ?? null,
      figure.interval?.level ?? null,
      figure.cases,
      figure.items,
      figure.reason ?? null,
      ...tail,
    ]),
  );
  return byteOrderMark + renderCsv([head, ...rows]);
}

interface FigureRow {
  measure: string;
  kind: string | null;
  slice: string | null;
  policy: string;
  figure: Figure;
}

const shares = [
  ['defectPrecision', 'precision'],
  ['defectRecall', 'recall'],
] as const;
const rates = [...shares, ['defectF1', 'f1']] as const;

function figuresOf(result: Result, model: ModelResult): FigureRow[] {
  const { policy } = result.comparability;
  const whole = measureIds.map(
    (measure): FigureRow => ({
      measure,
      kind: null,
      slice: null,
      policy,
      figure: measureOf(measure).read(model),
    }),
  );
  const byPolicy = policies
    .filter((other) => other !== policy)
    .flatMap((other) =>
      rates.map(
        ([measure, rate]): FigureRow => ({
          measure,
          kind: null,
          slice: null,
          policy: other,
          figure: model.policies[other][rate],
        }),
      ),
    );
  const bySlice = (['group', 'caseType', 'municipality'] as const).flatMap((kind) =>
    model.slices[kind].flatMap((slice) =>
      rates.map(
        ([measure, rate]): FigureRow => ({ measure, kind, slice: slice.id, policy, figure: slice[rate] }),
      ),
    ),
  );
  const byDocument = model.slices.documentType.flatMap((slice) =>
    shares.map(
      ([measure, rate]): FigureRow => ({
        measure,
        kind: 'documentType',
        slice: slice.id,
        policy,
        figure: slice[rate],
      }),
    ),
  );
  const bySeverity = model.slices.severity.map(
    ({ id, recall }): FigureRow => ({
      measure: 'defectRecall',
      kind: 'severity',
      slice: id,
      policy,
      figure: recall,
    }),
  );
  return [...whole, ...byPolicy, ...bySlice, ...byDocument, ...bySeverity];
}
