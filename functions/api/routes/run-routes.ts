import { z } from 'zod';
import { SplitNameSchema } from '../../../datasets/card.ts';
import { IdSchema } from '../../../datasets/case.ts';
import { ResultSchema } from '../../../evals/artifacts.ts';
import { PolicySchema } from '../../../evals/matching/policy.ts';
import { requireTransfer } from '../../../evals/require-transfer.ts';
import { limitCost } from '../limit-cost.ts';
import { partyOf } from '../principal.ts';
import { ApiProblem } from '../problem.ts';
import { readRunResult } from '../read-run-result.ts';
import { type DatasetRecord, MaxCostSchema, ResourceIdSchema, type RunJob } from '../resources.ts';
import { defineRoute } from '../route.ts';
import { RunViewSchema, viewOf } from '../run-view.ts';
import { restartRun, startRun } from '../start-run.ts';
import { mayWrite } from '../tenancy.ts';
import { requireSplit } from './dataset-routes.ts';
import { requirePublisher, runPublicationRoute } from './run-publication-route.ts';
import { idParams, noBody, noteBody, nothing, pageOf, pageQuery, subjectOf } from './shapes.ts';

const who = ['operator', 'municipality'] as const;
const params = idParams('runId');

const StartSchema = z.strictObject({
  datasetId: ResourceIdSchema,
  split: SplitNameSchema.default('test'),
  models: z.array(IdSchema).min(1).max(50).describe('Ids of registered models.'),
  policy: PolicySchema.default('standard'),
  repeats: z.int().min(1).max(10).default(1),
  limit: z.int().min(1).max(100_000).nullable().default(null).describe('Only the first so many cases.'),
  maxCostDkk: MaxCostSchema.nullable()
    .default(null)
    .describe(
      'In DKK, as `maalestok run --max-cost`. A run that is estimated to cost more asks no model; under way it stops before a call that could take it over. Each model that is called needs a price.',
    ),
  shared: z.boolean().default(false).describe('Other municipalities see the figures, and no case.'),
  publish: z
    .boolean()
    .default(false)
    .describe('Everybody sees the figures of models that there is consent to, and no case.'),
  note: noteBody,
});

