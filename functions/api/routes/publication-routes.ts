import { putEntry, removeEntry } from '../leaderboard.ts';
import { partyOf } from '../principal.ts';
import { ApiProblem } from '../problem.ts';
import { defineRoute } from '../route.ts';
import { requireState, SubmissionViewSchema, viewOf } from '../submission-view.ts';
import { idParams, noBody, nothing } from './shapes.ts';

const params = idParams('submissionId');
const vendor = ['vendor'] as const;

/** A vendor's consent that a submission is shown on the leaderboard, and its withdrawal. */
export const publicationRoutes = [
  defineRoute({
    method: 'POST',
    path: '/v1/submissions/{submissionId}/publish',
    operationId: 'publishSubmission',
    tag: 'leaderboard',
    summary: 'Consent that the headline figures of a submission are shown to everybody',
    description:
      'A practice split ranks nobody. A later publication of the same model takes the place of an earlier one.',
    who: vendor,
    takes: 'json',
    params,
    query: nothing,
    body: noBody,
    answers: { 200: SubmissionViewSchema },
    async handle({ context, principal, desk, params: { submissionId } }) {
      const submission = await desk.readOwn('submissions', submissionId);
      requireState(submission, 'scored');
      if (submission.dataset.split === 'practice')
        throw new ApiProblem('conflict', 'A practice split ranks nobody: its labels are open.');
      const { comparabilityKey, headline, dataset, model } = submission;
      if (comparabilityKey === null || headline === null)
        throw new Error(`${submissionId} is scored without figures`);
      await putEntry(context, {
        schema: 'maalestok.api.entry.v1',
        submissionId,
        comparabilityKey,
        dataset,
        vendor: partyOf(principal)!.replace(/^vendor:/u, ''),
        model,
        provenance: 'self-reported',
        publishedAt: context.clock.now(),
        headline,
      });
      return { status: 200, body: await viewOf(context.registry, submission) };
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/v1/submissions/{submissionId}/withdraw',
    operationId: 'withdrawSubmission',
    tag: 'leaderboard',
    summary: 'Take back the consent: the submission leaves its board',
    description: 'A later one of the same model that has its place stays.',
    who: vendor,
    takes: 'json',
    params,
    query: nothing,
    body: noBody,
    answers: { 200: SubmissionViewSchema },
    async handle({ context, desk, params: { submissionId } }) {
      const submission = await desk.readOwn('submissions', submissionId);
      await removeEntry(context, submission);
      return { status: 200, body: await viewOf(context.registry, submission) };
    },
  }),
];
