import type { CheckIn } from '../../../evals/check-in/check-in.ts';
import { type CheckInTable, datasetCells, datasetHead } from './check-in-table.ts';

/** A row a case and reason to talk about it, the weightiest cases first. */
export function casesTable({ datasets, month }: CheckIn): CheckInTable {
  return {
    id: 'cases',
    head: [...datasetHead, 'month', 'case', 'case_type', 'reason', 'codes'],
    rows: datasets.flatMap((dataset) =>
      dataset.notable.flatMap(({ caseId, caseType, reasons }) =>
        reasons.map(({ reason, codes }) => [
          ...datasetCells(dataset),
          month,
          caseId,
          caseType,
          reason,
          codes.join(' '),
        ]),
      ),
    ),
  };
}

/** A row a decision that no earlier check-in showed. */
export function decisionsTable({ decisions }: CheckIn): CheckInTable {
  return {
    id: 'decisions',
    head: ['date', 'case', 'code', 'decision', 'by'],
    rows: decisions.map(({ date, case: caseId, code, decision, by }) => [
      date,
      caseId ?? null,
      code ?? null,
      decision,
      by,
    ]),
  };
}

/** A row a line of the change log since the last check-in; then one for each case whose label changed and which it leaves out. */
export function labelsTable({ datasets }: CheckIn): CheckInTable {
  return {
    id: 'labels',
    head: [...datasetHead, 'case', 'date', 'kind', 'defect', 'why', 'by', 'via'],
    rows: datasets.flatMap((dataset) => [
      ...(dataset.labels?.changes ?? []).map(({ caseId, date, kind, defectId, why, by, via }) => [
        ...datasetCells(dataset),
        caseId,
        date,
        kind,
        defectId ?? null,
        why,
        by,
        via,
      ]),
      ...(dataset.labels?.unloggedIds ?? []).map((caseId) => [
        ...datasetCells(dataset),
        caseId,
        null,
        'unlogged',
        null,
        null,
        null,
        null,
      ]),
    ]),
  };
}
