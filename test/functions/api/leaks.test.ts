import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ApiServer, answersOf, apiSplit, placeDataset, startApi } from '../../support/api-server.ts';
import { idOf, settled, submit } from '../../support/api-submission.ts';

const city = 'municipality:0102';
const acme = 'vendor:acme';
const model = { id: 'acme', version: '1' };

let api: ApiServer;
let shared: string;
let own: string;
beforeAll(async () => {
  api = await startApi();
  const splits = { practice: apiSplit('p'), test: apiSplit('t'), sealed: apiSplit('s') };
  await placeDataset(api.folder, 'operator', 'open', splits);
  await placeDataset(api.folder, 'm-0102', 'own', splits);
  shared = idOf(await api.as('operator', 'POST', '/v1/datasets', { body: { folder: 'open', shared: true } }));
  own = idOf(await api.as(city, 'POST', '/v1/datasets', { body: { folder: 'own' } }));
  await api.as('operator', 'POST', '/v1/models', { body: { entry: { adapter: 'silent' } } });
});
afterAll(() => api.close());

const run = (group: string, body: object) =>
  api.as(group, 'POST', '/v1/runs', { body: { models: ['silent'], ...body } });

describe('a run tells no label that is closed to who runs it', () => {
  it.each([
    { split: 'sealed', limit: 1 },
    { split: 'sealed', limit: null },
    { split: 'test', limit: 1 },
    { split: 'test', limit: 11 },
  ])('on another’s data set: %j', async (body) => {
    const reply = await run(city, { datasetId: shared, ...body });
    expect(reply.status, reply.text).toBe(403);
    expect((await api.as(city, 'GET', '/v1/runs')).text).not.toContain(`"split":"sealed"`);
  });

  it.each([
    [city, 'shared', { split: 'practice', limit: 1 }],
    [city, 'shared', { split: 'test' }],
    [city, 'own', { split: 'sealed', limit: 1 }],
    ['operator', 'shared', { split: 'sealed', limit: 1 }],
  ] as const)('and is started where it tells none: %s, %s, %j', async (group, which, body) => {
    const reply = await run(group, { datasetId: which === 'own' ? own : shared, ...body });
    expect(reply.status, reply.text).toBe(201);
    await settled(api, group, `/v1/runs/${idOf(reply)}`, ['done']);
  });
});

describe('the three scorings a month of closed splits', () => {
  it('are a vendor’s, whoever asks for it, under whatever name, version, split or data set', async () => {
    await placeDataset(api.folder, 'operator', 'again', { validation: apiSplit('v'), sealed: apiSplit('s') });
    const again = idOf(
      await api.as('operator', 'POST', '/v1/datasets', { body: { folder: 'again', shared: true } }),
    );
    const ways = [
      { datasetId: shared, split: 'test', model, prefix: 't' },
      { datasetId: again, split: 'validation', model: { id: 'acme.b', version: '1' }, prefix: 'v' },
      { datasetId: again, split: 'sealed', model: { id: 'acme.b', version: '2' }, prefix: 's' },
    ];
    for (const { prefix, ...submission } of ways) {
      const done = await submit(api, acme, answersOf(submission.model, prefix), submission);
      expect(done.state).toBe('scored');
      await api.as(acme, 'POST', `/v1/submissions/${done.id}/publish`);
      await api.as(acme, 'POST', `/v1/submissions/${done.id}/withdraw`);
    }
    const last = { datasetId: shared, split: 'sealed', model: { id: 'acme.c', version: '1' } };
    await expect(submit(api, acme, answersOf(last.model, 's'), last)).rejects.toThrow(/quota/u);
  });

  it('bound the repeats of a file, so that none is a hundred questions', async () => {
    const many = Array.from({ length: 11 }, (_, repeat) =>
      answersOf({ id: 'many', version: '1' }, 'p').replaceAll('"status"', `"repeat":${repeat},"status"`),
    ).join('');
    const submission = { datasetId: shared, split: 'practice', model: { id: 'many', version: '1' } };
    expect(await submit(api, 'vendor:many', many, submission)).toMatchObject({
      state: 'rejected',
      faults: [{ field: 'repeat', is: '11 repeats', expected: 'at most 10' }],
    });
  });
});
