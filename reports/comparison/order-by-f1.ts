import type { ModelResult } from '../../evals/scores/model-result.ts';
import type { Figure } from '../../evals/statistics/interval.ts';

/** Models by F1, best first; equals share a place (`a = b`), so their order says nothing; undefined ones are left out. */
export function orderByF1(
  models: readonly ModelResult[],
  read: (model: ModelResult) => Figure | undefined,
): string {
  const byValue = new Map<number, string[]>();
  for (const result of models) {
    const value = read(result)?.value ?? null;
    if (value !== null) byValue.set(value, [...(byValue.get(value) ?? []), result.model.id]);
  }
  return [...byValue.entries()]
    .toSorted(([a], [b]) => b - a)
    .map(([, ids]) => ids.toSorted().join(' = '))
    .join(' › ');
}
