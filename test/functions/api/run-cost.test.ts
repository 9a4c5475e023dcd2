import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { VendorRequestSchema } from '../../../evals/screening/vendor-contract.ts';
import { describeRunCost } from '../../contract/api-run-cost.ts';
import { type ApiServer, apiSplit, placeDataset, startApi } from '../../support/api-server.ts';
import { idOf, settled } from '../../support/api-submission.ts';
import { fakeAwsEnvironment, setAwsEnvironment } from '../../support/aws-environment.ts';
import { startWireServer, type WireServer } from '../../support/wire-server.ts';

describeRunCost('maalestok serve', async () => {
  const api = await startApi();
  return {
    ...api,
    registry: api.server.context.registry,
    placeDataset: (...data) => placeDataset(api.folder, ...data),
  };
});

const city = 'municipality:0101';
const ended = ['done', 'failed'];
const cases = 12;
/** Estimated at 0.10 DKK a call, and costs 1 DKK. */
const entry = {
  ...{
    adapter: 'lambda',
    id: 'dear',
    version: '1',
    functionName: 'dear',
    concurrency: 1,
    expectedOutputTokens: 1,
  },
  price: { of: '2026-11-01', outputPerMillion: 100_000 },
};

describe('a run that may cost no more than', { timeout: 60_000 }, () => {
  let api: ApiServer;
  let vendor: WireServer;
  let restore: () => void;
  let datasetId: string;
  const asked: string[] = [];
  beforeAll(async () => {
    vendor = await startWireServer(({ body }) => {
      const { caseId } = VendorRequestSchema.parse(JSON.parse(body)).case;
      asked.push(caseId);
      return {
        body: { caseId, status: 'answered', findings: [], usage: { inputTokens: 9, outputTokens: 10 } },
      };
    });
    restore = setAwsEnvironment({ ...fakeAwsEnvironment, AWS_ENDPOINT_URL_LAMBDA: vendor.url });
    api = await startApi({ limits: { maxRunCostDkk: 50 } });
    await placeDataset(api.folder, 'm-0101', 'own', { test: apiSplit('t', cases) });
    datasetId = idOf(await api.as(city, 'POST', '/v1/datasets', { body: { folder: 'own' } }));
    const unpriced = { ...entry, id: 'unpriced', price: undefined };
    for (const each of [entry, unpriced, { adapter: 'silent' }])
      await api.as('operator', 'POST', '/v1/models', { body: { entry: each } });
  });
  afterAll(async () => {
    restore();
    await Promise.all([api.close(), vendor.close()]);
  });
  beforeEach(() => {
    asked.length = 0;
  });

  const start = (body: object) => api.as(city, 'POST', '/v1/runs', { body: { datasetId, ...body } });
  const end = (id: string) => settled(api, city, `/v1/runs/${id}`, ended);

  it('it is estimated to cost asks no model, and is told what is estimated', async () => {
    const id = idOf(await start({ models: ['silent', 'dear'], maxCostDkk: 1 }));
    const run = await end(id);
    expect(run).toMatchObject({
      state: 'failed',
      failure: expect.stringContaining('1 DKK, while the run is estimated to cost about 1.20 DKK'),
      estimate: { calls: cases, models: [{ id: 'dear', calls: cases, pricesOf: '2026-11-01' }] },
    });
    expect(asked).toEqual([]);
    // With fewer cases it is within.
    const fewer = idOf(await start({ models: ['dear'], limit: 3, maxCostDkk: 30 }));
    expect(await end(fewer)).toMatchObject({ state: 'done', estimate: { calls: 3 } });
    expect(asked).toHaveLength(3);
  });

  it('it has spent stops with all answers safe, and goes on with a higher limit', async () => {
    const id = idOf(await start({ models: ['dear'], maxCostDkk: 5 }));
    expect(await end(id)).toMatchObject({
      state: 'failed',
      failure: expect.stringMatching(
        /^Stopped by maxCostDkk: about 5\.00 DKK are spent.* redrive the run with a higher maxCostDkk/u,
      ),
    });
    expect(asked).toHaveLength(5);
    const redrive = (body?: object) =>
      api.as(city, 'POST', `/v1/runs/${id}/redrive`, body === undefined ? {} : { body });
    expect((await redrive()).body).toMatchObject({ maxCostDkk: 5, starts: 2 });
    expect(await end(id)).toMatchObject({ state: 'failed' });
    expect(asked).toHaveLength(5);
    const beyond = await redrive({ maxCostDkk: 60 });
    expect([beyond.status, beyond.text.includes('at most 50 DKK')]).toEqual([422, true]);
    expect((await redrive({ maxCostDkk: 20 })).body).toMatchObject({ maxCostDkk: 20, starts: 3 });
    // The estimate is that of the plan.
    expect(await end(id)).toMatchObject({ state: 'done', failure: null, estimate: { calls: cases } });
    expect(new Set(asked).size).toBe(cases);
    expect(asked).toHaveLength(cases);
  });

  it('any run here, by whoever starts it', async () => {
    const usual = await start({ models: ['dear'] });
    expect(usual.body).toMatchObject({ maxCostDkk: 50 });
    expect(await end(idOf(usual))).toMatchObject({ state: 'done' });
    const beyond = await start({ models: ['dear'], maxCostDkk: 51 });
    expect([beyond.status, beyond.text.includes('at most 50 DKK')]).toEqual([422, true]);
    expect((await start({ models: ['unpriced'] })).status).toBe(422);
    const free = idOf(await start({ models: ['silent'] }));
    expect(await end(free)).toMatchObject({ estimate: { calls: 0, costDkk: 0, minutes: 0, models: [] } });
  });
});
