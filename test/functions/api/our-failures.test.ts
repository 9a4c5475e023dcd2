import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSystemClock } from '../../../functions/adapters/system-clock.ts';
import { auditKeptDays } from '../../../functions/api/audit.ts';
import { failSubmission } from '../../../functions/api/end-scoring.ts';
import type { SubmissionRecord } from '../../../functions/api/resources.ts';
import { settleSubmission } from '../../../functions/api/settle-submission.ts';
import {
  type ApiServer,
  answersOf,
  apiSplit,
  placeDataset,
  startApi,
  tokenFor,
} from '../../support/api-server.ts';
import { announce, idOf, settled, upload } from '../../support/api-submission.ts';
import { temporaryFolder } from '../../support/small-dataset.ts';

const city = 'municipality:0101';
const model = { id: 'acme', version: '1' };
const quotas = {
  submissions: { name: 'submissions', limit: 400, period: 'day' },
  practiceScorings: { name: 'practice-scorings', limit: 1, period: 'day' },
  closedScorings: { name: 'closed-scorings', limit: 1, period: 'month' },
  runs: { name: 'runs', limit: 2, period: 'day' },
} as const;

let api: ApiServer;
let open: string;
let own: string;
beforeAll(async () => {
  api = await startApi({ limits: { quotas } });
  await placeDataset(api.folder, 'operator', 'open', { practice: apiSplit('p'), sealed: apiSplit('s') });
  await placeDataset(api.folder, 'm-0101', 'own', { test: apiSplit('t') });
  open = idOf(await api.as('operator', 'POST', '/v1/datasets', { body: { folder: 'open', shared: true } }));
  own = idOf(await api.as(city, 'POST', '/v1/datasets', { body: { folder: 'own' } }));
  await api.as('operator', 'POST', '/v1/models', { body: { entry: { adapter: 'silent' } } });
});
afterAll(() => api.close());

/** While it lasts, nothing of this kind can be started. */
async function whileBroken<T>(what: 'runs' | 'scorer', action: () => Promise<T>): Promise<T> {
  const { context } = api.server;
  const { runs, scorer } = context;
  const start = () => Promise.reject(new Error('no way to start anything'));
  if (what === 'runs') context.runs = { ...runs, start };
  else context.scorer = { start };
  try {
    return await action();
  } finally {
    Object.assign(context, { runs, scorer });
  }
}

describe('a run that we fail to start', () => {
  it('has failed, has used nothing, and starts by the same request or a redrive; each start takes one', async () => {
    const body = { datasetId: own, models: ['silent'] };
    const key = randomUUID();
    const ask = () => api.as(city, 'POST', '/v1/runs', { body, key });
    const list = async () => (await api.as(city, 'GET', '/v1/runs')).body as { items: { id: string }[] };
    for (let time = 0; time < 4; time += 1) expect((await whileBroken('runs', ask)).status).toBe(500);
    const { items } = await list();
    expect(items).toMatchObject([{ state: 'failed', failure: 'It could not be started.', starts: 4 }]);
    const { id } = items[0]!;
    const redrive = () => api.as(city, 'POST', `/v1/runs/${id}/redrive`);
    expect((await whileBroken('runs', redrive)).status).toBe(500);
    const started = await ask();
    expect(started.status, started.text).toBe(201);
    expect(started.body).toMatchObject({ id, starts: 6 });
    await settled(api, city, `/v1/runs/${id}`, ['done']);
    expect((await list()).items).toHaveLength(1);
    // One of two is used. A run that was cancelled and goes on takes the other.
    const second = idOf(await api.as(city, 'POST', '/v1/runs', { body }));
    await api.as(city, 'POST', `/v1/runs/${second}/cancel`);
    const again = await api.as(city, 'POST', `/v1/runs/${second}/redrive`);
    expect(again.status, again.text).toBe(429);
    expect((await api.as(city, 'GET', `/v1/runs/${second}`)).body).toMatchObject({ state: 'cancelled' });
  });

  it('is done still where it was, and keeps its result', async () => {
    const owner = 'operator';
    const datasetId = open;
    const body = { datasetId, split: 'practice', models: ['silent'] };
    const id = idOf(await api.as(owner, 'POST', '/v1/runs', { body }));
    const path = `/v1/runs/${id}`;
    await settled(api, owner, path, ['done', 'failed']);
    const { body: result } = await api.as(owner, 'GET', `${path}/result`);
    const retryFailed = () => api.as(owner, 'POST', `${path}/redrive`, { body: { retryFailed: true } });
    expect((await whileBroken('runs', retryFailed)).status).toBe(500);
    expect((await api.as(owner, 'GET', path)).body).toMatchObject({ state: 'done', failure: null });
    expect((await api.as(owner, 'GET', `${path}/result`)).body).toEqual(result);
    // It has used nothing.
    expect((await retryFailed()).body).toMatchObject({ state: 'queued' });
    expect(await settled(api, owner, path, ['done', 'failed'])).toMatchObject({ state: 'done' });
  });
});

