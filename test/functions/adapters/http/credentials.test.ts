import { inspect } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { HttpModel } from '../../../../evals/suite-model.ts';
import { askEndpoint } from '../../../support/ask-endpoint.ts';
import { type FaultyServer, type Reply, startFaultyServer } from '../../../support/faulty/faulty-server.ts';
import { accepted, answer, body, problem, redirect, reply } from '../../../support/faulty/replies.ts';
import { httpModel, oauthAt, testSecrets } from '../../../support/http-model.ts';
import { smallCase } from '../../../support/small-dataset.ts';

const requestId = 'ab'.repeat(32);
const options = () => ({ repeat: 0, requestId, signal: new AbortController().signal });

describe('credentials', () => {
  let server: FaultyServer;
  let other: FaultyServer;
  beforeEach(async () => {
    [server, other] = [await startFaultyServer(), await startFaultyServer()];
  });
  afterEach(async () => {
    await server.close();
    await other.close();
  });

  const auths: [string, HttpModel['auth'], (headers: Record<string, unknown>) => unknown, string][] = [
    [
      'an API key',
      { type: 'apiKey', header: 'X-Vendor-Key', key: 'env:KEY' },
      (headers) => headers['x-vendor-key'],
      testSecrets.KEY,
    ],
    [
      'a bearer token',
      { type: 'bearer', token: 'env:KEY' },
      ({ authorization }) => authorization,
      `Bearer ${testSecrets.KEY}`,
    ],
  ];

  it.each(auths)('signs with %s', async (_, auth, read, expected) => {
    const model = await httpModel(`${server.origin}/screen`, { entry: { auth } });
    server.queue(accepted('/jobs/1'), answer({}));
    await model.screen(smallCase('c1'), options());
    await model.close();
    expect(server.seen.map(({ headers }) => read(headers))).toEqual([expected, expected]);
  });

  it.each(auths)('polls nobody whom the suite does not name, with %s', async (_, auth) => {
    const model = await httpModel(`${server.origin}/screen`, { entry: { auth } });
    server.queue(accepted(`${other.origin}/jobs/1`));
    expect(await askEndpoint(model)).toMatchObject({
      screening: { status: 'failed', error: { kind: 'foreign-location' } },
    });
    await model.close();
    expect(other.seen).toEqual([]);
  });

  it.each(auths)('fetches an answer from elsewhere without %s', async (_, auth, read) => {
    const model = await httpModel(`${server.origin}/screen`, { entry: { auth } });
    server.queue(redirect(303, `${other.origin}/answer`));
    other.queue(body(() => '{"caseId":"c1","findings":[]}'));
    expect(await askEndpoint(model)).toMatchObject({ screening: { status: 'answered' } });
    await model.close();
    expect(
      other.seen.map(({ method, headers, body: sent }) => [
        method,
        read(headers),
        headers['idempotency-key'],
        sent,
      ]),
    ).toEqual([['GET', undefined, undefined, '']]);
  });

  it.each([301, 302, 307, 308])(
    'posts a case to nobody whom the suite does not name (%i)',
    async (status) => {
      const model = await httpModel(`${server.origin}/screen`, {
        entry: { auth: { type: 'bearer', token: 'env:KEY' } },
      });
      server.queue(redirect(status, `${other.origin}/screen`));
      expect(await askEndpoint(model)).toMatchObject({
        screening: { status: 'failed', error: { kind: 'redirect' } },
      });
      await model.close();
      expect(other.seen).toEqual([]);
    },
  );

  it('fetches one token for all who wait', async () => {
    const model = await httpModel(`${server.origin}/screen`, { entry: { auth: oauthAt(server.origin) } });
    const asked = Array.from({ length: 20 }, () => model.screen(smallCase('c1'), options()));
    expect(await Promise.all(asked)).toHaveLength(20);
    await model.close();
    const tokens = server.seen.filter(({ path }) => path === '/token');
    const pair = `client-7e:${encodeURIComponent(testSecrets.CLIENT_SECRET)}`;
    expect(tokens.map(({ body: form, headers }) => [form, headers.authorization])).toEqual([
      ['grant_type=client_credentials&scope=screen', `Basic ${Buffer.from(pair).toString('base64')}`],
    ]);
    const others = server.seen.filter(({ path }) => path === '/screen');
    expect(new Set(others.map(({ headers }) => headers.authorization))).toEqual(new Set(['Bearer usual']));
  });

  it('stand in no error and no answer, though the endpoint repeats them', async () => {
    const { KEY, CLIENT_SECRET } = testSecrets;
    const echo = ({ headers }: { headers: object }) => JSON.stringify(headers);
    const entries: [Partial<HttpModel>, string[]][] = [
      [{ auth: { type: 'bearer', token: 'env:KEY' } }, [KEY]],
      [{ auth: { type: 'apiKey', header: 'x-api-key', key: 'env:KEY' } }, [KEY]],
      [{ auth: oauthAt(server.origin) }, [CLIENT_SECRET, 'usual-token']],
    ];
    for (const [entry, secrets] of entries) {
      const model = await httpModel(`${server.origin}/screen`, { entry });
      const token = body(() => '{"access_token":"usual-token"}');
      const title: Reply = (told) => problem(400, echo(told) + CLIENT_SECRET)(told);
      const finding: Reply = (told) =>
        answer({ findings: [{ findingId: 'f1', text: echo(told) + CLIENT_SECRET }] })(told);
      server.queue(...(entry.auth?.type === 'oauth2' ? [token] : []), title, finding);
      const said = [await askEndpoint(model), await askEndpoint(model)];
      await model.close();
      expect(said.map(({ screening }) => screening.status)).toEqual(['failed', 'answered']);
      for (const secret of secrets) expect(JSON.stringify(said)).not.toContain(secret);
      expect(JSON.stringify(said)).toContain('[secret]');
    }
  });

  it('stand in no error of the token endpoint', async () => {
    const model = await httpModel(`${server.origin}/screen`, { entry: { auth: oauthAt(server.origin) } });
    const { CLIENT_SECRET } = testSecrets;
    server.queue(
      reply(
        400,
        { 'content-type': 'application/json' },
        JSON.stringify({ error: `wrong: ${CLIENT_SECRET}` }),
      ),
    );
    const failed = model.screen(smallCase('c1'), options());
    const error = await failed.catch((thrown: unknown) => thrown);
    await model.close();
    expect(error).toMatchObject({ kind: 'token' });
    expect(inspect(error, { depth: 20 })).not.toContain(CLIENT_SECRET);
  });
});
