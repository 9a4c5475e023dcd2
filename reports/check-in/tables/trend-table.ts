import { checkInMeasures } from '../../../evals/check-in/change-parts.ts';
import type { CheckIn } from '../../../evals/check-in/check-in.ts';
import { measureIdOf } from '../check-in-context.ts';
import { type CheckInTable, datasetCells, datasetHead, figureCells, figureHead } from './check-in-table.ts';

/**
 * A row a data set, month, model and measure, the earliest month first. `differs` names the parts of the key in which the month is
 * another than the one before it: figures compare only where it is empty.
 */
export function trendTable({ datasets }: CheckIn): CheckInTable {
  return {
    id: 'trend',
    head: [
      ...datasetHead,
      'month',
      'model',
      'model_version',
      'kind',
      'planned',
      'answered',
      'measure',
      ...figureHead,
      'differs',
      'comparability_key',
    ],
    rows: datasets.flatMap((dataset) =>
      dataset.trend.flatMap(({ month, models, broken, comparabilityKey }) =>
        models.flatMap(({ model, counts, figures }) =>
          checkInMeasures.map((measure) => [
            ...datasetCells(dataset),
            month,
            model.id,
            model.version,
            model.kind,
            counts.planned,
            counts.answered,
            measureIdOf[measure],
            ...figureCells(figures[measure]!),
            broken.join(' '),
            comparabilityKey,
          ]),
        ),
      ),
    ),
  };
}
