import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { inspect } from 'node:util';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { createSecrets } from '../../../functions/adapters/secrets.ts';

const value = 'hemmelig-5d1e7f';
const stored: Record<string, string> = {
  plain: value,
  'vendors/nordby': JSON.stringify({ key: value, number: 7, empty: '' }),
  empty: '',
};

/** What came to the server that stands for AWS Secrets Manager. */
const asked: { target: string | undefined; id: string }[] = [];

describe('createSecrets', () => {
  let server: Server;
  beforeAll(async () => {
    server = createServer(async (request, response) => {
      let text = '';
      for await (const part of request) text += part;
      const { SecretId: id } = JSON.parse(text) as { SecretId: string };
      asked.push({ target: request.headers['x-amz-target'] as string | undefined, id });
      const found = stored[id];
      const missing = {
        __type: 'ResourceNotFoundException',
        message: `Can't find ${id}. Last value ${value}`,
      };
      const said = found === undefined ? missing : { Name: id, SecretString: found };
      response.writeHead(found === undefined ? 400 : 200, { 'content-type': 'application/x-amz-json-1.1' });
      response.end(JSON.stringify(said));
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    vi.stubEnv(
      'AWS_ENDPOINT_URL_SECRETS_MANAGER',
      `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    );
    vi.stubEnv('AWS_REGION', 'eu-central-1');
    vi.stubEnv('AWS_ACCESS_KEY_ID', 'test');
    vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'test-secret-key');
  });
  afterEach(() => {
    asked.length = 0;
  });
  afterAll(async () => {
    vi.unstubAllEnvs();
    await new Promise((done) => server.close(done));
  });

  it.each([
    ['env:KEY', value],
    ['secretsmanager:plain', value],
    ['secretsmanager:vendors/nordby#key', value],
  ])('resolves %s', async (reference, expected) => {
    expect(await createSecrets({ KEY: value }).resolve(reference)).toBe(expected);
  });

  it('asks for a secret once, however many need it', async () => {
    const secrets = createSecrets({});
    const both = await Promise.all([1, 2].map(() => secrets.resolve('secretsmanager:plain')));
    expect([...both, await secrets.resolve('secretsmanager:plain')]).toEqual([value, value, value]);
    expect(asked).toEqual([{ target: 'secretsmanager.GetSecretValue', id: 'plain' }]);
  });

  it.each([
    ['env:MISSING', /^field env:MISSING: a variable that is not set/u],
    ['env:EMPTY', /^field env:EMPTY: a variable that is not set/u],
    ['secretsmanager:missing', /no secret that can be read \(ResourceNotFoundException\)/u],
    ['secretsmanager:empty', /a secret without text/u],
    ['secretsmanager:plain#key', /no text under "key"/u],
    ['secretsmanager:vendors/nordby#other', /no text under "other"/u],
    ['secretsmanager:vendors/nordby#number', /no text under "number"/u],
    ['secretsmanager:vendors/nordby#empty', /no text under "empty"/u],
    [value, /^a secret written out, or a reference that is none/u],
    ['env', /^a secret written out, or a reference that is none/u],
  ])('tells what is wrong with %s, and no secret', async (reference, says) => {
    const failed = createSecrets({ KEY: value, EMPTY: '' }).resolve(reference);
    const error = await failed.catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: 'InputError', message: expect.stringMatching(says) });
    const printed = inspect(error, { depth: 20, showHidden: true });
    expect(printed).not.toContain(value);
    expect(printed).not.toContain('test-secret-key');
  });
});
