import { z } from 'zod';
import { IdSchema } from '../../datasets/case.ts';

/** A row of promptfoo's results, as far as it is read. Written by a tool of others': tolerant. */
export const EvalRowSchema = z.object({
  vars: z.object({ caseId: IdSchema }),
  provider: z.object({ id: z.string().max(2000), label: z.string().max(2000).nullish() }),
  prompt: z.object({ label: z.string().max(10_000).optional().catch(undefined) }).optional(),
  promptIdx: z.int().min(0),
  testIdx: z.int().min(0),
  response: z
    .object({
      output: z.unknown().optional(),
      error: z.string().nullish(),
      metadata: z.unknown().optional(),
      isRefusal: z.boolean().optional().catch(undefined),
      finishReason: z.string().max(100).optional().catch(undefined),
    })
    .nullish(),
  /** Also what an assertion says, where the output is there. */
  error: z.string().nullish(),
});
export type EvalRow = z.infer<typeof EvalRowSchema>;

/** What `promptfoo eval -o results.json` writes. */
export const EvalFileSchema = z.object({
  results: z.object({ version: z.literal(3), results: z.array(EvalRowSchema) }),
});
