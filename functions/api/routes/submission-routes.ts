import { z } from 'zod';
import { SplitNameSchema } from '../../../datasets/card.ts';
import { ModelResultSchema } from '../../../evals/scores/model-result.ts';
import { ModelIdSchema } from '../model-id.ts';
import { partyOf } from '../principal.ts';
import { ApiProblem } from '../problem.ts';
import { drawTicket, refundQuota, takeQuota } from '../quotas.ts';
import { readSubmissionResult } from '../read-submission-result.ts';
import { ResourceIdSchema } from '../resources.ts';
import { defineRoute } from '../route.ts';
import { startScoring } from '../start-scoring.ts';
import { requireState, SubmissionViewSchema, viewOf } from '../submission-view.ts';
import { uploadKey } from '../upload-keys.ts';
import { requireSplit } from './dataset-routes.ts';
import { idParams, noBody, noteBody, nothing, pageOf, pageQuery } from './shapes.ts';

const params = idParams('submissionId');
const vendor = ['vendor'] as const;
const readers = ['operator', 'vendor'] as const;

const SubmitSchema = z.strictObject({
  datasetId: ResourceIdSchema,
  split: SplitNameSchema,
  model: z
    .strictObject({ id: ModelIdSchema, version: z.string().min(1).max(200) })
    .describe('As in the file. The id is the vendor’s own, or begins with it and a dot: acme, acme.large.'),
  bytes: z.int().min(1).describe('Of the file.'),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/u, '64 lower-case hex digits')
    .describe('Of the file, as `sha256sum` says.'),
  note: noteBody,
});

const UploadSchema = z.strictObject({
  url: z.string(),
  method: z.literal('PUT'),
  headers: z.record(z.string(), z.string()),
  expiresAt: z.iso.datetime(),
});

export const submissionRoutes = [
  defineRoute({
    method: 'POST',
    path: '/v1/submissions',
    operationId: 'createSubmission',
    tag: 'submissions',
    summary: 'Announce a file of screenings, and be told where to put it',
    who: vendor,
    takes: 'json',
    params: nothing,
    query: nothing,
    body: SubmitSchema,
    answers: { 201: z.strictObject({ submission: SubmissionViewSchema, upload: UploadSchema }) },
    async handle({ context, principal, desk, newId, body }) {
      const owner = partyOf(principal)!;
      const { datasetId, split, model, bytes, sha256, note } = body;
      const dataset = await desk.read('datasets', datasetId);
      requireSplit(dataset, split);
      requireLabelled(dataset.dataset.splits[split]?.labelled === true);
      requireOwnModel(model.id, owner.replace(/^vendor:/u, ''));
      if (bytes > context.limits.uploadBytes) {
        const faults = [
          { field: 'bytes', is: String(bytes), expected: `at most ${context.limits.uploadBytes}` },
        ];
        throw new ApiProblem('invalid', 'The file is too large.', { faults });
      }
      const quota = context.limits.quotas.submissions;
      const ticket = drawTicket(context.clock, owner, quota, newId);
      await takeQuota(context, quota, ticket);
      const now = context.clock.now();
      const { id: name, version } = dataset.dataset;
      try {
        const { record: submission } = await desk.create('submissions', {
          schema: 'maalestok.api.submission.v1',
          id: newId,
          owner,
          createdAt: now,
          updatedAt: now,
          datasetId,
          dataset: { id: name, version, split },
          model,
          note,
          upload: { bytes, sha256 },
          state: 'awaiting-upload',
          quota: null,
          faults: [],
          comparabilityKey: null,
          headline: null,
        });
        const upload = await context.uploads.open({ key: uploadKey(newId), bytes, sha256 });
        return { status: 201, body: { submission: await viewOf(context.registry, submission), upload } };
      } catch (error) {
        if (!(error instanceof ApiProblem)) await refundQuota(context, ticket);
        throw error;
      }
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/v1/submissions',
    operationId: 'listSubmissions',
    tag: 'submissions',
    summary: 'Your submissions',
    who: readers,
    takes: 'nothing',
    params: nothing,
    query: pageQuery,
    body: z.undefined(),
    answers: { 200: pageOf(SubmissionViewSchema) },
    async handle({ context, desk, query }) {
      const { items, next } = await desk.list('submissions', query);
      const views = await Promise.all(items.map((each) => viewOf(context.registry, each)));
      return { status: 200, body: { items: views, next } };
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/v1/submissions/{submissionId}',
    operationId: 'readSubmission',
    tag: 'submissions',
    summary: 'How a submission stands, and its headline figures',
    who: readers,
    takes: 'nothing',
    params,
    query: nothing,
    body: z.undefined(),
    answers: { 200: SubmissionViewSchema },
    handle: async ({ context, desk, params: { submissionId } }) => ({
      status: 200,
      body: await viewOf(context.registry, await desk.read('submissions', submissionId)),
    }),
  }),
  defineRoute({
    method: 'POST',
    path: '/v1/submissions/{submissionId}/score',
    operationId: 'scoreSubmission',
    tag: 'submissions',
    summary: 'Have the file checked and scored',
    description:
      'Takes one of the quota of its split: given back where we fail, and not where the file is wrong. Ask for the submission until its state is scored, rejected or failed.',
    who: vendor,
    takes: 'json',
    params,
    query: nothing,
    body: noBody,
    answers: { 202: SubmissionViewSchema },
    async handle({ context, principal, desk, params: { submissionId } }) {
      const submission = await startScoring(context, desk, partyOf(principal)!, submissionId);
      return { status: 202, body: await viewOf(context.registry, submission) };
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/v1/submissions/{submissionId}/result',
    operationId: 'readSubmissionResult',
    tag: 'submissions',
    summary: 'All figures of a submission on a practice split',
    description:
      'On every other split the labels are closed: its headline figures, rounded, are all that is told, for each figure more would tell of labels.',
    who: readers,
    takes: 'nothing',
    audited: true,
    params,
    query: nothing,
    body: z.undefined(),
    answers: { 200: ModelResultSchema },
    async handle({ context, desk, params: { submissionId } }) {
      const submission = await desk.read('submissions', submissionId);
      requireState(submission, 'scored');
      return { status: 200, body: await readSubmissionResult(context.blobs, submission) };
    },
  }),
];

function requireLabelled(labelled: boolean): void {
  if (labelled) return;
  throw new ApiProblem('invalid', 'The split has no labels yet, and cannot be scored.', {
    faults: [{ field: 'split', is: 'a split without labels', expected: 'one with labels' }],
  });
}

/** A dot is in no vendor's id, so that no two vendors have one name. @throws {ApiProblem} */
function requireOwnModel(id: string, own: string): void {
  if (id === own || id.startsWith(`${own}.`)) return;
  throw new ApiProblem('invalid', 'The model has a name that is not yours.', {
    faults: [
      {
        field: 'model.id',
        is: `"${id.slice(0, 60)}"`,
        expected: `"${own}", or what begins with "${own}."`,
        mend: 'Name the model so in the file and here.',
      },
    ],
  });
}
