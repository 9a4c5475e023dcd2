import type { Result } from '../../evals/artifacts.ts';
import { policies } from '../../evals/matching/policy.ts';
import type { ModelResult } from '../../evals/scores/model-result.ts';
import { countRow, type FigureRow } from './figure-row.ts';

const statuses = ['planned', 'answered', 'abstained', 'invalid', 'timedOut', 'failed'] as const;
const confusion = ['truePositives', 'falsePositives', 'falseNegatives'] as const;
const matches = [...confusion, 'neutral', 'duplicates'] as const;

/** Every count of one model. planned = answered + abstained + invalid + timedOut + failed. */
export function countRows(result: Result, model: ModelResult): FigureRow[] {
  return [
    ...statuses.map((status) => countRow(status, model.counts[status])),
    ...model.errors.map(({ kind, count }) => countRow('errors', count, { kind: 'error', slice: kind })),
    countRow('repaired', model.repaired),
    countRow('completeCases', model.completeCases.cases),
    ...policies.flatMap((policy) =>
      matches.map((match) => countRow(match, model.policies[policy][match], null, policy)),
    ),
    ...sliceCounts(result, model),
    ...citationCounts(model),
    ...furtherCounts(result, model),
  ];
}

function sliceCounts({ comparability: { policy } }: Result, { slices, misses, falseAlarms }: ModelResult) {
  const sliced = (['group', 'caseType', 'municipality'] as const).flatMap((kind) =>
    slices[kind].flatMap((slice) =>
      confusion.map((count) => countRow(count, slice[count], { kind, slice: slice.id }, policy)),
    ),
  );
  const code = (slice: string) => ({ kind: 'code', slice });
  return [
    ...sliced,
    ...misses.flatMap((miss) => [
      countRow('missed', miss.missed, code(miss.code), policy),
      countRow('requiredDefects', miss.of, code(miss.code), policy),
    ]),
    ...falseAlarms.map((alarm) =>
      countRow('falseFindings', alarm.findings, code(alarm.code ?? 'none'), policy),
    ),
  ];
}

function citationCounts({ citations }: ModelResult): FigureRow[] {
  return [
    countRow('citationsWritten', citations.written),
    ...Object.entries(citations.validity).map(([slice, count]) =>
      countRow('citationsWritten', count, { kind: 'validity', slice }),
    ),
    countRow('citationsTooBroad', citations.tooBroad),
  ];
}

function furtherCounts({ comparability: { policy } }: Result, model: ModelResult): FigureRow[] {
  const { chance, twins, robustness, confidence } = model;
  const bins = confidence.reliability.flatMap((bin, place) => {
    const slice = { kind: 'confidenceBin', slice: String(place + 1) };
    return [
      countRow('lowestConfidence', bin.low, slice, policy),
      countRow('highestConfidence', bin.high, slice, policy),
      countRow('meanConfidence', bin.confidence, slice, policy),
      countRow('findings', bin.findings, slice, policy),
      countRow('hits', bin.hits, slice, policy),
    ];
  });
  return [
    ...bins,
    countRow('alikeCases', chance.cases),
    countRow('alikeFamilies', chance.families),
    countRow('alikeCaseTypes', chance.caseTypes),
    countRow('chanceP', chance.p, null, policy),
    countRow('chancePermutations', chance.permutations, null, policy),
    countRow('twinPairs', twins.pairs),
    countRow('twinPairsUnusable', twins.unusable),
    countRow('transformedCases', robustness.transformed),
    countRow('variantsUnusable', robustness.unusable),
    ...robustness.transforms.map(({ id, cases }) =>
      countRow('transformedCases', cases, { kind: 'transform', slice: id ?? 'none' }),
    ),
    countRow('injectedCases', robustness.injections.cases),
    ...robustness.injections.attacks.map(({ id, cases }) =>
      countRow('injectedCases', cases, { kind: 'transform', slice: id }),
    ),
  ];
}
