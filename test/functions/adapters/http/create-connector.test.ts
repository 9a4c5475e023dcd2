import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { afterEach, describe, expect, it } from 'vitest';
import type { Lookup } from '../../../../functions/adapters/http/create-connector.ts';
import { createHttpClient } from '../../../../functions/adapters/http/create-http-client.ts';
import { httpLimits } from '../../../../functions/adapters/http/http-limits.ts';
import { startFaultyServer } from '../../../support/faulty/faulty-server.ts';
import { selfSigned } from '../../../support/self-signed.ts';

/** Resolves every name to these addresses, one list after the other, the last one for ever. */
function resolver(...answers: string[][]): Lookup {
  let asked = 0;
  return (_, __, callback) => {
    const addresses = answers[Math.min(asked, answers.length - 1)]!;
    asked += 1;
    callback(
      null,
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    );
  };
}

const signal = () => new AbortController().signal;
const get = (url: string) => ({ url: new URL(url), method: 'GET', headers: {} }) as const;

describe('connections by name', () => {
  it('go to the address that was checked', async () => {
    const server = await startFaultyServer();
    const client = createHttpClient({ allowPrivate: true, lookup: resolver(['127.0.0.1']) }, httpLimits);
    const reply = await client.send(get(`http://vendor.example:${server.port}/`), signal());
    expect(reply.status).toBe(200);
    expect(server.seen[0]?.headers.host).toBe(`vendor.example:${server.port}`);
    await client.close();
    await server.close();
  });

  it('are checked again each time: a name that moves to a forbidden address is not followed', async () => {
    const server = await startFaultyServer();
    const moving = resolver(['127.0.0.1'], ['169.254.169.254']);
    const client = createHttpClient({ allowPrivate: true, lookup: moving }, httpLimits);
    const url = `http://vendor.example:${server.port}/`;
    server.queue(({ response }) => response.writeHead(200, { connection: 'close' }).end());
    expect((await client.send(get(url), signal())).status).toBe(200);
    await server.untilIdle();
    await expect(client.send(get(url), signal())).rejects.toMatchObject({
      kind: 'refused-address',
      retryable: false,
    });
    expect(server.seen).toHaveLength(1);
    await client.close();
    await server.close();
  });

  it.each([
    ['a private address', ['10.0.0.1'], false],
    ['a public address and a private one', ['93.184.215.14', '127.0.0.1'], false],
    ['metadata among others', ['127.0.0.1', 'fd00:ec2::254'], true],
  ])('are not made to %s', async (_, addresses, allowPrivate) => {
    const client = createHttpClient({ allowPrivate, lookup: resolver(addresses) }, httpLimits);
    const sent = client.send(get('https://vendor.example/'), signal());
    await expect(sent).rejects.toMatchObject({ kind: 'refused-address', retryable: false });
    await client.close();
  });

  it('are not made to an address written out, whatever the caller checked before', async () => {
    const client = createHttpClient({ allowPrivate: false }, httpLimits);
    for (const host of ['127.0.0.1', '[::1]', '169.254.169.254']) {
      const sent = client.send(get(`https://${host}/`), signal());
      await expect(sent).rejects.toMatchObject({ kind: 'refused-address', retryable: false });
    }
    await client.close();
  });

  it('send nothing for a question that was stopped while its name was looked up', async () => {
    const server = await startFaultyServer();
    const { promise: released, resolve: release } = Promise.withResolvers<void>();
    const slow: Lookup = (...args) => {
      released.then(() => resolver(['127.0.0.1'])(...args));
    };
    const client = createHttpClient({ allowPrivate: true, lookup: slow }, httpLimits);
    const stop = new AbortController();
    const stopped = client.send(get(`http://vendor.example:${server.port}/stopped`), stop.signal);
    stop.abort(new Error('stopped'));
    await expect(stopped).rejects.toThrow('stopped');
    release();
    expect((await client.send(get(`http://vendor.example:${server.port}/next`), signal())).status).toBe(200);
    expect(server.seen.map(({ path }) => path)).toEqual(['/next']);
    await client.close();
    await server.untilIdle();
    await server.close();
  });

  it('fail where the name does not exist, and may be tried again', async () => {
    const client = createHttpClient({ allowPrivate: true }, httpLimits);
    const sent = client.send(get('https://does-not-exist.invalid/'), signal());
    await expect(sent).rejects.toMatchObject({ kind: 'network', retryable: true });
    await client.close();
  });
});

describe('TLS', () => {
  const usual = getCACertificates('default');
  afterEach(() => setDefaultCACertificates(usual));

  async function ask(certificate: { key: string; cert: string }, host: string): Promise<number> {
    const server = createTlsServer(certificate, (_, response) => response.end('{}'));
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const client = createHttpClient({ allowPrivate: true, lookup: resolver(['127.0.0.1']) }, httpLimits);
    try {
      const { port } = server.address() as AddressInfo;
      return (await client.send(get(`https://${host}:${port}/`), signal())).status;
    } finally {
      await client.close();
      await new Promise((done) => server.close(done));
    }
  }

  it('trusts what the machine trusts', async () => {
    const certificate = selfSigned(['vendor.example', '127.0.0.1']);
    setDefaultCACertificates([...usual, certificate.cert]);
    expect(await ask(certificate, 'vendor.example')).toBe(200);
    expect(await ask(certificate, '127.0.0.1')).toBe(200);
  });

  it.each([
    ['that nobody vouches for', selfSigned(['vendor.example']), false, /DEPTH_ZERO_SELF_SIGNED_CERT/u],
    ['for another name', selfSigned(['other.example']), true, /ERR_TLS_CERT_ALTNAME_INVALID/u],
    ['that has run out', selfSigned(['vendor.example'], '210101000000Z'), true, /CERT_HAS_EXPIRED/u],
  ])('refuses a certificate %s', async (_, certificate, trusted, says) => {
    if (trusted) setDefaultCACertificates([...usual, certificate.cert]);
    const asked = ask(certificate, 'vendor.example');
    await expect(asked).rejects.toMatchObject({
      kind: 'tls',
      retryable: false,
      message: expect.stringMatching(says),
    });
  });

  it('does not speak with a server that has none', async () => {
    const server = await startFaultyServer();
    const client = createHttpClient({ allowPrivate: true }, httpLimits);
    const sent = client.send(get(`https://127.0.0.1:${server.port}/`), signal());
    await expect(sent).rejects.toMatchObject({ kind: 'tls' });
    await client.close();
    await server.close();
  });
});
