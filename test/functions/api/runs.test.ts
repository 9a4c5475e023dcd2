import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ResultSchema } from '../../../evals/artifacts.ts';
import { VendorRequestSchema } from '../../../evals/screening/vendor-contract.ts';
import { type ApiServer, apiSplit, placeDataset, startApi } from '../../support/api-server.ts';
import { idOf, settled } from '../../support/api-submission.ts';
import { fakeAwsEnvironment, setAwsEnvironment } from '../../support/aws-environment.ts';
import { runCli } from '../../support/run-cli.ts';
import { temporaryFolder } from '../../support/small-dataset.ts';
import { startWireServer } from '../../support/wire-server.ts';

const city = 'municipality:0101';
const ended = ['done', 'failed', 'cancelled'];

let api: ApiServer;
let datasetId: string;
beforeAll(async () => {
  api = await startApi();
  await placeDataset(api.folder, 'm-0101', 'own', { practice: apiSplit('p'), test: apiSplit('t') });
  datasetId = idOf(await api.as(city, 'POST', '/v1/datasets', { body: { folder: 'own' } }));
  for (const adapter of ['silent', 'checklist'])
    await api.as('operator', 'POST', '/v1/models', { body: { entry: { adapter } } });
});
afterAll(() => api.close());

const start = async (body: object) => {
  const reply = await api.as(city, 'POST', '/v1/runs', { body: { datasetId, ...body } });
  expect(reply.status, reply.text).toBe(201);
  return idOf(reply);
};

describe('a run of the API', () => {
  it('leaves the same result as `maalestok run` on the same suite, to the byte', async () => {
    const id = await start({ models: ['silent', 'checklist'] });
    expect(await settled(api, city, `/v1/runs/${id}`, ended)).toMatchObject({
      state: 'done',
      failure: null,
      starts: 1,
    });
    const out = join(api.folder, 'by-hand');
    const done = await runCli(['run', '--suite', join(api.folder, 'runs', id, 'suite.yaml'), '--out', out]);
    expect(done.code, done.stderr).toBe(0);
    const { runId } = z
      .looseObject({ runId: z.string() })
      .parse((await api.as(city, 'GET', `/v1/runs/${id}/result`)).body);
    const byHand = await readFile(join(out, runId, 'result.json'), 'utf8');
    expect(await readFile(join(api.folder, 'runs', id, 'out', runId, 'result.json'), 'utf8')).toBe(byHand);
    const answered = await api.as(city, 'GET', `/v1/runs/${id}/result`);
    expect(answered.body).toEqual(JSON.parse(byHand));
  });

  it('may be of the first cases alone', async () => {
    const id = await start({ models: ['silent'], limit: 3 });
    await settled(api, city, `/v1/runs/${id}`, ended);
    const { body } = await api.as(city, 'GET', `/v1/runs/${id}/result`);
    expect(body).toMatchObject({ dataset: { cases: 3 } });
  });

  it('says what its user is told where it fails, and nothing of the machine', async () => {
    const entry = { adapter: 'http', id: 'private', version: '1', url: 'http://127.0.0.1:9/screen' };
    await api.as('operator', 'POST', '/v1/models', { body: { entry } });
    const id = await start({ models: ['private'] });
    const run = await settled(api, city, `/v1/runs/${id}`, ended);
    expect(run).toMatchObject({
      state: 'failed',
      failure: expect.stringContaining('plain http, expected https'),
    });
    expect(JSON.stringify(run)).not.toContain(api.folder);
    expect((await api.as(city, 'GET', `/v1/runs/${id}/result`)).status).toBe(409);
  });

  it.each([
    [{ models: ['nobody'] }, 404],
    [{ models: ['silent', 'silent'] }, 422],
    [{ models: ['silent'], split: 'sealed' }, 422],
    [{ models: [] }, 422],
  ])('is refused where it names what is not there: %j', async (body, status) => {
    const reply = await api.as(city, 'POST', '/v1/runs', { body: { datasetId, ...body } });
    expect(reply.status, reply.text).toBe(status);
  });
});

