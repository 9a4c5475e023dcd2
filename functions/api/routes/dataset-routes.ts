import { z } from 'zod';
import { type SplitName, SplitNameSchema } from '../../../datasets/card.ts';
import { storeWithin } from '../../adapters/store-within.ts';
import { partyOf } from '../principal.ts';
import { ApiProblem } from '../problem.ts';
import { type DatasetRecord, DatasetRecordSchema } from '../resources.ts';
import { defineRoute } from '../route.ts';
import { idParams, nothing, pageOf, pageQuery } from './shapes.ts';

/** As others see it: where it lies is nobody's business. */
export const DatasetViewSchema = DatasetRecordSchema.omit({ place: true, schema: true });
const viewOf = ({ place: _, schema: __, ...view }: DatasetRecord) => view;

const readers = ['operator', 'municipality', 'vendor'] as const;
const owners = ['operator', 'municipality'] as const;

/** A folder in the party's own folder of the store. */
export const FolderSchema = z
  .string()
  .regex(/^[a-zA-Z0-9][\w.-]{0,99}$/u, 'a folder name of letters, digits, ".", "_" and "-"');

const RegisterSchema = z.strictObject({
  folder: FolderSchema.describe(
    "In the party's own folder of the store, `datasets/PARTY/`: it holds card.json and all that it names.",
  ),
  shared: z.boolean().default(false).describe('Municipalities see it; vendors too, where it is synthetic.'),
});

// What opens data sets is loaded with the first request that takes it: most take records alone.
export const datasetRoutes = [
  defineRoute({
    method: 'POST',
    path: '/v1/datasets',
    operationId: 'registerDataset',
    tag: 'data sets',
    summary: "Register a data set that lies in the party's folder",
    description: 'It is opened, and the anonymisation gate must have passed it as it is.',
    who: owners,
    takes: 'json',
    params: nothing,
    query: nothing,
    body: RegisterSchema,
    answers: { 201: DatasetViewSchema },
    async handle({ context, principal, desk, newId, body: { folder, shared } }) {
      const owner = partyOf(principal)!;
      const { registerDataset } = await import('../register-dataset.ts');
      const record = await registerDataset({ id: newId, owner, folder, shared }, { ...context, desk });
      return { status: 201, body: viewOf(record) };
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/v1/datasets',
    operationId: 'listDatasets',
    tag: 'data sets',
    summary: 'Data sets that you may see',
    who: readers,
    takes: 'nothing',
    params: nothing,
    query: pageQuery,
    body: z.undefined(),
    answers: { 200: pageOf(DatasetViewSchema) },
    async handle({ desk, query }) {
      const { items, next } = await desk.list('datasets', query);
      return { status: 200, body: { items: items.map(viewOf), next } };
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/v1/datasets/{datasetId}',
    operationId: 'readDataset',
    tag: 'data sets',
    summary: 'One data set',
    who: readers,
    takes: 'nothing',
    params: idParams('datasetId'),
    query: nothing,
    body: z.undefined(),
    answers: { 200: DatasetViewSchema },
    handle: async ({ desk, params }) => ({
      status: 200,
      body: viewOf(await desk.read('datasets', params.datasetId)),
    }),
  }),
  defineRoute({
    method: 'POST',
    path: '/v1/datasets/{datasetId}/share',
    operationId: 'shareDataset',
    tag: 'data sets',
    summary: 'Let others see a data set of yours, or no longer',
    who: owners,
    takes: 'json',
    params: idParams('datasetId'),
    query: nothing,
    body: z.strictObject({ shared: z.boolean() }),
    answers: { 200: DatasetViewSchema },
    async handle({ desk, params, body: { shared } }) {
      const changed = await desk.change('datasets', params.datasetId, (record) => ({ ...record, shared }));
      return { status: 200, body: viewOf(changed) };
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/v1/datasets/{datasetId}/splits/{split}/cases',
    operationId: 'readCases',
    tag: 'data sets',
    summary: 'The cases of a split, one JSON object a line',
    description:
      'Labels are told to nobody here. Files that cases name are not served. In the cloud the answer is an address of S3 (303), good for some minutes.',
    who: readers,
    takes: 'nothing',
    audited: true,
    params: idParams('datasetId').extend({ split: SplitNameSchema }),
    query: nothing,
    body: z.undefined(),
    answers: { 200: 'lines', 303: 'empty' },
    async handle({ context, desk, params: { datasetId, split } }) {
      const record = await desk.read('datasets', datasetId);
      requireSplit(record, split);
      const { openStoredDataset } = await import('../open-stored-dataset.ts');
      const { card } = await openStoredDataset(context.blobs, record);
      const { cases } = card.splits[split]!;
      if (context.linkTo !== undefined)
        return { status: 303, location: await context.linkTo(`${record.place}/${cases}`) };
      const { linesOf } = await import('../../../evals/open-dataset.ts');
      const store = storeWithin(context.blobs, `${record.place}/`);
      return { status: 200, lines: await linesOf(store, cases) };
    },
  }),
];

/** @throws {ApiProblem} */
export function requireSplit({ dataset: { splits } }: DatasetRecord, split: SplitName): void {
  if (splits[split] !== undefined) return;
  throw new ApiProblem('invalid', 'The data set has no such split.', {
    faults: [{ field: 'split', is: `"${split}"`, expected: Object.keys(splits).join(' or ') }],
  });
}
