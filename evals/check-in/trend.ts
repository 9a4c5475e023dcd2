import { explainDifference } from '../explain-comparability.ts';
import type { CheckIn, CheckInDataset, TrendMonth } from './check-in.ts';

/** One month's figures of one data set. */
export type DatasetMonth = { month: string } & Pick<
  CheckInDataset,
  'comparability' | 'comparabilityKey' | 'models'
>;

/** The same data set in earlier check-ins, by month. */
export function monthsOf(
  earlier: readonly CheckIn[],
  { id, split }: { id: string; split: string },
): (DatasetMonth & CheckInDataset)[] {
  return earlier
    .flatMap(({ month, datasets }) => datasets.map((each) => ({ month, ...each })))
    .filter(({ dataset }) => dataset.id === id && dataset.split === split)
    .sort((a, b) => (a.month < b.month ? -1 : 1));
}

/** The months in order, each with what parts it from the one before it. */
export function buildTrend(months: readonly DatasetMonth[]): TrendMonth[] {
  return months.map(({ month, comparability, comparabilityKey, models }, at) => {
    const before = months[at - 1];
    const differences = before === undefined ? [] : explainDifference(before.comparability, comparability);
    return { month, comparabilityKey, broken: differences.map(({ part }) => part), models };
  });
}
