import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { apiSplit } from '../support/api-server.ts';
import { idOf, settled } from '../support/api-submission.ts';
import type { TenantApi } from '../support/api-tenants.ts';

const [owner, other] = ['municipality:0101', 'municipality:0102'];

/** What the API takes, refuses and tells of what a run may cost. */
export function describeRunCost(name: string, open: () => Promise<TenantApi>): void {
  describe(`what a run may cost: ${name}`, () => {
    let api: TenantApi;
    let datasetId: string;
    beforeAll(async () => {
      api = await open();
      await api.placeDataset('m-0101', 'own', { test: apiSplit('t') });
      datasetId = idOf(await api.as(owner, 'POST', '/v1/datasets', { body: { folder: 'own' } }));
      const unpriced = { adapter: 'lambda', id: 'unpriced', version: '1', functionName: 'maalestok-model-x' };
      for (const entry of [{ adapter: 'silent' }, unpriced])
        expect((await api.as('operator', 'POST', '/v1/models', { body: { entry } })).status).toBe(201);
    });
    afterAll(() => api.close());

    const start = (body: object) => api.as(owner, 'POST', '/v1/runs', { body: { datasetId, ...body } });

    it('is told to who owns the run and to an operator, and to nobody else who sees it', async () => {
      const id = idOf(await start({ models: ['silent'], maxCostDkk: 12.5, shared: true }));
      await settled(api, owner, `/v1/runs/${id}`, ['done']);
      for (const principal of [owner, 'operator'])
        expect((await api.as(principal, 'GET', `/v1/runs/${id}`)).body).toMatchObject({ maxCostDkk: 12.5 });
      const told = await api.as(other, 'GET', `/v1/runs/${id}`);
      expect(told.body).toMatchObject({ state: 'done', maxCostDkk: null, estimate: null });
      const list = await api.as(other, 'GET', '/v1/runs');
      expect(list.body).toMatchObject({ items: [{ id, maxCostDkk: null, estimate: null }] });
    });

    it('is not told to others by the way of why a run failed', async () => {
      const id = idOf(await start({ models: ['silent'], shared: true }));
      await settled(api, owner, `/v1/runs/${id}`, ['done']);
      const stored = (await api.registry.read('runs', id))!;
      const failed = {
        ...(stored.value as object),
        state: 'failed',
        failure: 'Stopped by maxCostDkk: 17 DKK',
      };
      await api.registry.write('runs', id, failed, stored.version);
      expect((await api.as(owner, 'GET', `/v1/runs/${id}`)).text).toContain('17 DKK');
      const told = await api.as(other, 'GET', `/v1/runs/${id}`);
      expect([told.status, told.text.includes('17 DKK')]).toEqual([200, false]);
    });

    it('is nothing unless it is said', async () => {
      const reply = await start({ models: ['silent'] });
      expect(reply.body).toMatchObject({ maxCostDkk: null, estimate: null });
      expect(reply.text).not.toContain('limitSharedWith');
      await settled(api, owner, `/v1/runs/${idOf(reply)}`, ['done']);
    });

    it('cannot be kept where a model that is called has no price: nothing is started, and no quota taken', async () => {
      const before = await api.registry.list('quotas', { limit: 100 });
      const reply = await start({ models: ['silent', 'unpriced'], maxCostDkk: 100 });
      expect(reply.status, reply.text).toBe(422);
      expect(reply.body).toMatchObject({
        errors: [{ field: 'maxCostDkk', is: 'a limit, but no price of "unpriced"' }],
      });
      expect(await api.registry.list('quotas', { limit: 100 })).toEqual(before);
    });

    it.each([-1, '250', 1e12])('is an amount in DKK: %s is not', async (maxCostDkk) => {
      const reply = await start({ models: ['silent'], maxCostDkk });
      expect([reply.status, reply.body]).toMatchObject([422, { errors: [{ field: 'maxCostDkk' }] }]);
    });
  });
}
