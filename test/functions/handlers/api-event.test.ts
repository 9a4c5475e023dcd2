import { readFile } from 'node:fs/promises';
import { request } from 'node:http';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { ApiEventSchema, toAnswer, toRequest } from '../../../functions/handlers/api-event.ts';
import { startHttpApiGateway } from '../../support/http-api-gateway.ts';

const readEvent = async (name: string): Promise<object> =>
  JSON.parse(await readFile(join(import.meta.dirname, 'events', `${name}.json`), 'utf8'));
const parse = async (name: string, changes: object = {}) =>
  ApiEventSchema.parse({ ...(await readEvent(name)), ...changes });

describe('an event of an HTTP API', () => {
  it('is the request that was sent, its body unpacked and its length counted anew', async () => {
    const made = toRequest(await parse('post-run-base64'));
    expect(made.method).toBe('POST');
    expect(made.url).toBe('https://a1b2c3d4e5.execute-api.eu-central-1.amazonaws.com/v1/runs');
    expect(made.headers.get('idempotency-key')).toBe('0d5c5f0e-5f0a-4d57-9a53-0a9b6f0a8c11');
    const text = await made.clone().text();
    expect(made.headers.get('content-length')).toBe(String(Buffer.byteLength(text)));
    expect(JSON.parse(text)).toMatchObject({ models: ['silent'], note: 'Æbleø' });
  });

  it('says who asks by the token alone: claims beside it and cookies are not looked at', async () => {
    const made = toRequest(await parse('post-run-base64'));
    expect(made.headers.get('authorization')).toBe('Bearer TOKEN');
    expect(made.headers.get('cookie')).toBeNull();
    expect([...made.headers.values()].join()).not.toContain('operator');
  });

  it.each([
    ['/v1/models/a b', '/v1/models/a%20b'],
    ['/v1/models/a%20b', '/v1/models/a%20b'],
    ['/v1/models/blåbær', '/v1/models/bl%C3%A5b%C3%A6r'],
    ['/v1/models/a?limit=1', '/v1/models/a%3Flimit=1'],
    ['/v1/models/a#b', '/v1/models/a%23b'],
    ['//evil.example/v1/me', '//evil.example/v1/me'],
    ['/v1/runs/../models', '/v1/models'],
  ])('has the path %s, and never another host or query', async (rawPath, pathname) => {
    const url = new URL(toRequest(await parse('get-leaderboard', { rawPath, rawQueryString: 'x=1' })).url);
    expect(url.pathname).toBe(pathname);
    expect(url.search).toBe('?x=1');
    expect(url.hostname).toBe('a1b2c3d4e5.execute-api.eu-central-1.amazonaws.com');
  });

  it.each([{}, { version: '1.0' }, { Records: [] }])('is refused where it is another: %j', async (event) => {
    expect(ApiEventSchema.safeParse(event).success).toBe(false);
  });

  it('is made by the tests’ gateway as API Gateway makes it', async () => {
    const events: object[] = [];
    const gateway = await startHttpApiGateway(async (event) => {
      events.push(event as object);
      return { statusCode: 200, headers: {}, body: '', isBase64Encoded: false };
    });
    await new Promise((done) =>
      request(`${gateway.url}/v1/leaderboard`, (answer) => answer.resume().on('end', done)).end(),
    );
    await gateway.close();
    const keysOf = (value: object): unknown =>
      Object.entries(value)
        .filter(([key]) => key !== 'headers')
        .map(([key, each]) => (typeof each === 'object' && each !== null ? [key, keysOf(each)] : key));
    expect(keysOf(events[0]!)).toEqual(keysOf(await readEvent('get-leaderboard')));
  });
});

describe('an answer', () => {
  const large = 'æ'.repeat(400_000);

  it('is text with its headers', async () => {
    const event = await parse('get-leaderboard');
    const given = Response.json({ boards: [] }, { headers: { 'x-request-id': 'r' } });
    expect(await toAnswer(given, event)).toEqual({
      statusCode: 200,
      headers: { 'content-type': 'application/json', 'x-request-id': 'r' },
      body: '{"boards":[]}',
      isBase64Encoded: false,
    });
  });

  it('is packed where it is large and whoever asks takes that', async () => {
    const event = await parse('get-leaderboard', { headers: { 'accept-encoding': 'br, gzip' } });
    const { headers, body, isBase64Encoded } = await toAnswer(new Response(large), event);
    expect(isBase64Encoded).toBe(true);
    expect(headers['content-encoding']).toBe('gzip');
    expect(gunzipSync(Buffer.from(body, 'base64')).toString('utf8')).toBe(large);
    const plain = await toAnswer(new Response(large), await parse('get-leaderboard'));
    expect(plain.body).toBe(large);
  });

  it('is no more than a function may give', async () => {
    const tooLarge = toAnswer(new Response('x'.repeat(6_000_001)), await parse('get-leaderboard'));
    await expect(tooLarge).rejects.toBeInstanceOf(RangeError);
  });
});
