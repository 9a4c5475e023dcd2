import { z } from 'zod';
import { IdSchema } from '../../../datasets/case.ts';
import { SuiteModelSchema } from '../../../evals/suite-model.ts';
import { ModelIdSchema } from '../model-id.ts';
import { modelOwnerOf, PartyIdSchema } from '../principal.ts';
import { ApiProblem, checkRequest } from '../problem.ts';
import { type ModelRecord, ModelRecordSchema } from '../resources.ts';
import { defineRoute } from '../route.ts';
import { noBody, nothing, pageOf, pageQuery } from './shapes.ts';

const readers = ['operator', 'municipality', 'vendor'] as const;
const modelParams = z.strictObject({ modelId: IdSchema });

/** As others see it: addresses, references to secrets and agreements are the operator's. */
export const ModelViewSchema = ModelRecordSchema.pick({ id: true, vendor: true, createdAt: true }).extend({
  adapter: z.string(),
  version: z.string().nullable(),
});

function viewOf({ id, vendor, createdAt, entry }: ModelRecord) {
  const version = 'version' in entry ? (entry.version ?? null) : null;
  return { id, vendor, createdAt, adapter: entry.adapter, version };
}

export const modelRoutes = [
  defineRoute({
    method: 'POST',
    path: '/v1/models',
    operationId: 'registerModel',
    tag: 'models',
    summary: 'Make a model known, so that runs may ask it',
    description:
      'An entry as in a suite. Models that replay a file or load a provider of promptfoo are run from the command line alone.',
    who: ['operator'],
    takes: 'json',
    params: nothing,
    query: nothing,
    body: z.strictObject({ vendor: PartyIdSchema.nullable().default(null), entry: SuiteModelSchema }),
    answers: { 201: ModelViewSchema },
    async handle({ context, desk, body: { vendor, entry } }) {
      requireRunnable(entry);
      const id = checkRequest(entry.id ?? entry.adapter, ModelIdSchema, 'model’s id');
      const now = context.clock.now();
      const consent = await desk.find('consents', id);
      if (consent !== null && consent.owner !== modelOwnerOf(vendor))
        throw new ApiProblem(
          'conflict',
          `Another party has spoken for a model "${id}": give this one another id.`,
        );
      const made: ModelRecord = {
        schema: 'maalestok.api.model.v1',
        id,
        owner: 'operator',
        createdAt: now,
        updatedAt: now,
        vendor,
        entry,
      };
      const { record } = await desk.create('models', made);
      if (JSON.stringify(record.entry) !== JSON.stringify(entry) || record.vendor !== vendor) {
        throw new ApiProblem(
          'conflict',
          `There is another model "${id}": give this one an id of its own, or retire that.`,
        );
      }
      return { status: 201, body: viewOf(record) };
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/v1/models',
    operationId: 'listModels',
    tag: 'models',
    summary: 'Models that you may see',
    who: readers,
    takes: 'nothing',
    params: nothing,
    query: pageQuery,
    body: z.undefined(),
    answers: { 200: pageOf(ModelViewSchema) },
    async handle({ desk, query }) {
      const { items, next } = await desk.list('models', query);
      return { status: 200, body: { items: items.map(viewOf), next } };
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/v1/models/{modelId}',
    operationId: 'readModel',
    tag: 'models',
    summary: 'One model',
    who: readers,
    takes: 'nothing',
    params: modelParams,
    query: nothing,
    body: z.undefined(),
    answers: { 200: ModelViewSchema },
    handle: async ({ desk, params }) => ({
      status: 200,
      body: viewOf(await desk.read('models', params.modelId)),
    }),
  }),
  defineRoute({
    method: 'POST',
    path: '/v1/models/{modelId}/retire',
    operationId: 'retireModel',
    tag: 'models',
    summary: 'Take a model out: no run asks it any more',
    who: ['operator'],
    takes: 'json',
    params: modelParams,
    query: nothing,
    body: noBody,
    answers: { 204: 'empty' },
    async handle({ desk, params }) {
      await desk.remove('models', params.modelId);
      return { status: 204 };
    },
  }),
];

/** Files of the machine and code are not for a request to name. @throws {ApiProblem} */
function requireRunnable({ adapter }: z.output<typeof SuiteModelSchema>): void {
  if (adapter !== 'replay' && adapter !== 'promptfoo') return;
  throw new ApiProblem('invalid', 'Such a model is not run through the API.', {
    faults: [
      {
        field: 'entry.adapter',
        is: `"${adapter}", which names files of this machine`,
        expected: 'silent, constant, checklist, nearest-case, http, bedrock or lambda',
        mend: 'Send answers in as a submission, or use `maalestok run`.',
      },
    ],
  });
}