export const runRoutes = [
  defineRoute({
    method: 'POST',
    path: '/v1/runs',
    operationId: 'startRun',
    tag: 'runs',
    summary: 'Run models on a data set',
    description:
      'By the same steps as `maalestok run`. Ask for the run until its state is done, failed or cancelled.',
    who,
    takes: 'json',
    params: nothing,
    query: nothing,
    body: StartSchema,
    answers: { 201: RunViewSchema },
    async handle({ context, principal, desk, newId, body }) {
      const dataset = await desk.read('datasets', body.datasetId);
      requireSplit(dataset, body.split);
      if (!mayWrite(principal, dataset)) requireForeign(dataset, body);
      if (body.publish) requirePublisher(context);
      if (new Set(body.models).size !== body.models.length) {
        const faults = [{ field: 'models', is: 'a model twice', expected: 'each model once' }];
        throw new ApiProblem('invalid', 'The run names a model twice.', { faults });
      }
      const models = await Promise.all(body.models.map((id) => desk.read('models', id)));
      requireTransfer({ models: models.map(({ entry }) => entry) }, dataset.dataset);
      const maxCostDkk = limitCost(body.maxCostDkk, context.limits, models);
      const owner = partyOf(principal)!;
      const now = context.clock.now();
      const queued: RunJob = {
        ...body,
        maxCostDkk,
        limitSharedWith: [],
        estimate: null,
        schema: 'maalestok.api.run.v1',
        id: newId,
        owner,
        createdAt: now,
        updatedAt: now,
        state: 'queued',
        starts: 1,
        retryFailed: false,
        startedBy: subjectOf(principal),
        checkIn: null,
        place: null,
        failure: null,
      };
      return {
        status: 201,
        body: viewOf(await startRun(context, desk, queued, { dataset, models }), principal),
      };
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/v1/runs',
    operationId: 'listRuns',
    tag: 'runs',
    summary: 'Runs that you may see: your own, and those that are shared',
    who,
    takes: 'nothing',
    params: nothing,
    query: pageQuery,
    body: z.undefined(),
    answers: { 200: pageOf(RunViewSchema) },
    async handle({ desk, principal, query }) {
      const { items, next } = await desk.list('runs', query);
      return { status: 200, body: { items: items.map((run) => viewOf(run, principal)), next } };
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/v1/runs/{runId}',
    operationId: 'readRun',
    tag: 'runs',
    summary: 'How a run stands',
    who,
    takes: 'nothing',
    params,
    query: nothing,
    body: z.undefined(),
    answers: { 200: RunViewSchema },
    handle: async ({ desk, principal, params: { runId } }) => ({
      status: 200,
      body: viewOf(await desk.read('runs', runId), principal),
    }),
  }),
  defineRoute({
    method: 'POST',
    path: '/v1/runs/{runId}/cancel',
    operationId: 'cancelRun',
    tag: 'runs',
    summary: 'Stop a run; what was answered stays',
    description:
      'Asked again of a run that is cancelled, it is stopped again: the first time may not have reached it.',
    who,
    takes: 'json',
    params,
    query: nothing,
    body: noBody,
    answers: { 200: RunViewSchema },
    async handle({ context, principal, desk, params: { runId } }) {
      const run = await desk.change('runs', runId, (each) => {
        if (each.state === 'cancelled') return each;
        if (each.state !== 'queued' && each.state !== 'running') throw wrongState(each, 'queued or running');
        return { ...each, state: 'cancelled' };
      });
      await context.runs.cancel({ id: runId, attempt: run.starts });
      // Its last step may be publishing it.
      if (run.publish) await context.publisher?.start(runId);
      return { status: 200, body: viewOf(run, principal) };
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/v1/runs/{runId}/redrive',
    operationId: 'redriveRun',
    tag: 'runs',
    summary:
      'Go on with a run that failed or was cancelled, or ask failed questions of one that is done again',
    description:
      'No answered case is asked again. Takes one of the quota of runs of whoever owns it. A run of a check-in has its failed questions asked again by its check-in alone.',
    who,
    takes: 'json',
    params,
    query: nothing,
    body: z
      .strictObject({
        maxCostDkk: MaxCostSchema.nullable()
          .optional()
          .describe(
            'Another limit than before, for the whole run; what it has spent counts. Absent: as before.',
          ),
        retryFailed: z
          .boolean()
          .default(false)
          .describe(
            'As `maalestok run --retry-failed`: questions of all its models that failed or timed out are asked once more, but for those that a model refused. Then everything is scored, reported, signed and, where its owner wants it, published anew.',
          ),
      })
      .optional(),
    answers: { 200: RunViewSchema },
    async handle({ context, principal, desk, params: { runId }, body }) {
      const before = await desk.readOwn('runs', runId);
      const dataset = await desk.read('datasets', before.datasetId);
      const models = await Promise.all(before.models.map((id) => desk.read('models', id)));
      const asked = body?.maxCostDkk === undefined ? before.maxCostDkk : body.maxCostDkk;
      const maxCostDkk = limitCost(asked, context.limits, models);
      const again = body?.retryFailed === true ? requireNoCheckIn(before) : {};
      const run = await restartRun(context, desk, before, { dataset, models }, { maxCostDkk, ...again });
      return { status: 200, body: viewOf(run, principal) };
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/v1/runs/{runId}/share',
    operationId: 'shareRun',
    tag: 'runs',
    summary: 'Let other municipalities see the figures of a run of yours, or no longer',
    who,
    takes: 'json',
    params,
    query: nothing,
    body: z.strictObject({ shared: z.boolean() }),
    answers: { 200: RunViewSchema },
    async handle({ desk, principal, params: { runId }, body: { shared } }) {
      const run = await desk.change('runs', runId, (each) => ({ ...each, shared }));
      return { status: 200, body: viewOf(run, principal) };
    },
  }),
  runPublicationRoute,
  defineRoute({
    method: 'GET',
    path: '/v1/runs/{runId}/result',
    operationId: 'readRunResult',
    tag: 'runs',
    summary: 'All figures of a run that is done',
    description:
      'To who owns both the run and its data as `result.json` has them; to others without what tells of single cases, of municipalities and of people.',
    who,
    takes: 'nothing',
    audited: true,
    params,
    query: nothing,
    body: z.undefined(),
    answers: { 200: ResultSchema },
    async handle({ context, principal, desk, params: { runId } }) {
      const run = await desk.read('runs', runId);
      if (run.state !== 'done' || run.place === null) throw wrongState(run, 'done');
      return { status: 200, body: await readRunResult(context, principal, run, run.place) };
    },
  }),
];

/**
 * What of another's data may be run: synthetic cases, and of a split whose labels are not given out all cases or none, since
 * the figures of one case are its label. A sealed split is its owner's alone: whoever may ask a model of their own making
 * would have every figure of it.
 * @throws {ApiProblem} `forbidden`
 */
function requireForeign({ dataset }: DatasetRecord, { split, limit }: z.output<typeof StartSchema>): void {
  if (!dataset.synthetic)
    throw new ApiProblem('forbidden', 'Cases that are not synthetic are run by their owner alone.');
  if (split === 'practice') return;
  if (split === 'sealed') throw new ApiProblem('forbidden', 'A sealed split is run by its owner alone.');
  if (limit !== null)
    throw new ApiProblem(
      'forbidden',
      `Of another’s split "${split}" all cases are run: leave out \`limit\`.`,
    );
}

/** Its check-in tells what the run found: both are made anew, or neither. @throws {ApiProblem} `conflict` */
function requireNoCheckIn({ checkIn }: RunJob): { retryFailed: true } {
  if (checkIn === null) return { retryFailed: true };
  throw new ApiProblem(
    'conflict',
    `The run is one of the check-in of ${checkIn.month} of "${checkIn.cluster}": start that again with \`retryFailed\`.`,
  );
}

function wrongState({ state }: RunJob, expected: string): ApiProblem {
  return new ApiProblem('conflict', `The run is ${state}, expected ${expected}.`);
}
