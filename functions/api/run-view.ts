import type { z } from 'zod';
import type { Principal } from './principal.ts';
import { type RunJob, RunJobSchema } from './resources.ts';
import { mayWrite } from './tenancy.ts';

/** What a run shows of itself. */
export const RunViewSchema = RunJobSchema.omit({
  place: true,
  schema: true,
  startedBy: true,
  limitSharedWith: true,
  retryFailed: true,
  checkIn: true,
}).extend({
  maxCostDkk: RunJobSchema.shape.maxCostDkk.describe('Told to who owns the run; null to others.'),
  estimate: RunJobSchema.shape.estimate.describe(
    'What the run was expected to cost before a model was asked, in DKK; null until it is planned. Told to who owns the run.',
  ),
});

/** What a run costs, and may, and why it failed, is its owner's affair. */
export function viewOf(run: RunJob, principal: Principal): z.input<typeof RunViewSchema> {
  const { place, schema, startedBy, limitSharedWith, retryFailed, checkIn, ...view } = run;
  if (mayWrite(principal, run)) return view;
  const failure = view.failure === null ? null : 'Its owner is told why.';
  return { ...view, maxCostDkk: null, estimate: null, failure };
}
