import { ApiProblem } from './problem.ts';
import { type SubmissionRecord, SubmissionRecordSchema } from './resources.ts';

/** What a submission shows of itself. */
export const SubmissionViewSchema = SubmissionRecordSchema.omit({ schema: true, quotaKey: true });
export const viewOf = ({ schema: _, quotaKey: __, ...view }: SubmissionRecord) => view;

/** @throws {ApiProblem} `conflict` where the submission is in another state */
export function requireState({ state }: SubmissionRecord, ...expected: SubmissionRecord['state'][]): void {
  if (!expected.includes(state))
    throw new ApiProblem('conflict', `The submission is ${state}, expected ${expected.join(' or ')}.`);
}
