import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ApiServer, answersOf, apiSplit, placeDataset, startApi } from '../../support/api-server.ts';
import { announce, idOf, submit } from '../../support/api-submission.ts';

const acme = 'vendor:acme';
/** As long as ids of such letters may be. */
const model = { id: `acme.${'語'.repeat(19)}`, version: '1' };

let api: ApiServer;
let earlier: string;
let later: string;
beforeAll(async () => {
  api = await startApi();
  await placeDataset(api.folder, 'operator', 'open', { sealed: apiSplit('s') });
  const made = await api.as('operator', 'POST', '/v1/datasets', { body: { folder: 'open', shared: true } });
  const submission = { datasetId: idOf(made), split: 'sealed', model };
  earlier = (await submit(api, acme, answersOf(model, 's'), submission)).id;
  later = (await submit(api, acme, answersOf(model, 's'), submission)).id;
});
afterAll(() => api.close());

const ask = async (id: string, what: 'publish' | 'withdraw') => {
  const reply = await api.as(acme, 'POST', `/v1/submissions/${id}/${what}`);
  expect(reply.status, reply.text).toBe(200);
  return reply.body;
};
const published = async (id: string) =>
  (await api.as(acme, 'GET', `/v1/submissions/${id}`)).text.includes('"published":true');
const onBoard = async () =>
  (await api.ask('GET', '/v1/leaderboard')).text.match(/"publishedAt":"[^"]*"/gu) ?? [];

it('is not of a model that no file could be named after', async () => {
  const longer = { id: `${model.id}語`, version: '1' };
  const submission = { datasetId: `operator.${'0'.repeat(20)}`, split: 'sealed', model: longer };
  const reply = await announce(api, acme, 'x', submission);
  expect(reply.status).toBe(422);
  expect(reply.body).toMatchObject({ errors: [{ field: 'model.id' }] });
});

describe('publication of a model’s submissions', () => {
  it('shows the last one published, which alone says that it is', async () => {
    expect(await ask(earlier, 'publish')).toMatchObject({ published: true });
    const [first] = await onBoard();
    expect(await ask(later, 'publish')).toMatchObject({ published: true });
    const board = await onBoard();
    expect(board).toHaveLength(1);
    expect(board[0]).not.toBe(first);
    expect([await published(earlier), await published(later)]).toEqual([false, true]);
    const list = await api.as(acme, 'GET', '/v1/submissions');
    expect(list.text.match(/"published":true/gu)).toHaveLength(1);
  });

  it('leaves the later one on the board when the earlier is withdrawn', async () => {
    await ask(later, 'publish');
    expect(await ask(earlier, 'withdraw')).toMatchObject({ published: false });
    expect(await onBoard()).toHaveLength(1);
    expect([await published(earlier), await published(later)]).toEqual([false, true]);
    expect(await ask(later, 'withdraw')).toMatchObject({ published: false });
    expect(await onBoard()).toHaveLength(0);
  });

  it('says of each what the board shows, after any race', async () => {
    for (let time = 0; time < 10; time += 1) {
      const asked = [earlier, later, earlier, later].map((id, at) =>
        ask(id, (at + time) % 3 === 0 ? 'withdraw' : 'publish'),
      );
      await Promise.all(asked);
      const said = [await published(earlier), await published(later)].filter(Boolean);
      expect(said).toHaveLength((await onBoard()).length);
    }
  });
});