describe('a submission that we fail to score', () => {
  const send = (vendor: string) => {
    const of = { id: vendor.slice(7), version: '1' };
    return upload(api, vendor, answersOf(of, 's'), { datasetId: open, split: 'sealed', model: of });
  };
  const score = (vendor: string, id: string) => api.as(vendor, 'POST', `/v1/submissions/${id}/score`);
  /** Has it scored, and by nobody. @returns what the scorer was told */
  const begin = async (vendor: string, id: string) => {
    const { context } = api.server;
    const { scorer } = context;
    const told: Parameters<typeof scorer.start>[0][] = [];
    context.scorer = { start: async (each) => void told.push(each) };
    expect((await score(vendor, id)).status).toBe(202);
    context.scorer = scorer;
    return told[0]!;
  };

  it('has failed, has used nothing, and can be scored again', async () => {
    const vendor = 'vendor:again';
    const id = await send(vendor);
    for (let time = 0; time < 3; time += 1) {
      expect((await whileBroken('scorer', () => score(vendor, id))).status).toBe(500);
      expect((await api.as(vendor, 'GET', `/v1/submissions/${id}`)).body).toMatchObject({ state: 'failed' });
    }
    expect((await score(vendor, id)).status).toBe(202);
    await settled(api, vendor, `/v1/submissions/${id}`, ['scored']);
    expect((await score(vendor, await send(vendor))).status).toBe(429);
  });

  it('stays scored, and its quota used, where only our log of it fails', async () => {
    const vendor = 'vendor:logged';
    const id = await send(vendor);
    const { context } = api.server;
    const { registry } = context;
    const begun = await begin(vendor, id);
    const deaf = {
      ...registry,
      write: (...call: Parameters<typeof registry.write>) =>
        call[0] === 'audit' ? Promise.reject(new Error('no log')) : registry.write(...call),
    };
    await settleSubmission({ ...context, registry: deaf }, begun);
    expect((await api.as(vendor, 'GET', `/v1/submissions/${id}`)).body).toMatchObject({ state: 'scored' });
    expect((await score(vendor, await send(vendor))).status).toBe(429);
  });

  it('ends once, however often it is scored at the same time', async () => {
    const vendor = 'vendor:twice';
    const id = await send(vendor);
    const { context } = api.server;
    const begun = await begin(vendor, id);
    await Promise.all(Array.from({ length: 4 }, () => settleSubmission(context, begun)));
    const audit = await api.as('operator', 'GET', '/v1/audit?limit=200');
    const ends = (audit.body as { items: { target: string | null; action: string }[] }).items.filter(
      ({ target, action }) => target === id && action.startsWith('submission-'),
    );
    expect(ends).toMatchObject([{ action: 'submission-scored' }]);
  });
});

