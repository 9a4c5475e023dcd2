import type { Result } from '../../evals/artifacts.ts';
import { policies } from '../../evals/matching/policy.ts';
import type { ModelResult } from '../../evals/scores/model-result.ts';
import { citationLevels, citationScopes } from '../comparison/render-citation-levels.ts';
import { measureIds, measureOf } from '../measures.ts';
import type { FigureRow } from './figure-row.ts';

const shares = [
  ['defectPrecision', 'precision'],
  ['defectRecall', 'recall'],
] as const;
const rates = [...shares, ['defectF1', 'f1']] as const;
const citationRates = [
  ['citationPrecision', 'precision'],
  ['citationRecall', 'recall'],
  ['citationF1', 'f1'],
] as const;

/** Every figure of one model: whole, under the other policies, by slice, by citation level. */
export function figureRows(result: Result, model: ModelResult): FigureRow[] {
  const { policy } = result.comparability;
  return [
    ...wholeRows(model, policy),
    ...policyRows(model, policy),
    ...sliceRows(model, policy),
    ...transformRows(model, policy),
  ];
}

function wholeRows(model: ModelResult, policy: string): FigureRow[] {
  return measureIds.map((measure) => ({
    measure,
    kind: null,
    slice: null,
    policy,
    figure: measureOf(measure).read(model),
  }));
}

function policyRows(model: ModelResult, policy: string): FigureRow[] {
  return policies
    .filter((other) => other !== policy)
    .flatMap((other) =>
      rates.map(([measure, rate]) => ({
        measure,
        kind: null,
        slice: null,
        policy: other,
        figure: model.policies[other][rate],
      })),
    );
}

function sliceRows({ slices, citations, confidence }: ModelResult, policy: string): FigureRow[] {
  const confused = (['group', 'caseType', 'municipality'] as const).flatMap((kind) =>
    slices[kind].flatMap((slice) =>
      rates.map(([measure, rate]) => ({ measure, kind, slice: slice.id, policy, figure: slice[rate] })),
    ),
  );
  const documents = slices.documentType.flatMap((slice) =>
    shares.map(([measure, rate]) => ({
      measure,
      kind: 'documentType',
      slice: slice.id,
      policy,
      figure: slice[rate],
    })),
  );
  const severities = slices.severity.map(({ id, recall }) => ({
    measure: 'defectRecall',
    kind: 'severity',
    slice: id,
    policy,
    figure: recall,
  }));
  const levels = citationScopes.flatMap((scope) =>
    citationLevels.flatMap((level) =>
      citationRates.map(([measure, rate]) => ({
        measure,
        kind: 'citationLevel',
        slice: `${scope}/${level}`,
        policy,
        figure: citations[scope][level][rate],
      })),
    ),
  );
  const bins = confidence.reliability.map(({ hitRate }, place) => ({
    measure: 'hitRate',
    kind: 'confidenceBin',
    slice: String(place + 1),
    policy,
    figure: hitRate,
  }));
  return [...confused, ...documents, ...severities, ...levels, ...bins];
}

/** By transformation and by attack. */
function transformRows({ robustness }: ModelResult, policy: string): FigureRow[] {
  const changes = robustness.transforms.flatMap(({ id, sameCodes, f1Change }) => {
    const slice = { kind: 'transform', slice: id ?? 'none', policy };
    return [
      { measure: 'sameCodes', ...slice, figure: sameCodes },
      { measure: 'f1Change', ...slice, figure: f1Change },
    ];
  });
  const attacks = robustness.injections.attacks.map(({ id, resistance }) => ({
    measure: 'injectionResistance',
    kind: 'transform',
    slice: id,
    policy,
    figure: resistance,
  }));
  return [...changes, ...attacks];
}
