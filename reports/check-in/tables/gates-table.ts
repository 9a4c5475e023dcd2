import type { CheckIn } from '../../../evals/check-in/check-in.ts';
import { type MeasureId, measureOf } from '../../measures.ts';
import {
  type CheckInTable,
  datasetCells,
  datasetHead,
  figureCells,
  figureHead,
  shareCell,
} from './check-in-table.ts';

/** A row a data set, requirement and model. */
export function gatesTable({ datasets, month }: CheckIn): CheckInTable {
  return {
    id: 'gates',
    head: [
      ...datasetHead,
      'month',
      'measure',
      'bound',
      'limit',
      'model',
      ...figureHead,
      'verdict',
      'comparability_key',
    ],
    rows: datasets.flatMap((dataset) =>
      dataset.gates.flatMap(({ gate, models }) => {
        const share = measureOf(gate.measure as MeasureId).unit === 'share';
        const [bound, limit] = 'min' in gate ? ['min', gate.min] : ['max', gate.max];
        return models.map(({ id, figure, verdict }) => [
          ...datasetCells(dataset),
          month,
          gate.measure,
          bound,
          share ? shareCell(limit) : limit,
          id,
          ...figureCells(figure, share),
          verdict,
          dataset.comparabilityKey,
        ]);
      }),
    ),
  };
}
