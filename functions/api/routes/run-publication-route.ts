import { z } from 'zod';
import type { ApiContext } from '../api-context.ts';
import { ApiProblem } from '../problem.ts';
import { defineRoute } from '../route.ts';
import { RunViewSchema, viewOf } from '../run-view.ts';
import { idParams, nothing } from './shapes.ts';

export const runPublicationRoute = defineRoute({
  method: 'POST',
  path: '/v1/runs/{runId}/publish',
  operationId: 'publishRun',
  tag: 'runs',
  summary: 'Have the figures of a run of yours published, or no longer',
  description:
    'Of models that there is consent to; without one nothing is. A run of a practice split ranks nobody and is not published.',
  who: ['operator', 'municipality'],
  takes: 'json',
  params: idParams('runId'),
  query: nothing,
  body: z.strictObject({ published: z.boolean() }),
  answers: { 200: RunViewSchema },
  async handle({ context, principal, desk, params: { runId }, body: { published } }) {
    if (published) requirePublisher(context);
    const run = await desk.change('runs', runId, (each) => {
      if (published && each.split === 'practice')
        throw new ApiProblem('conflict', 'A practice split ranks nobody: its labels are open.');
      return { ...each, publish: published };
    });
    // Of a run that is not done the last step may be publishing it by what was wanted before.
    if (run.state === 'done' || !published) await context.publisher?.start(runId);
    return { status: 200, body: viewOf(run, principal) };
  },
});

/** @throws {ApiProblem} `conflict` where nothing is published by itself */
export function requirePublisher({ publisher }: Pick<ApiContext, 'publisher'>): void {
  if (publisher !== undefined) return;
  throw new ApiProblem('conflict', 'On this machine runs are published by hand: `maalestok publish`.');
}
