import { z } from 'zod';
import { ScreeningSchema } from '../../evals/screening/screening.ts';

/** What our provider says beside an output, under `metadata.maalestok`: the screening less what the output holds. */
export const ProviderMetadataSchema = ScreeningSchema.pick({
  model: true,
  status: true,
  error: true,
  repaired: true,
});
export type ProviderMetadata = z.infer<typeof ProviderMetadataSchema>;

const CarrierSchema = z.object({ maalestok: ProviderMetadataSchema });

/** Undefined where another provider answered. */
export function readProviderMetadata(metadata: unknown): ProviderMetadata | undefined {
  return CarrierSchema.safeParse(metadata).data?.maalestok;
}
