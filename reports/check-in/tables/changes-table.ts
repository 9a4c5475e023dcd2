import type { ChangeParts } from '../../../evals/check-in/change-parts.ts';
import type { CheckIn, CheckInDataset, SinceLast } from '../../../evals/check-in/check-in.ts';
import type { Interval } from '../../../evals/statistics/interval.ts';
import { measureIdOf } from '../check-in-context.ts';
import { judgeChange } from '../say-change.ts';
import { type CheckInTable, datasetCells, datasetHead, shareCell, type TableCell } from './check-in-table.ts';

/**
 * A row a data set, model, measure and part of the change. `model` + `rulers` + `mix` = `total`, all three differences of shares;
 * `before` and `now` are the figures as each month measured them. `verdict` is that of the model's own part.
 */
export function changesTable({ datasets, month, previous }: CheckIn): CheckInTable {
  return {
    id: 'changes',
    head: [
      ...datasetHead,
      'month_before',
      'month',
      'model',
      'version_before',
      'version_now',
      'measure',
      'part',
      'value',
      'low',
      'high',
      'level',
      'cases',
      'p_holm',
      'verdict',
    ],
    rows: datasets.flatMap((dataset) =>
      (dataset.since?.models ?? []).flatMap((model) =>
        model.parts.flatMap((parts) =>
          partRows(parts).map((cells) => [...ownCells(dataset, { month, previous }, model, parts), ...cells]),
        ),
      ),
    ),
  };
}

function ownCells(
  dataset: CheckInDataset,
  { month, previous }: Pick<CheckIn, 'month' | 'previous'>,
  { id, versionBefore, versionNow }: SinceLast['models'][number],
  { measure }: ChangeParts,
): TableCell[] {
  return [...datasetCells(dataset), previous, month, id, versionBefore, versionNow, measureIdOf[measure]];
}

function partRows(parts: ChangeParts): TableCell[][] {
  const { before, now, total, model, ruler, caseMix } = parts;
  const row = (part: string, value: TableCell, interval: Interval | null, cases: number | null) => [
    part,
    value,
    interval?.low ?? null,
    interval?.high ?? null,
    interval?.level ?? null,
    cases,
  ];
  const none = [null, null];
  return [
    [...row('before', shareCell(before.value), before.interval, before.cases), ...none],
    [...row('now', shareCell(now.value), now.interval, now.cases), ...none],
    [...row('total', total.value, total.interval, total.cases), ...none],
    [...row('model', model.difference, model.interval, model.cases), model.pHolm, judgeChange(parts)],
    [...row('rulers', ruler.value, ruler.interval, ruler.cases), ...none],
    [...row('mix', caseMix.value, caseMix.interval, caseMix.cases), ...none],
  ];
}
