import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ApiServer, audience, startApi, type TokenChanges, tokenFor } from '../../support/api-server.ts';

let api: ApiServer;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

const now = () => Math.floor(Date.now() / 1000);
const me = (token: string) => api.ask('GET', '/v1/me', { token });
const base64 = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

describe('tokens', () => {
  it.each([
    ['operator', 'operator'],
    ['municipality:0101', 'municipality:0101'],
    ['vendor:acme-labs', 'vendor:acme-labs'],
  ])('that are genuine speak for their group: %s', async (group, party) => {
    expect(await me(await tokenFor(group))).toMatchObject({ status: 200, body: { party } });
  });

  it('of Cognito’s kind access name the client in client_id', async () => {
    const claims = { aud: undefined, token_use: 'access', client_id: audience };
    expect((await me(await tokenFor('operator', { claims }))).status).toBe(200);
    const other = { ...claims, client_id: 'client-2', aud: audience };
    expect((await me(await tokenFor('operator', { claims: other }))).status).toBe(401);
  });

  it.each<[string, () => TokenChanges]>([
    ['have expired', () => ({ claims: { exp: now() - 60 } })],
    ['are not valid yet', () => ({ claims: { nbf: now() + 600 } })],
    ['never expire', () => ({ claims: { exp: undefined } })],
    ['are for another audience', () => ({ claims: { aud: 'client-2' } })],
    ['name no audience', () => ({ claims: { aud: undefined } })],
    ['name the client, and are of another kind', () => ({ claims: { aud: undefined, client_id: audience } })],
    ['come from another issuer', () => ({ claims: { iss: 'https://other.example' } })],
    ['name nobody', () => ({ claims: { sub: undefined } })],
    [
      'are signed by another key',
      () => ({ key: generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey }),
    ],
    ['are signed with a shared secret', () => ({ alg: 'HS256', key: randomBytes(32) })],
    [
      'are signed by an elliptic curve',
      () => ({ alg: 'ES256', key: generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey }),
    ],
  ])('that %s are refused', async (_, changes) => {
    const reply = await me(await tokenFor('operator', changes()));
    expect(reply.status, reply.text).toBe(401);
    expect(reply.headers.get('www-authenticate')).toContain('Bearer');
    expect(reply.body).toMatchObject({ type: 'urn:maalestok:problem:unauthenticated' });
  });

  it('without a signature, or whose body was changed, are refused', async () => {
    const genuine = await tokenFor('vendor:acme');
    const [head, body, signature] = genuine.split('.');
    const claims = JSON.parse(Buffer.from(body!, 'base64url').toString()) as object;
    const raised = base64({ ...claims, 'cognito:groups': ['operator'] });
    const unsigned = base64({ alg: 'none', typ: 'JWT' });
    for (const forged of [
      `${head}.${raised}.${signature}`,
      `${unsigned}.${raised}.`,
      `${unsigned}.${raised}.${signature}`,
      `${base64({ alg: 'NONE' })}.${raised}.x`,
      `${head}.${body}.`,
      `${head}.${body}`,
      'x',
      '',
      'a.b.c',
      'A'.repeat(12_000),
    ])
      expect([forged.slice(0, 40), (await me(forged)).status]).toEqual([forged.slice(0, 40), 401]);
  });

  it.each([
    ['no group', []],
    ['no list', 'operator'],
    ['only others’ groups', ['admins', 'eu-central-1_Google']],
    ['two parties', ['vendor:acme', 'operator']],
    ['two vendors', ['vendor:acme', 'vendor:other']],
    ['nobody', ['vendor:']],
    ['a name with a separator', ['municipality:0101/../0102']],
    ['capitals', ['vendor:ACME']],
    ['a role that is none', ['municipality:0101:operator']],
  ])('whose groups say %s speak for nobody', async (_, groups) => {
    const reply = await me(await tokenFor('', { groups }));
    expect(reply.status, reply.text).toBe(403);
  });

  it('may have other groups beside', async () => {
    const token = await tokenFor('', { groups: ['admins', 'vendor:acme', 'vendor:acme'] });
    expect(await me(token)).toMatchObject({ body: { party: 'vendor:acme' } });
  });

  it('are looked for in the header alone', async () => {
    const token = await tokenFor('operator');
    expect((await api.ask('GET', `/v1/me?access_token=${token}`)).status).toBe(401);
    expect((await api.ask('GET', '/v1/me', { headers: { cookie: `token=${token}` } })).status).toBe(401);
    expect((await api.ask('GET', '/v1/me', { headers: { authorization: `Basic ${token}` } })).status).toBe(
      401,
    );
  });
});
