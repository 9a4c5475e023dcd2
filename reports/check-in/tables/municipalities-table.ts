import type { CheckIn } from '../../../evals/check-in/check-in.ts';
import { measureIdOf } from '../check-in-context.ts';
import {
  type CheckInTable,
  datasetCells,
  datasetHead,
  figureCells,
  figureHead,
  type TableCell,
} from './check-in-table.ts';

/**
 * A row a data set, municipality, measure and model. Where a group is held back there is one row without model and figures, and
 * `held_back` says why. The last row of the municipalities that are no members has neither id nor name.
 */
export function municipalitiesTable({ datasets, month }: CheckIn): CheckInTable {
  return {
    id: 'municipalities',
    head: [
      ...datasetHead,
      'month',
      'municipality',
      'name',
      'group_cases',
      'measure',
      'held_back',
      'model',
      ...figureHead,
      'comparability_key',
    ],
    rows: datasets.flatMap((dataset) =>
      dataset.municipalities.flatMap(({ id, name, cases, measures }) =>
        measures.flatMap(({ measure, heldBack, models }): TableCell[][] => {
          const own = [...datasetCells(dataset), month, id, name, cases, measureIdOf[measure]];
          if (heldBack !== null) {
            return [[...own, heldBack, null, ...figureHead.map(() => null), dataset.comparabilityKey]];
          }
          return models.map((model) => [
            ...own,
            null,
            model.id,
            ...figureCells(model.figure),
            dataset.comparabilityKey,
          ]);
        }),
      ),
    ),
  };
}
