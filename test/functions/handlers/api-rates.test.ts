import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { usualLimits } from '../../../functions/api/api-context.ts';
import { PlatformProblemSchema } from '../../../functions/api/problem.ts';
import { rateCollection } from '../../../functions/api/shared-rate-limiter.ts';
import { tokenFor } from '../../support/api-server.ts';
import { type CloudApi, openCloudApi } from '../../support/cloud-api.ts';
import { refusedByTemplates } from '../../support/judge-asked.ts';

let cloud: CloudApi;
beforeAll(async () => {
  cloud = await openCloudApi();
});
afterAll(async () => {
  await cloud.close();
  expect(refusedByTemplates(cloud.asked())).toEqual([]);
});

/** Where the registry has been slow to answer, the function asks it again after ten seconds. */
const patience = { timeout: 60_000, interval: 1000 };

describe('the function behind an HTTP API', { timeout: 120_000 }, () => {
  it('counts a party’s requests in the registry, where its copies see them; nobody’s address gets there', async () => {
    await vi.waitFor(async () => {
      expect((await cloud.as('vendor:a', 'GET', '/v1/models')).status).toBe(200);
      expect((await cloud.ask('GET', '/v1/health')).status).toBe(200);
      const [record, ...more] = await cloud.registry.list(rateCollection, { limit: 9 });
      expect(more).toEqual([]);
      expect(record).toMatchObject({ key: 'vendor:a', value: { left: expect.any(Number) } });
      expect((record!.value as { left: number }).left).toBeLessThan(usualLimits.rates.party.burst);
    }, patience);
  });

  it('refuses a party whose other requests have used its rate, by a problem that says when to come again', async () => {
    const at = new Date().toISOString();
    const empty = { schema: 'maalestok.api.rate.v1', left: -1200, at };
    await cloud.registry.write(rateCollection, 'vendor:b', empty, null);
    const [token, other] = await Promise.all(
      ['vendor:b', 'vendor:c'].map((group) => tokenFor(group, { claims: { iss: cloud.issuer } })),
    );
    await vi.waitFor(async () => {
      const refused = await cloud.call(event(token!));
      expect(refused.statusCode).toBe(429);
      expect(refused.headers['content-type']).toBe('application/problem+json');
      expect(Number(refused.headers['retry-after'])).toBeGreaterThan(1);
      expect(PlatformProblemSchema.parse(JSON.parse(refused.body))).toMatchObject({
        type: 'urn:maalestok:problem:rate-limit',
        status: 429,
      });
    }, patience);
    expect((await cloud.call(event(other!))).statusCode).toBe(200);
  });
});

function event(token: string): object {
  return {
    version: '2.0',
    rawPath: '/v1/models',
    rawQueryString: '',
    headers: { authorization: `Bearer ${token}` },
    requestContext: {
      domainName: 'api123.execute-api.eu-central-1.amazonaws.com',
      http: { method: 'GET', path: '/v1/models', protocol: 'HTTP/1.1', sourceIp: '192.0.2.1' },
      requestId: randomUUID(),
    },
    isBase64Encoded: false,
  };
}