describe('a run that is stopped', () => {
  it('is cancelled, and goes on without asking an answered case again', async () => {
    let open = false;
    const asked: string[] = [];
    const answered = new Set<string>();
    const vendor = await startWireServer(({ body }) => {
      const { caseId } = VendorRequestSchema.parse(JSON.parse(body)).case;
      asked.push(caseId);
      if (!open && answered.size >= 5) return null;
      answered.add(caseId);
      return { body: { caseId, status: 'answered', findings: [] } };
    });
    const restore = setAwsEnvironment({ ...fakeAwsEnvironment, AWS_ENDPOINT_URL_LAMBDA: vendor.url });
    try {
      const entry = { adapter: 'lambda', id: 'slow', version: '1', functionName: 'slow' };
      await api.as('operator', 'POST', '/v1/models', { body: { entry } });
      const id = await start({ models: ['slow'] });
      const path = `/v1/runs/${id}`;
      while (asked.length < 6) await setTimeout(50);
      expect((await api.as(city, 'GET', path)).body).toMatchObject({ state: 'running' });
      expect((await api.as(city, 'POST', `${path}/redrive`)).status).toBe(409);
      const cancelled = await api.as(city, 'POST', `${path}/cancel`);
      expect(cancelled.body).toMatchObject({ state: 'cancelled' });
      // Stopping may not have reached it: it is asked for again.
      expect((await api.as(city, 'POST', `${path}/cancel`)).body).toMatchObject({ state: 'cancelled' });
      const before = [...answered];
      open = true;
      const again = await api.as(city, 'POST', `${path}/redrive`);
      expect(again.body, again.text).toMatchObject({ state: 'queued', starts: 2 });
      expect(await settled(api, city, path, ended)).toMatchObject({ state: 'done' });
      const { body } = await api.as(city, 'GET', `${path}/result`);
      expect(ResultSchema.parse(body).models[0]?.counts).toMatchObject({ planned: 12, answered: 12 });
      for (const caseId of before) expect(asked.filter((each) => each === caseId)).toHaveLength(1);
      expect((await api.as(city, 'POST', `${path}/redrive`)).status).toBe(409);
      expect((await api.as(city, 'POST', `${path}/cancel`)).status).toBe(409);
    } finally {
      restore();
      await vendor.close();
    }
  });

  it('by the end of the server fails, and goes on with the next one', async () => {
    const place = await temporaryFolder();
    const folder = join(place.folder, 'data');
    const first = await startApi({ folder });
    await placeDataset(folder, 'operator', 'own', { test: apiSplit('t') });
    const id = idOf(await first.as('operator', 'POST', '/v1/datasets', { body: { folder: 'own' } }));
    await first.as('operator', 'POST', '/v1/models', { body: { entry: { adapter: 'silent' } } });
    const body = { datasetId: id, models: ['silent'] };
    const run = idOf(await first.as('operator', 'POST', '/v1/runs', { body }));
    const locked = startApi({ folder });
    await expect(locked).rejects.toThrow(/in use by process/u);
    await first.close();
    const second = await startApi({ folder });
    expect(second.server.recovered).toBe(1);
    const path = `/v1/runs/${run}`;
    expect((await second.as('operator', 'GET', path)).body).toMatchObject({
      state: 'failed',
      failure: expect.stringContaining('redrive'),
    });
    expect((await second.as('operator', 'POST', `${path}/redrive`)).status).toBe(200);
    expect(await settled(second, 'operator', path, ended)).toMatchObject({ state: 'done' });
    await second.close();
    await place[Symbol.asyncDispose]();
  });
});

describe('a data set', () => {
  it('that the gate has not passed as it is cannot be registered', async () => {
    await placeDataset(api.folder, 'm-0101', 'changed', { test: apiSplit('c') });
    const card = join(api.folder, 'datasets/m-0101/changed/card.json');

    await writeFile(
      card,
      (await readFile(card, 'utf8')).replace('"Syntetisk."', '"Syntetisk, Mads Jensen."'),
    );
    const reply = await api.as(city, 'POST', '/v1/datasets', { body: { folder: 'changed' } });
    expect(reply.status).toBe(422);
    expect(reply.body).toMatchObject({ errors: [{ field: 'privacy.checkedSha256.test' }] });
    expect(reply.text).toContain('npx maalestok gate datasets/m-0101/changed --write');
    expect(reply.text).not.toContain(api.folder);
  });

  it('that is not there cannot, either', async () => {
    const reply = await api.as(city, 'POST', '/v1/datasets', { body: { folder: 'nothing' } });
    expect(reply.status).toBe(422);
    expect(reply.body).toMatchObject({ errors: [{ is: 'no such file' }] });
  });
});
