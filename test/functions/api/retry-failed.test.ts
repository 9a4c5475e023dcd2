import { afterAll, beforeAll, expect, it } from 'vitest';
import { OperationSchema, ResultSchema } from '../../../evals/artifacts.ts';
import { VendorRequestSchema } from '../../../evals/screening/vendor-contract.ts';
import { usualLimits } from '../../../functions/api/api-context.ts';
import { RunJobSchema } from '../../../functions/api/resources.ts';
import { type ApiServer, apiSplit, placeDataset, startApi } from '../../support/api-server.ts';
import { idOf, settled } from '../../support/api-submission.ts';
import { fakeAwsEnvironment, setAwsEnvironment } from '../../support/aws-environment.ts';
import { startWireServer, type WireServer } from '../../support/wire-server.ts';

const city = 'municipality:0101';
const ended = ['done', 'failed'];
const cases = 12;
const entry = {
  ...{ adapter: 'lambda', id: 'vendor', version: '1', functionName: 'vendor', concurrency: 1 },
  price: { of: '2026-11-01', perCall: 1 },
};

let api: ApiServer;
let vendor: WireServer;
let restore: () => void;
let datasetId: string;
const failing = new Set<string>();
const asked: string[] = [];
beforeAll(async () => {
  vendor = await startWireServer(({ body }) => {
    const { caseId } = VendorRequestSchema.parse(JSON.parse(body)).case;
    asked.push(caseId);
    if (failing.has(caseId)) return { status: 400, body: { __type: 'InvalidRequestContentException' } };
    return { body: { caseId, status: 'answered', findings: [], usage: { costDkk: 1 } } };
  });
  restore = setAwsEnvironment({ ...fakeAwsEnvironment, AWS_ENDPOINT_URL_LAMBDA: vendor.url });
  const runs = { name: 'runs', limit: 4, period: 'day' } as const;
  api = await startApi({ limits: { quotas: { ...usualLimits.quotas, runs } } });
  await placeDataset(api.folder, 'm-0101', 'own', { test: apiSplit('t', cases) });
  datasetId = idOf(await api.as(city, 'POST', '/v1/datasets', { body: { folder: 'own' } }));
  await api.as('operator', 'POST', '/v1/models', { body: { entry } });
});
afterAll(async () => {
  restore();
  await Promise.all([api.close(), vendor.close()]);
});

it('asks failed questions of a run that is done once more, within its limit and on the quota of runs', async () => {
  failing.add('t01').add('t05');
  const body = { datasetId, models: ['vendor'], maxCostDkk: 14.5 };
  const id = idOf(await api.as(city, 'POST', '/v1/runs', { body }));
  const path = `/v1/runs/${id}`;
  const end = () => settled(api, city, path, ended);
  const redrive = (more?: object, as = city) =>
    api.as(as, 'POST', `${path}/redrive`, more === undefined ? {} : { body: more });
  const counts = async () => {
    const { body: result } = await api.as(city, 'GET', `${path}/result`);
    return ResultSchema.parse(result).models[0]!.counts;
  };
  const jobOf = async () => RunJobSchema.parse((await api.server.context.registry.read('runs', id))!.value);
  expect(await end()).toMatchObject({ state: 'done' });
  expect(await counts()).toMatchObject({ planned: cases, answered: 10, failed: 2 });
  expect((await redrive()).status).toBe(409);
  expect((await redrive({ retryFailed: false })).status).toBe(409);
  expect((await redrive({ retryFailed: true }, 'municipality:0202')).status).toBe(404);

  failing.delete('t01');
  const again = await redrive({ retryFailed: true });
  expect(again.body, again.text).toMatchObject({ state: 'queued', starts: 2 });
  // What is not done has no result: the one before is of other answers.
  expect((await api.as(city, 'GET', `${path}/result`)).status).toBe(409);
  expect(await end()).toMatchObject({ state: 'done', maxCostDkk: 14.5 });
  expect(await counts()).toMatchObject({ planned: cases, answered: 11, failed: 1 });
  expect(asked.filter((each) => each === 't01' || each === 't05')).toHaveLength(4);
  expect(asked).toHaveLength(cases + 2);
  expect(await jobOf()).toMatchObject({ retryFailed: false, place: expect.stringContaining(id) });
  const { place } = await jobOf();
  const operation = await api.server.context.blobs.read(`${place}/operation.json`);
  expect(OperationSchema.parse(JSON.parse(new TextDecoder().decode(operation!))).models[0]).toMatchObject({
    calls: cases + 2,
  });

  // Eleven answers, and three calls that failed and may be billed: one more could take it over its limit.
  expect((await redrive({ retryFailed: true })).status).toBe(200);
  expect(await end()).toMatchObject({
    state: 'failed',
    failure: expect.stringMatching(/^Stopped by maxCostDkk/u),
  });
  expect(asked).toHaveLength(cases + 2);
  failing.clear();
  // Gone on with, it still asks what it was to ask.
  expect((await redrive({ maxCostDkk: 20 })).status).toBe(200);
  expect(await end()).toMatchObject({ state: 'done' });
  expect(await counts()).toMatchObject({ planned: cases, answered: cases });
  // Four starts were made.
  expect((await redrive({ retryFailed: true })).status).toBe(429);
  expect(await end()).toMatchObject({ state: 'done' });
});

