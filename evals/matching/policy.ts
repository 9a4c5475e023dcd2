import { z } from 'zod';

/** Which findings may match which defects at all; see `isEligible`. */
export const PolicySchema = z.enum(['strict', 'standard', 'lenient']);
export type Policy = z.infer<typeof PolicySchema>;

export const policies: readonly Policy[] = PolicySchema.options;
