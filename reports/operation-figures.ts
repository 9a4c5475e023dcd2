import type { ModelEntry } from '../evals/scores/model-result.ts';

/** Half, 95 of 100 and 99 of 100 calls took at most so many milliseconds. */
export interface Percentiles {
  p50: number;
  p95: number;
  p99: number;
}

/** Time and cost of one model; null where no call told them. */
export interface OperationFigures {
  id: string;
  calls: number;
  attempts: number;
  latencyMs: Percentiles | null;
  latencyPerPageMs: Percentiles | null;
  inputTokens: number;
  outputTokens: number;
  /** Calls whose cost is known; the costs are theirs alone. */
  pricedCalls: number;
  costDkk: number | null;
  costPerCaseDkk: number | null;
  /** Null, too, where no defect was found. */
  costPerTrueDefectDkk: number | null;
  /** ISO date of the price table. */
  pricesOf: string | null;
}

/** What the report needs to know of `operation.json`. */
export interface Operation {
  models: readonly OperationFigures[];
}

/**
 * Time and cost of a model that we really called; null for built-in and replayed ones, whose times say nothing:
 * their report is the same to the byte from run to run.
 */
export function operationOf(operation: Operation | undefined, model: ModelEntry): OperationFigures | null {
  if (model.kind === 'baseline' || model.provenance !== 'run-by-us') return null;
  const found = operation?.models.find(({ id }) => id === model.id);
  return found === undefined || found.calls === 0 ? null : found;
}
