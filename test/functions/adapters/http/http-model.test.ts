import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { InputError } from '../../../../datasets/errors.ts';
import { VendorRequestSchema } from '../../../../evals/screening/vendor-contract.ts';
import type { HttpModel } from '../../../../evals/suite-model.ts';
import { createSecrets } from '../../../../functions/adapters/secrets.ts';
import { type Behaviour, describeModel } from '../../../contract/model.ts';
import { askEndpoint } from '../../../support/ask-endpoint.ts';
import { type FaultyServer, type Reply, startFaultyServer } from '../../../support/faulty/faulty-server.ts';
import { accepted, answer, body, hang, problem, reply, times } from '../../../support/faulty/replies.ts';
import { httpModel, oauthAt, testSecrets } from '../../../support/http-model.ts';
import { smallCase } from '../../../support/small-dataset.ts';

const replies: Record<Behaviour['kind'], (behaviour: Behaviour) => Reply> = {
  answers: (behaviour) => answer({ findings: 'findings' in behaviour ? behaviour.findings : [] }),
  abstains: () => answer({ status: 'abstained' }),
  throttles: () => reply(429, { 'retry-after': '2' }),
  fails: () => reply(500),
  refuses: () => problem(400, 'Nej'),
  hangs: () => hang,
  babbles: () => body(() => '<p>Hej</p>'),
};

describeModel('http', {
  async create(behaviour) {
    const server = await startFaultyServer();
    const model = await httpModel(`${server.origin}/screen`);
    // The contract asks many at once, so each is answered by its own case.
    server.queue(...times(50, replies[behaviour.kind](behaviour)));
    return {
      model,
      asked: () => server.seen.length,
      async dispose() {
        await model.close();
        await server.close();
      },
    };
  },
});

const requestId = 'ab'.repeat(32);
const options = () => ({ repeat: 0, requestId, signal: new AbortController().signal });

describe('an http model', () => {
  let server: FaultyServer;
  beforeEach(async () => {
    server = await startFaultyServer();
  });
  afterEach(async () => {
    await server.close();
  });

  it('posts what the contract says, and nothing else', async () => {
    const beside = { taxonomy: { id: 't', version: '1' }, catalogue: { id: 'k', version: '2' } };
    const model = await httpModel(`${server.origin}/v1/screen?tenant=nordby`, { beside });
    await model.screen(smallCase('c1'), { ...options(), repeat: 3 });
    await model.close();
    const [{ body: sent, ...seen } = { body: '' }] = server.seen;
    expect(seen).toEqual({
      method: 'POST',
      path: '/v1/screen?tenant=nordby',
      headers: {
        accept: 'application/json',
        'accept-encoding': 'gzip',
        connection: 'keep-alive',
        'content-length': String(Buffer.byteLength(sent)),
        'content-type': 'application/json',
        host: `127.0.0.1:${server.port}`,
        'idempotency-key': requestId,
        'user-agent': 'maalestok',
      },
    });
    expect(JSON.parse(sent)).toEqual({
      contract: 'maalestok.vendor.v1',
      requestId,
      repeat: 3,
      case: smallCase('c1'),
      files: [],
      ...beside,
    });
    VendorRequestSchema.parse(JSON.parse(sent));
  });

  it('sends the same bytes for the same question', async () => {
    const model = await httpModel(server.origin);
    for (let attempt = 0; attempt < 2; attempt += 1) await model.screen(smallCase('c1'), options());
    await model.close();
    expect(server.seen[0]).toEqual(server.seen[1]);
  });

  it('keeps its connections', async () => {
    const model = await httpModel(server.origin);
    for (let at = 0; at < 20; at += 1) await model.screen(smallCase(`c${at}`), options());
    expect(server.connections()).toBeLessThanOrEqual(2);
    await model.close();
    await server.untilIdle();
  });

  it('fails where nobody listens, and may be asked again', async () => {
    const { port } = server;
    await server.close();
    server = await startFaultyServer();
    const model = await httpModel(`http://127.0.0.1:${port}/screen`);
    const { screening, call } = await askEndpoint(model);
    await model.close();
    expect(screening).toMatchObject({
      status: 'failed',
      error: { kind: 'network', message: `no connection to 127.0.0.1:${port} that lasted (ECONNREFUSED)` },
    });
    expect(call.attempts).toBe(3);
  });

  it('cuts what is under way when it is closed', async () => {
    const model = await httpModel(`${server.origin}/screen`);
    server.queue(hang, accepted('/jobs/1', { 'retry-after': '3600' }));
    const asked = [model.screen(smallCase('c1'), options()), model.screen(smallCase('c1'), options())];
    const ends = Promise.allSettled(asked);
    while (server.seen.length < 2) await new Promise((done) => setTimeout(done, 5));
    await model.close();
    expect((await ends).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    await server.untilIdle();
  });

  it.each<[string, string, Partial<HttpModel>, string]>([
    ['plain http', 'http://vendor.example/', {}, 'models[0].url'],
    ['a private address', 'https://10.0.0.1/', {}, 'models[0].url'],
    ['a user name in the address', 'https://u:p@vendor.example/', {}, 'models[0].url'],
    ['links without a place', 'https://vendor.example/', { files: 'link' }, 'models[0].fileLinks'],
    [
      'a token endpoint over plain http',
      'https://vendor.example/',
      { auth: oauthAt('http://vendor.example') },
      'models[0].auth.tokenUrl',
    ],
    [
      'a secret that is not there',
      'https://vendor.example/',
      { auth: { type: 'bearer', token: 'env:NONE' } },
      'env:NONE',
    ],
    [
      'a secret with a line break',
      'https://vendor.example/',
      { auth: { type: 'bearer', token: 'env:BROKEN' } },
      'env:BROKEN',
    ],
  ])('refuses %s before anything is sent', async (_, url, entry, field) => {
    const secrets = createSecrets({ ...testSecrets, BROKEN: 'ab\ncd' });
    const made = httpModel(url, { entry, allowPrivate: false, secrets });
    await expect(made).rejects.toBeInstanceOf(InputError);
    await expect(made).rejects.toMatchObject({ problem: { field } });
    await expect(made).rejects.not.toThrow(/u:p@|ab\ncd/u);
  });
});
