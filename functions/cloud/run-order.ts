import { z } from 'zod';
import { ArtifactError } from '../../datasets/errors.ts';
import type { BlobStore } from '../../evals/ports.ts';
import { runKeys } from '../../evals/run-keys.ts';
import { ModelEntrySchema } from '../../evals/scores/model-result.ts';
import { SuiteModelSchema } from '../../evals/suite-model.ts';
import { PartySchema } from '../api/principal.ts';
import { modelKinds } from '../cloud-names.ts';

/** Where what passes between the functions of a run lies, relative to its folder. */
export const workKeys = {
  order: runKeys.work('order.json'),
  items: (at: number) => runKeys.work(`items-${at}.json`),
  /** Questions of a shard that one function left to the next, and how often a model's service has failed. */
  questions: (modelId: string, shard: string) =>
    runKeys.work(`questions/${encodeURIComponent(modelId)}/${shard}.json`),
  down: (modelId: string) => runKeys.work(`down/${encodeURIComponent(modelId)}.json`),
  /** What came of a shard since its journals were put away; where those of all shards lie. */
  tail: (modelId: string, shard: string) =>
    runKeys.work(`tail/${encodeURIComponent(modelId)}/${shard}.jsonl`),
  tails: runKeys.work('tail/'),
  /** That a limit stopped a run, until it is gone on with. */
  stop: runKeys.work('stop.json'),
  /** What a publication would hold of a model: whoever publishes reads these, and no scores. */
  counts: (modelId: string) => runKeys.work(`counts/${encodeURIComponent(modelId)}.json`),
} as const;

/** `work/order.json`: what was ordered, as it was planned. Of secrets it holds the names alone. */
export const CloudOrderSchema = z.strictObject({
  schema: z.literal('maalestok.cloud-order.v1'),
  /** The data set's folder in the store. */
  datasetPlace: z.string(),
  models: z.array(
    z.strictObject({
      /** Which function asks it. */
      kind: z.enum(modelKinds),
      entry: SuiteModelSchema,
      /** Where it stands in the suite, for messages. */
      field: z.string(),
      planned: ModelEntrySchema,
      fingerprint: z.string(),
      /** Whose model it was when it was planned: their consent alone counts for what the run says of it. */
      owner: PartySchema,
    }),
  ),
});
export type CloudOrder = z.infer<typeof CloudOrderSchema>;
export type OrderedModel = CloudOrder['models'][number];

/** Null where the run has not been planned. @throws {ArtifactError} where it is damaged */
export async function readOrder(store: BlobStore): Promise<CloudOrder | null> {
  const bytes = await store.read(workKeys.order);
  if (bytes === null) return null;
  try {
    return CloudOrderSchema.parse(JSON.parse(new TextDecoder().decode(bytes)));
  } catch (cause) {
    throw new ArtifactError(`Cannot read "${store.describe(workKeys.order)}": it is damaged`, { cause });
  }
}

/** @throws {ArtifactError} where the run has not been planned, or the order is damaged */
export async function requireOrder(store: BlobStore): Promise<CloudOrder> {
  const order = await readOrder(store);
  if (order !== null) return order;
  throw new ArtifactError(`Cannot read "${store.describe(workKeys.order)}": it is missing`);
}
