import { z } from 'zod';
import type { Registry } from '../../evals/ports.ts';
import { isPublished } from './leaderboard.ts';
import { ApiProblem } from './problem.ts';
import { type SubmissionRecord, SubmissionRecordSchema } from './resources.ts';

/** What a submission shows of itself. */
export const SubmissionViewSchema = SubmissionRecordSchema.omit({ schema: true, quota: true }).extend({
  published: z.boolean().describe('Whether it is what the leaderboard shows of its model.'),
});
export type SubmissionView = z.infer<typeof SubmissionViewSchema>;

export async function viewOf(registry: Registry, submission: SubmissionRecord): Promise<SubmissionView> {
  const { schema: _, quota: __, ...view } = submission;
  return { ...view, published: await isPublished(registry, submission) };
}

/** @throws {ApiProblem} `conflict` where the submission is in another state */
export function requireState({ state }: SubmissionRecord, ...expected: SubmissionRecord['state'][]): void {
  if (!expected.includes(state))
    throw new ApiProblem('conflict', `The submission is ${state}, expected ${expected.join(' or ')}.`);
}
