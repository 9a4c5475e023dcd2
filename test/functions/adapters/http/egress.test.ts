import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { HttpModelSchema } from '../../../../evals/suite-model.ts';
import { createHttpClient } from '../../../../functions/adapters/http/create-http-client.ts';
import { describeHttpModel } from '../../../../functions/adapters/http/describe-http-model.ts';
import { parseEgress } from '../../../../functions/adapters/http/egress.ts';
import { httpLimits } from '../../../../functions/adapters/http/http-limits.ts';

describe('the list of hosts that may be called', () => {
  const egress = parseEgress('api.acme.dk, API.Beta.dk,http://10.0.0.7:8080');

  it.each([
    ['https://api.acme.dk/screen', true],
    ['https://api.acme.dk:8443/', true],
    ['https://api.beta.dk/', true],
    ['https://acme.dk/', false],
    ['https://evil.api.acme.dk/', false],
    ['https://api.acme.dk.evil.dk/', false],
    ['http://api.acme.dk/', false],
    ['http://10.0.0.7:8080/x', true],
    ['http://10.0.0.7/x', false],
    ['https://10.0.0.7:8080/', false],
  ])('says of %s: %s', (url, allowed) => {
    expect(egress.allows(new URL(url))).toBe(allowed);
  });

  it('allows nothing where it is empty', () => {
    expect(parseEgress(' , ').allows(new URL('https://api.acme.dk/'))).toBe(false);
  });

  it('refuses a model before anything is asked', () => {
    const entry = HttpModelSchema.parse({ adapter: 'http', id: 'm', version: '1', url: 'https://other.dk/' });
    expect(() => describeHttpModel(entry, { field: 'models[0]', allowPrivate: false, egress })).toThrow(
      /models\[0\]\.url: the host other\.dk, which is not on the list/u,
    );
  });

  it('holds where a connection is made', async () => {
    const server = createServer((_, response) => response.end('{}'));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const get = async (list: string) => {
      const { send, close } = createHttpClient({ allowPrivate: true, egress: parseEgress(list) }, httpLimits);
      const request = { url: new URL(origin), method: 'GET' as const, headers: {} };
      return send(request, AbortSignal.timeout(5000)).finally(close);
    };
    try {
      await expect(get(origin)).resolves.toMatchObject({ status: 200 });
      await expect(get('api.acme.dk')).rejects.toThrow(/not on the list/u);
    } finally {
      server.close();
    }
  });
});