it('asks none of them a third time where it breaks off and is gone on with', async () => {
  const other = 'municipality:0202';
  await placeDataset(api.folder, 'm-0202', 'own', { test: apiSplit('t', cases) });
  const own = idOf(await api.as(other, 'POST', '/v1/datasets', { body: { folder: 'own' } }));
  failing.add('t02').add('t06');
  const body = { datasetId: own, models: ['vendor'], maxCostDkk: 13.5 };
  const id = idOf(await api.as(other, 'POST', '/v1/runs', { body }));
  const path = `/v1/runs/${id}`;
  const redrive = (more: object) => api.as(other, 'POST', `${path}/redrive`, { body: more });
  expect(await settled(api, other, path, ended)).toMatchObject({ state: 'done' });
  asked.length = 0;
  await redrive({ retryFailed: true });
  // The first of the two fails again, and its limit lets it ask no more.
  expect(await settled(api, other, path, ended)).toMatchObject({ state: 'failed' });
  expect(asked).toEqual(['t02']);
  failing.clear();
  await redrive({ maxCostDkk: 30 });
  expect(await settled(api, other, path, ended)).toMatchObject({ state: 'done' });
  expect(asked).toEqual(['t02', 't06']);
  const { body: result } = await api.as(other, 'GET', `${path}/result`);
  expect(ResultSchema.parse(result).models[0]!.counts).toMatchObject({ answered: cases - 1, failed: 1 });
});

it('asks models as they were planned, whatever is registered under their names since', async () => {
  failing.add('t03');
  const body = { datasetId, models: ['vendor'] };
  const id = idOf(await api.as('operator', 'POST', '/v1/runs', { body }));
  const path = `/v1/runs/${id}`;
  expect(await settled(api, 'operator', path, ended)).toMatchObject({ state: 'done' });
  const modelOf = async () => {
    const { body: result } = await api.as('operator', 'GET', `${path}/result`);
    return ResultSchema.parse(result).models[0]!;
  };
  expect(await modelOf()).toMatchObject({ counts: { failed: 1 } });
  await api.as('operator', 'POST', '/v1/models/vendor/retire');
  await api.as('operator', 'POST', '/v1/models', { body: { entry: { ...entry, version: '2' } } });
  failing.clear();
  asked.length = 0;
  const again = await api.as('operator', 'POST', `${path}/redrive`, { body: { retryFailed: true } });
  expect(again.status, again.text).toBe(200);
  expect(await settled(api, 'operator', path, ended)).toMatchObject({ state: 'done' });
  expect(asked).toEqual(['t03']);
  expect(await modelOf()).toMatchObject({ model: { version: '1' }, counts: { failed: 0 } });
  // What it has answered cannot be read: it says where, and not where that lies on this machine.
  const { blobs } = api.server.context;
  const [answers] = (await blobs.list(`runs/${id}/`)).filter((key) => key.includes('/screenings/vendor/'));
  await blobs.write(answers!, '{');
  await api.as('operator', 'POST', `${path}/redrive`, { body: { retryFailed: true } });
  expect(await settled(api, 'operator', path, ended)).toMatchObject({
    state: 'failed',
    failure: `Cannot read screenings "${answers}": the file is damaged`,
  });
});

it('is refused of a run of a check-in, which tells what it found', async () => {
  const { registry } = api.server.context;
  const { items } = (await api.as(city, 'GET', '/v1/runs')).body as { items: { id: string }[] };
  const { id } = items[0]!;
  const { value, version } = (await registry.read('runs', id))!;
  const checkIn = { cluster: 'klynge', month: '2026-10' };
  await registry.write('runs', id, { ...(value as object), checkIn }, version);
  const refused = await api.as(city, 'POST', `/v1/runs/${id}/redrive`, { body: { retryFailed: true } });
  expect(refused.status).toBe(409);
  expect(refused.text).toContain('check-in of 2026-10');
  expect(await api.as(city, 'GET', `/v1/runs/${id}`)).toMatchObject({ body: { state: 'done' } });
});
