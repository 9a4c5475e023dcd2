import type { CheckIn } from '../../../evals/check-in/check-in.ts';
import { RuleNeedsSchema } from '../../../evals/check-in/rule-needs.ts';
import { type CheckInTable, datasetCells, datasetHead } from './check-in-table.ts';

/** A row a data set, need and provision: what a common model of the rules lacks, most first. */
export function provisionsTable({ datasets, month }: CheckIn): CheckInTable {
  return {
    id: 'provisions',
    head: [
      ...datasetHead,
      'month',
      'need',
      'provision',
      'display_da',
      'display_en',
      'count',
      'of',
      'cases',
      'case_ids',
    ],
    rows: datasets.flatMap((dataset) =>
      RuleNeedsSchema.keyof().options.flatMap((need) =>
        dataset.rules[need].map(({ provision, displayDa, displayEn, count, of, cases, caseIds }) => [
          ...datasetCells(dataset),
          month,
          need,
          provision,
          displayDa,
          displayEn,
          count,
          of,
          cases,
          caseIds.join(' '),
        ]),
      ),
    ),
  };
}
