import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSystemClock } from '../../../functions/adapters/system-clock.ts';
import { type ApiServer, apiSplit, createAsk, placeDataset, startApi } from '../../support/api-server.ts';
import { idOf, settled } from '../../support/api-submission.ts';

const acme = 'vendor:acme';
const by = 'Acme, product office';

let api: ApiServer;
let days = 0;
beforeAll(async () => {
  const now = () => new Date(Date.now() + days * 24 * 3_600_000).toISOString();
  const own = await startApi({ clock: { ...createSystemClock(), now } });
  const exp = Math.floor(Date.now() / 1000) + 3 * 24 * 3600;
  api = { ...own, ...createAsk(own.server.url, { claims: { exp } }) };
  const entry = { adapter: 'http', version: '1', url: 'https://acme.example/screen' };
  for (const id of ['acme.one', 'acme.two'])
    await api.as('operator', 'POST', '/v1/models', { body: { vendor: 'acme', entry: { ...entry, id } } });
  await api.as('operator', 'POST', '/v1/models', { body: { entry: { adapter: 'silent' } } });
});
afterAll(() => api.close());

const give = (group: string, model: string) =>
  api.as(group, 'POST', `/v1/models/${model}/consent`, { body: { by } });
const take = (group: string, model: string) => api.as(group, 'POST', `/v1/models/${model}/consent/withdraw`);
const look = (group: string, model: string) => api.as(group, 'GET', `/v1/models/${model}/consent`);

/** What publishing is told while something is done. */
async function told(action: () => Promise<unknown>): Promise<(string | null)[]> {
  const runs: (string | null)[] = [];
  const { context } = api.server;
  context.publisher = { start: async (run) => void runs.push(run) };
  await action();
  delete context.publisher;
  return runs;
}

describe('a consent', () => {
  it('is the vendor’s to give for its own models, and told to publishing', async () => {
    expect((await look(acme, 'acme.one')).status).toBe(404);
    expect(await told(() => give(acme, 'acme.one'))).toEqual([null]);
    const today = new Date().toISOString().slice(0, 10);
    expect((await look(acme, 'acme.one')).body).toMatchObject({
      owner: acme,
      by,
      date: today,
      withdrawn: null,
    });
    expect((await give('vendor:other', 'acme.one')).status).toBe(404);
    expect((await take('vendor:other', 'acme.one')).status).toBe(404);
    expect((await give(acme, 'silent')).status).toBe(404);
    expect((await give('municipality:0101', 'acme.one')).status).toBe(403);
  });

  it('may be recorded by the operator who holds it in writing, and withdrawn by the vendor', async () => {
    expect((await give('operator', 'acme.two')).body).toMatchObject({ owner: acme });
    expect((await take(acme, 'acme.two')).body).toMatchObject({ withdrawn: expect.any(String) });
  });

  it('is withdrawn at once, also of a model that was retired; one of the same day does not hold', async () => {
    await api.as('operator', 'POST', '/v1/models/acme.one/retire');
    expect(await told(() => take(acme, 'acme.one'))).toEqual([null]);
    const first = (await look(acme, 'acme.one')).body;
    days = 1;
    expect((await take(acme, 'acme.one')).body).toMatchObject({
      withdrawn: (first as { withdrawn: string }).withdrawn,
    });
    expect((await give(acme, 'acme.one')).status).toBe(404);
    expect((await take(acme, 'acme.two')).status).toBe(200);
    days = 0;
    expect((await give(acme, 'acme.two')).status).toBe(409);
    days = 1;
    expect((await give(acme, 'acme.two')).body).toMatchObject({ withdrawn: null });
  });

  it('keeps its model’s name from other vendors', async () => {
    const entry = { adapter: 'http', id: 'acme.one', version: '1', url: 'https://other.example/screen' };
    const other = await api.as('operator', 'POST', '/v1/models', { body: { vendor: 'other', entry } });
    expect(other.status).toBe(409);
    const again = await api.as('operator', 'POST', '/v1/models', { body: { vendor: 'acme', entry } });
    expect(again.status).toBe(201);
  });
});

describe('a run', () => {
  it('is published when its owner asks for it, where something publishes', async () => {
    const city = 'municipality:0101';
    await placeDataset(api.folder, 'm-0101', 'own', { practice: apiSplit('p'), test: apiSplit('t') });
    const datasetId = idOf(await api.as(city, 'POST', '/v1/datasets', { body: { folder: 'own' } }));
    const start = (body: object) =>
      api.as(city, 'POST', '/v1/runs', { body: { datasetId, models: ['silent'], ...body } });
    expect((await start({ publish: true })).status).toBe(409);
    const id = idOf(await start({}));
    await settled(api, city, `/v1/runs/${id}`, ['done']);
    const ask = (published: boolean) =>
      api.as(city, 'POST', `/v1/runs/${id}/publish`, { body: { published } });
    expect((await ask(true)).status).toBe(409);
    expect(await told(async () => expect((await ask(true)).body).toMatchObject({ publish: true }))).toEqual([
      id,
    ]);
    expect(await told(async () => expect((await ask(false)).body).toMatchObject({ publish: false }))).toEqual(
      [id],
    );
    // While it is under way its last step may be publishing it: taking it back is told at once, and asking is read by that step.
    const { registry } = api.server.context;
    const { value, version } = (await registry.read('runs', id))!;
    await registry.write('runs', id, { ...(value as object), state: 'running' }, version);
    expect(await told(() => ask(true))).toEqual([]);
    expect(await told(() => ask(false))).toEqual([id]);
    const cancel = () => api.as(city, 'POST', `/v1/runs/${id}/cancel`);
    expect(await told(async () => expect((await cancel()).status).toBe(200))).toEqual([]);
    await told(() => ask(true));
    expect(await told(cancel)).toEqual([id]);
    const practice = idOf(await start({ split: 'practice' }));
    await told(async () =>
      expect(
        (await api.as(city, 'POST', `/v1/runs/${practice}/publish`, { body: { published: true } })).status,
      ).toBe(409),
    );
  });
});
