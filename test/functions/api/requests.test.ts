import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { usualLimits } from '../../../functions/api/api-context.ts';
import { PlatformProblemSchema } from '../../../functions/api/problem.ts';
import { type ApiServer, startApi, tokenFor } from '../../support/api-server.ts';

let api: ApiServer;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

const models = '/v1/models';
const entry = { adapter: 'silent' };

/** Sends a body in pieces, without saying how long it is. @returns the status, and how much was sent */
function sendChunks(url: string, token: string, most: number): Promise<{ status: number; sent: number }> {
  return new Promise((done, failed) => {
    const headers = {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'idempotency-key': 'chunks-of-a-body',
    };
    let sent = 0;
    const asked = request(url, { method: 'POST', headers }, (answer) => {
      answer.resume();
      done({ status: answer.statusCode ?? 0, sent });
      asked.destroy();
    });
    asked.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE' && error.code !== 'ECONNRESET') failed(error);
    });
    const more = () => {
      if (asked.destroyed || sent >= most) return;
      sent += 16_384;
      asked.write(' '.repeat(16_384), () => setImmediate(more));
    };
    more();
  });
}

describe('bodies', () => {
  it('that are too large are refused, announced or not', async () => {
    const body = JSON.stringify({ entry, vendor: 'x'.repeat(usualLimits.bodyBytes) });
    const reply = await api.as('operator', 'POST', models, { body });
    expect(reply.status).toBe(413);
    expect(reply.body).toMatchObject({ type: 'urn:maalestok:problem:too-large' });
    const token = await tokenFor('operator');
    const { status, sent } = await sendChunks(api.server.url + models, token, 100 * 1024 * 1024);
    expect(status).toBe(413);
    expect(sent).toBeLessThan(10 * 1024 * 1024);
  });

  it.each([
    ['{', 400],
    ['', 422],
    ['[]', 422],
    ['null', 422],
    ['"x"', 422],
    ['{"entry": {"adapter": "silent"}, "admin": true}', 422],
    ['{"__proto__": {"x": 1}, "entry": {"adapter": "silent"}}', 422],
    [`${'['.repeat(5000)}${']'.repeat(5000)}`, 400],
  ])('that are wrong are refused: %.60s', async (body, status) => {
    const reply = await api.as('operator', 'POST', models, { body });
    expect(reply.status, reply.text).toBe(status);
    expect(PlatformProblemSchema.safeParse(reply.body).success).toBe(true);
  });

  it('of another kind than JSON are refused', async () => {
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    expect((await api.as('operator', 'POST', models, { body: 'entry=x', headers })).status).toBe(415);
  });

  it('are told field by field what is wrong, and how to mend it', async () => {
    const body = { datasetId: 'nope', models: [], repeats: 'x', limit: -1, colour: 'red' };
    const reply = await api.as('operator', 'POST', '/v1/runs', { body });
    expect(reply.status).toBe(422);
    const { errors = [] } = PlatformProblemSchema.parse(reply.body);
    expect(errors.map(({ field }) => field)).toEqual(['datasetId', 'models', 'repeats', 'limit', undefined]);
    expect(errors.at(-1)).toMatchObject({
      is: 'unknown field "colour"',
      mend: expect.stringContaining('spelling'),
    });
  });

  it('name no files of the machine and no code', async () => {
    for (const wrong of [
      { adapter: 'replay', screenings: '/etc/passwd' },
      { adapter: 'promptfoo', id: 'x', version: '1', provider: 'file:///tmp/x.ts' },
    ]) {
      const reply = await api.as('operator', 'POST', models, { body: { entry: wrong } });
      expect(reply.status).toBe(422);
      expect(reply.body).toMatchObject({ errors: [{ field: 'entry.adapter' }] });
    }
  });
});

describe('paths and methods', () => {
  it('that are none are problems', async () => {
    expect((await api.ask('GET', '/v1/nothing')).body).toMatchObject({ status: 404 });
    const reply = await api.ask('DELETE', models);
    expect(reply.status).toBe(405);
    expect(reply.headers.get('allow')).toBe('POST, GET');
    expect((await api.as('operator', 'GET', '/v1/runs/..%2F..%2Fetc')).status).toBe(422);
    expect((await api.as('operator', 'GET', '/v1/runs?limit=100000')).status).toBe(422);
    expect((await api.as('operator', 'GET', '/v1/runs?colour=red')).status).toBe(422);
  });

  it('are answered to who asks for this machine alone, where it listens to no other', async () => {
    const status = await new Promise((done) => {
      request(`${api.server.url}/v1/health`, { headers: { host: 'evil.example' } }, (answer) => {
        answer.resume();
        done(answer.statusCode);
      }).end();
    });
    expect(status).toBe(403);
  });

  it('are answered with headers that keep browsers out', async () => {
    const { headers } = await api.ask('GET', '/v1/health');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('access-control-allow-origin')).toBeNull();
  });
});

describe('rates', () => {
  it('are limited by party and by address, each on its own', async () => {
    const rates = { party: { burst: 5, perMinute: 60 }, anonymous: { burst: 3, perMinute: 60 } };
    const own = await startApi({ limits: { rates } });
    const statuses = async (group: string | null, count: number) =>
      (await Promise.all(Array.from({ length: count }, () => own.as(group, 'GET', '/v1/models')))).map(
        ({ status }) => status,
      );
    const ofVendor = await statuses('vendor:a', 20);
    expect(ofVendor.filter((status) => status === 200).length).toBeGreaterThanOrEqual(5);
    expect(ofVendor.filter((status) => status === 429).length).toBeGreaterThanOrEqual(10);
    expect(await statuses('vendor:b', 3)).toEqual([200, 200, 200]);
    const ofNobody = await statuses(null, 20);
    expect(ofNobody.filter((status) => status === 429).length).toBeGreaterThanOrEqual(10);
    const late = await own.ask('GET', '/v1/health');
    expect(late.status).toBe(429);
    expect(Number(late.headers.get('retry-after'))).toBeGreaterThan(0);
    await own.close();
  });
});
