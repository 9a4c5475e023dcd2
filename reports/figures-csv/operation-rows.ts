import type { Operation } from '../../evals/artifacts.ts';
import type { ModelEntry } from '../../evals/scores/model-result.ts';
import { type OperationFigures, operationOf } from '../operation-figures.ts';
import { countRow, type FigureRow } from './figure-row.ts';

/** Time and cost of one model, where it was really called; else none, so that the file stays the same to the byte. */
export function operationRows(operation: Operation | undefined, model: ModelEntry): FigureRow[] {
  const figures = operationOf(operation, model);
  if (figures === null) return [];
  return [
    countRow('calls', figures.calls),
    countRow('attempts', figures.attempts),
    ...percentileRows('latencyMs', figures.latencyMs),
    ...percentileRows('latencyPerPageMs', figures.latencyPerPageMs),
    countRow('inputTokens', figures.inputTokens),
    countRow('outputTokens', figures.outputTokens),
    countRow('cacheReadTokens', figures.cacheReadTokens),
    countRow('cacheWriteTokens', figures.cacheWriteTokens),
    countRow('cachedCalls', figures.cachedCalls),
    countRow('pricedCalls', figures.pricedCalls),
    countRow('costDkk', figures.costDkk),
    countRow('costPerCaseDkk', figures.costPerCaseDkk),
    countRow('costPerTrueDefectDkk', figures.costPerTrueDefectDkk),
  ];
}

function percentileRows(measure: string, latency: OperationFigures['latencyMs']): FigureRow[] {
  return (['p50', 'p95', 'p99'] as const).map((slice) =>
    countRow(measure, latency?.[slice] ?? null, { kind: 'percentile', slice }),
  );
}
