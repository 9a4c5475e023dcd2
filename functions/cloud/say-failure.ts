import { z } from 'zod';
import { maxCostField } from '../estimate/run-estimate.ts';

/** What Step Functions says of an error that it caught: of a Lambda, `Cause` is JSON. */
export const CaughtErrorSchema = z.object({ Error: z.string(), Cause: z.string().default('') });
export type CaughtError = z.infer<typeof CaughtErrorSchema>;

const LambdaCauseSchema = z.object({ errorMessage: z.string() });

/** What a map ends with whose items failed: Step Functions says of them only that they did. */
const mapFailed = 'States.ExceedToleratedFailureThreshold';

const ours = 'The run broke off by a fault of ours; redrive it to go on.';
const longest = 1000;

/** What whoever ordered a run is told of its failure: what is theirs to mend in full, of ours only that it was. */
export function sayFailure(error: CaughtError | undefined): string {
  if (error === undefined) return ours;
  if (error.Error === 'ModelThrottledError' || error.Error === 'ShardUnfinishedError')
    return 'A model did not answer in the time there was; redrive the run to go on.';
  if (error.Error === mapFailed)
    return 'A model could not be asked to the end: it did not answer in the time there was, or cannot be asked as it was ordered. Redrive the run to go on; if it stops again, ask the operator, whose log says why.';
  if (error.Error === 'SpendingLimitError')
    return `Stopped by ${maxCostField}: ${messageOf(error.Cause)}. All answers so far are safe: redrive the run with a higher ${maxCostField} to go on.`;
  if (error.Error !== 'InputError') return ours;
  return messageOf(error.Cause).slice(0, longest);
}

function messageOf(cause: string): string {
  try {
    return LambdaCauseSchema.parse(JSON.parse(cause)).errorMessage;
  } catch {
    return ours;
  }
}
