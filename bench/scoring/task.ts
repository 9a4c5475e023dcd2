import type { ModelResult } from '../../evals/scores/model-result.ts';
import type { FamilyCounts } from '../../evals/statistics/family-counts.ts';
import type { ComparePairInput } from '../../evals/statistics/paired-difference.ts';

/** What a worker is asked: the figures of some models, or the comparison of two. */
export type Task =
  | { kind: 'summarise'; cases: number; modelsAt: readonly number[] }
  | { kind: 'compare'; pair: Omit<ComparePairInput, 'a' | 'b'> & { a: Float64Array; b: Float64Array } };

export interface Summarised {
  at: number;
  result: ModelResult;
  families: Float64Array;
}

/** Numerators and denominators by turns: quick to hand over. */
export function packFamilies(families: readonly FamilyCounts[]): Float64Array {
  const packed = new Float64Array(2 * families.length);
  for (const [at, { numerator, denominator }] of families.entries()) {
    packed[2 * at] = numerator;
    packed[2 * at + 1] = denominator;
  }
  return packed;
}

export function unpackFamilies(packed: Float64Array): FamilyCounts[] {
  return Array.from({ length: packed.length / 2 }, (_, at) => ({
    numerator: packed[2 * at]!,
    denominator: packed[2 * at + 1]!,
  }));
}
