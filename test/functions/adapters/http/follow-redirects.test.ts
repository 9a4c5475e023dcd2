import { describe, expect, it } from 'vitest';
import type { HttpRequest } from '../../../../functions/adapters/http/exchange.ts';
import { followRedirects } from '../../../../functions/adapters/http/follow-redirects.ts';

const home = 'https://api.vendor.example';
const url = new URL(`${home}/v1/screen`);
const headers = { accept: 'application/json', 'content-type': 'application/json', 'idempotency-key': 'k' };
const secretHeaders = { authorization: 'Bearer x' };

/** Follows what a service answers, one status and `Location` after the other, then 200. */
async function follow(...replies: [status: number, location: string][]) {
  const sent: HttpRequest[] = [];
  const send = async (request: HttpRequest) => {
    sent.push(request);
    const [status, location] = replies[sent.length - 1] ?? [200, undefined];
    return {
      url: request.url,
      status,
      headers: location === undefined ? {} : { location },
      body: Buffer.of(),
    };
  };
  const request = { url, method: 'POST', headers, body: '{}', secretHeaders, home } as const;
  const reply = await followRedirects(send, request, new AbortController().signal, {
    allowPrivate: false,
    redirects: 3,
  }).catch((error: { kind: string }) => ({ status: error.kind }));
  return {
    end: reply.status,
    sent: sent.map(({ method, url: at, ...rest }) => ({ at: `${method} ${at.href}`, ...rest })),
  };
}

const posted = (at: string) => ({ at: `POST ${at}`, headers: { ...headers, ...secretHeaders }, body: '{}' });

describe('followRedirects', () => {
  it.each([301, 302, 307, 308])('posts the case again within the origin (%i)', async (status) => {
    expect(await follow([status, '/v2/screen'], [status, '../v3/screen'])).toEqual({
      end: 200,
      sent: [posted(`${home}/v1/screen`), posted(`${home}/v2/screen`), posted(`${home}/v3/screen`)],
    });
  });

  it('fetches what 303 names, with credentials within the origin and without beyond it', async () => {
    const got = (at: string, more: object) => ({
      at: `GET ${at}`,
      headers: { accept: 'application/json', ...more },
      body: undefined,
    });
    expect(await follow([303, '/answers/1'], [307, 'https://cdn.example/1'])).toEqual({
      end: 200,
      sent: [
        posted(`${home}/v1/screen`),
        got(`${home}/answers/1`, secretHeaders),
        got('https://cdn.example/1', {}),
      ],
    });
  });

  it.each([
    ['https://10.0.0.1/', 'refused-address'],
    ['https://127.0.0.1/', 'refused-address'],
    ['https://169.254.169.254/latest', 'refused-address'],
    ['https://[fd00:ec2::254]/', 'refused-address'],
    ['http://api.vendor.example/', 'refused-address'],
    ['https://user@api.vendor.example/', 'refused-address'],
    ['javascript:alert(1)', 'refused-address'],
    ['https://api.vendor.example:8443/', 'redirect'],
    ['https://api.vendor.example.evil.example/', 'redirect'],
    ['//evil.example/', 'redirect'],
    ['https://', 'redirect'],
  ])('sends no case to %s', async (location, end) => {
    expect(await follow([307, location])).toEqual({ end, sent: [posted(`${home}/v1/screen`)] });
  });

  it('ends after three', async () => {
    const { end, sent } = await follow([307, '/a'], [307, '/b'], [307, '/c'], [307, '/d']);
    expect([end, sent.length]).toEqual(['redirect', 4]);
  });
});
