import type { Operation } from '../evals/artifacts.ts';
import type { ModelEntry } from '../evals/scores/model-result.ts';

/** Time and cost of one model; null where no call told them. */
export type OperationFigures = Operation['models'][number];

/**
 * Time and cost of a model that we really called; null for built-in and replayed ones, whose times say nothing:
 * their report is the same to the byte from run to run.
 */
export function operationOf(operation: Operation | undefined, model: ModelEntry): OperationFigures | null {
  if (!isCalled(model)) return null;
  const found = operation?.models.find(({ id }) => id === model.id);
  return found === undefined || found.calls === 0 ? null : found;
}

/** Whether cases were put to a model outside the project: built-in ones run here, and answers from a file were made before. */
export function isCalled({ kind, provenance }: Pick<ModelEntry, 'kind' | 'provenance'>): boolean {
  return kind !== 'baseline' && provenance === 'run-by-us';
}
