import type { Operation, Result } from '../../evals/artifacts.ts';
import type { ModelEntry } from '../../evals/scores/model-result.ts';
import { boardRows } from '../figures-csv/board-rows.ts';
import { countRows } from '../figures-csv/count-rows.ts';
import type { FigureRow } from '../figures-csv/figure-row.ts';
import { figureRows } from '../figures-csv/figure-rows.ts';
import { operationRows } from '../figures-csv/operation-rows.ts';
import { consensusRows, peopleRows } from '../figures-csv/people-rows.ts';
import { recipientRows } from '../figures-csv/recipient-rows.ts';
import { withoutSmallMunicipalities } from '../municipalities.ts';
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

/** The figures for a Danish Excel (see `renderCsv`), with a byte order mark. */
export function renderFiguresCsv(result: Result, operation?: Operation): string {
  return byteOrderMark + renderCsv(figuresTable(result, operation));
}

/**
 * Every figure and every count as a row below a head: a model × a measure × a slice. Shares are in [0, 1]. Names of columns, measures and slices are the same in every
 * language and from version to version; each row carries the key, since rows with different keys do not
 * compare. Rows without a model go for the caseworkers. Time and cost only of models that were really called.
 */
export function figuresTable(whole: Result, operation?: Operation): CsvValue[][] {
  const result = withoutSmallMunicipalities(whole);
  const rows = result.models.flatMap((model) =>
    [
      ...figureRows(result, model),
      ...countRows(result, model),
      ...boardRows(result, model.model.id),
      ...consensusRows(result, model.model.id),
      ...operationRows(operation, model.model),
      ...recipientRows(result, model.model),
    ].map((row) => cellsOf(result, model.model, row)),
  );
  const people = peopleRows(result).map((row) => cellsOf(result, null, row));
  return [head, ...rows, ...people];
}

function cellsOf(
  { dataset, comparabilityKey }: Result,
  model: ModelEntry | null,
  { measure, kind, slice, policy, figure }: FigureRow,
): CsvValue[] {
  const whole = 'cases' in figure ? figure : null;
  return [
    model?.id ?? null,
    model?.version ?? null,
    measure,
    kind,
    slice,
    policy,
    figure.value,
    whole?.interval?.low ?? null,
    whole?.interval?.high ?? null,
    whole?.interval?.level ?? null,
    whole?.cases ?? null,
    whole?.items ?? null,
    whole?.reason ?? null,
    dataset.id,
    dataset.version,
    dataset.split,
    comparabilityKey,
  ];
}
