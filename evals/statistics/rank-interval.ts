import { z } from 'zod';
import { compareText } from './compare-text.ts';

/**
 * A model's place. `rank` is the lower end of the rank interval [low, high] and may be shared; all three
 * are null for a model whose figure is undefined: it is placed nowhere.
 */
export const RankSchema = z.strictObject({
  id: z.string(),
  rank: z.int().positive().nullable(),
  low: z.int().positive().nullable(),
  high: z.int().positive().nullable(),
});
export type Rank = z.infer<typeof RankSchema>;

export interface RankModelsInput {
  /** Distinct. */
  ids: readonly string[];
  /** The figure of each, in the order of ids; null where undefined. Orders the output, decides no rank. */
  values: readonly (number | null)[];
  /** Whether model `a` is significantly better than model `b`, by the Holm p of their pair. */
  better: (a: string, b: string) => boolean;
  /** False for rates like false alarms. Only for the order of those who share a rank. */
  higherIsBetter?: boolean;
}

/**
 * Ranks models that a test may not tell apart: each gets the interval from 1 + the number of models
 * significantly better to M − the number significantly worse, M being the models with a value.
 * @returns best first: by rank, then value, then id; models without a value last, by id, with null ranks.
 *   Ids are ordered by UTF-16 code units. The order of the input decides nothing.
 * @source Mogstad, M., Romano, J. P., Shaikh, A. M. & Wilhelm, D. (2024), Inference for ranks with
 *   applications to mobility across neighbourhoods and academic achievement across countries, Review of
 *   Economic Studies 91, 476–518.
 */
export function rankModels(input: RankModelsInput): Rank[] {
  const { ids, values, better, higherIsBetter = true } = input;
  const sign = higherIsBetter ? 1 : -1;
  const models = ids.map((id, index) => ({ id, value: values[index] ?? null }));
  const ranked = models.filter((model): model is { id: string; value: number } => model.value !== null);
  const placed = ranked.map(({ id, value }) => {
    const others = ranked.filter((other) => other.id !== id);
    const low = 1 + others.filter((other) => better(other.id, id)).length;
    const high = ranked.length - others.filter((other) => better(id, other.id)).length;
    return { value, rank: { id, rank: low, low, high } };
  });
  placed.sort(
    (a, b) => a.rank.low - b.rank.low || sign * (b.value - a.value) || compareText(a.rank.id, b.rank.id),
  );
  const unplaced = models.filter(({ value }) => value === null).map(({ id }) => id);
  return [
    ...placed.map(({ rank }) => rank),
    ...unplaced.sort(compareText).map((id) => ({ id, rank: null, low: null, high: null })),
  ];
}