describe('an attempt at scoring that broke off', () => {
  it('changes nothing when it comes late: the one after it has its own end, and its own of the quota', async () => {
    const vendor = 'vendor:late';
    const of = { id: 'late', version: '1' };
    const id = await upload(api, vendor, answersOf(of, 's'), { datasetId: open, split: 'sealed', model: of });
    const { context } = api.server;
    const { scorer, registry } = context;
    const told: Parameters<typeof scorer.start>[0][] = [];
    context.scorer = { start: async (each) => void told.push(each) };
    const score = () => api.as(vendor, 'POST', `/v1/submissions/${id}/score`);
    const recordOf = async () => (await registry.read('submissions', id))!;
    expect((await score()).status).toBe(202);
    const first = await recordOf();
    await registry.write(
      'submissions',
      id,
      { ...(first.value as SubmissionRecord), updatedAt: '2026-01-01T00:00:00.000Z' },
      first.version,
    );
    expect((await score()).status).toBe(202);
    context.scorer = scorer;
    const { value: second } = await recordOf();
    expect(told[0]!.attempt).not.toBe(told[1]!.attempt);
    // Neither a scorer that was told of the first, nor one that fails at it, nor who found it stuck.
    await settleSubmission(context, told[0]!);
    expect(await failSubmission(context, first.value as SubmissionRecord)).toBe(false);
    expect((await recordOf()).value).toEqual({ ...(second as object), updatedAt: expect.any(String) });
    await settleSubmission(context, told[1]!);
    expect((await recordOf()).value).toMatchObject({ state: 'scored' });
  });
});

describe('a key whose first request we failed', () => {
  it('makes another thing for another request', async () => {
    const key = randomUUID();
    const { context } = api.server;
    const { uploads } = context;
    const vendor = 'vendor:acme';
    const submission = { datasetId: open, split: 'practice', model };
    context.uploads = { open: () => Promise.reject(new Error('no address')) };
    expect((await announce(api, vendor, 'one', submission, key)).status).toBe(500);
    context.uploads = uploads;
    const other = await announce(api, vendor, 'other', submission, key);
    expect(other.body).toMatchObject({ submission: { upload: { bytes: 5 } } });
  });
});

describe('what has expired', () => {
  it('is removed: answers under old keys after two days, the audit log after its time', async () => {
    await using place = await temporaryFolder();
    const folder = join(place.folder, 'data');
    const clock = createSystemClock();
    const left = async (days: number) => {
      const now = () => new Date(Date.now() + days * 24 * 3_600_000).toISOString();
      const server = await startApi({ folder, clock: { ...clock, now } });
      const { registry } = server.server.context;
      const counts = await Promise.all(
        ['idempotency', 'audit', 'models'].map(
          async (each) => (await registry.list(each, { limit: 9 })).length,
        ),
      );
      await server.close();
      return counts;
    };
    const first = await startApi({ folder });
    await first.as('operator', 'POST', '/v1/models', { body: { entry: { adapter: 'silent' } } });
    await first.close();
    expect(await left(0)).toEqual([1, 2, 1]);
    expect(await left(1.9)).toEqual([1, 2, 1]);
    expect(await left(2.1)).toEqual([0, 2, 1]);
    expect(await left(auditKeptDays - 1)).toEqual([0, 2, 1]);
    expect(await left(auditKeptDays + 1)).toEqual([0, 0, 1]);
  });
});

describe('a body that breaks off', () => {
  it('is no failure of ours', async () => {
    const before = api.log.length;
    const { hostname, port } = new URL(api.server.url);
    const socket = connect(Number(port), hostname);
    await once(socket, 'connect');
    const head = [
      'POST /v1/models HTTP/1.1',
      'host: 127.0.0.1',
      `authorization: Bearer ${await tokenFor('operator')}`,
    ];
    const more = [
      'content-type: application/json',
      'idempotency-key: broken-off-body',
      'content-length: 100',
    ];
    socket.write(`${[...head, ...more].join('\r\n')}\r\n\r\n{`);
    await setTimeout(300);
    socket.destroy();
    await setTimeout(300);
    expect(api.log.slice(before)).toEqual([]);
  });
});
