import type { AddressInfo } from 'node:net';
import { createServer, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { fakeAwsEnvironment } from '../../../support/aws-environment.ts';
import { type StartedBedrock, startBedrock } from '../../../support/bedrock-model.ts';
import { awsError, toolUse } from '../../../support/converse-server.ts';
import { smallCase } from '../../../support/small-dataset.ts';
import type { WireReply } from '../../../support/wire-server.ts';

let started: StartedBedrock | undefined;
afterEach(() => started?.dispose());

const secretText = 'Familien Andersen bor på Birkevænget 14';
const shown = smallCase('c1', {
  documents: [{ documentId: 'a', type: 'form', title: 'Form', pages: [{ page: 1, text: secretText }] }],
});
const options = { repeat: 0, requestId: 'ab'.repeat(32) };

/** What the model throws, as far as the run sees it. */
async function errorOf(reply: WireReply, signal = new AbortController().signal): Promise<object> {
  started = await startBedrock(() => reply);
  return caught(started.model.screen(shown, { ...options, signal }));
}

async function caught(answer: Promise<unknown>): Promise<object> {
  const error = await answer.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(Error);
  const { name, message } = error as Error;
  expect(message).not.toContain('Birkevænget');
  expect(message).not.toContain(fakeAwsEnvironment.AWS_SECRET_ACCESS_KEY);
  expect(message).not.toContain(fakeAwsEnvironment.AWS_ACCESS_KEY_ID);
  return { name, message, ...(error as object), cause: undefined };
}

describe('what goes wrong between us and Bedrock', () => {
  it.each([
    ['ThrottlingException', 429, { 'retry-after': '7' }, 7000],
    ['ThrottlingException', 400, {}, undefined],
    ['ServiceUnavailableException', 503, { 'retry-after': '0.5' }, 500],
    ['ModelNotReadyException', 429, {}, undefined],
    ['SomethingNew', 429, {}, undefined],
  ])('%s with status %i is busy', async (type, status, headers, retryAfterMs) => {
    expect(
      await errorOf(awsError(status, type, 'slow down', headers as Record<string, string>)),
    ).toMatchObject({
      name: 'ModelThrottledError',
      ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
    });
    expect(started?.server.requests).toHaveLength(1);
  });

  it('a date to come back at is a wait from now', async () => {
    const at = new Date(Date.now() + 3_600_000).toUTCString();
    const error = await errorOf(awsError(503, 'ServiceUnavailableException', '', { 'retry-after': at }));
    const { retryAfterMs } = error as { retryAfterMs: number };
    expect(retryAfterMs).toBeGreaterThan(3_000_000);
    expect(retryAfterMs).toBeLessThanOrEqual(3_600_000);
  });

  it.each([
    ['ModelTimeoutException', 408, 'server-error', true],
    ['InternalServerException', 500, 'server-error', true],
    ['ModelErrorException', 424, 'server-error', true],
    ['ModelStreamErrorException', 424, 'server-error', true],
    ['SomethingNew', 502, 'server-error', true],
    ['AccessDeniedException', 403, 'access-denied', false],
    ['UnrecognizedClientException', 403, 'credentials', false],
    ['ExpiredTokenException', 403, 'credentials', false],
    ['ResourceNotFoundException', 404, 'not-found', false],
    ['ValidationException', 400, 'bad-request', false],
    ['ServiceQuotaExceededException', 400, 'bad-request', false],
    ['SomethingNew', 413, 'over-limits', false],
  ])('%s with status %i is %s', async (type, status, kind, retryable) => {
    expect(await errorOf(awsError(status, type, 'no'))).toMatchObject({
      name: 'ModelCallError',
      kind,
      retryable,
    });
    expect(started?.server.requests).toHaveLength(1);
  });

  it('tells how to mend what the user can mend', async () => {
    const denied = await errorOf(
      awsError(403, 'AccessDeniedException', 'User: arn:aws:iam::1:user/x is not authorized'),
    );
    expect(denied).toMatchObject({
      message: expect.stringMatching(/denies bedrock:InvokeModel\. Allow it/u),
    });
    await started?.dispose();
    const refused = await errorOf(
      awsError(400, 'ValidationException', 'Input is too long for requested model.'),
    );
    expect(refused).toMatchObject({
      message: expect.stringContaining('Input is too long for requested model.'),
    });
  });

  it('does not hand on a message that repeats the case', async () => {
    const quoting = awsError(
      400,
      'ValidationException',
      `1 validation error: '${secretText}' is not allowed`,
    );
    expect(await errorOf(quoting)).toMatchObject({
      message: expect.stringContaining('its message repeats the request and is left out'),
    });
  });

  it('says how to sign in where there are no credentials, and calls nobody', async () => {
    const { AWS_ACCESS_KEY_ID: _, AWS_SECRET_ACCESS_KEY: __, ...none } = fakeAwsEnvironment;
    started = await startBedrock(() => toolUse({ findings: [] }), {}, undefined, none);
    const answer = started.model.screen(shown, { ...options, signal: new AbortController().signal });
    expect(await caught(answer)).toMatchObject({
      kind: 'credentials',
      retryable: false,
      message: expect.stringContaining('AWS_PROFILE'),
    });
    expect(started.server.requests).toEqual([]);
  });

  it.each<[string, WireReply]>([
    ['an answer cut in the middle', { ...toolUse({ findings: [] }), breakAt: 40 }],
    [
      'an answer that is no JSON',
      { body: '<html>Bad gateway</html>', headers: { 'content-type': 'text/html' } },
    ],
    ['an error that is no JSON', { status: 502, body: '<html>Bad gateway</html>' }],
    [
      'the events of a stream instead of an answer',
      { body: '\u0000\u0000\u0000\u0082:event-type modelStreamErrorException' },
    ],
  ])('%s may be asked again', async (_, reply) => {
    expect(await errorOf(reply)).toMatchObject({ name: 'ModelCallError', retryable: true });
  });

  it('nobody who listens is a network error, to be asked again', async () => {
    started = await startBedrock(() => toolUse({ findings: [] }));
    await started.server.close();
    const answer = started.model.screen(shown, { ...options, signal: new AbortController().signal });
    expect(await caught(answer)).toMatchObject({ kind: 'network', retryable: true });
  });

  it('a connection dropped before the answer is a network error', async () => {
    const sockets: Socket[] = [];
    const dropping = createServer((socket) => {
      sockets.push(socket);
      socket.on('error', () => {});
      socket.once('data', () => socket.destroy());
    });
    await new Promise<void>((resolve) => dropping.listen(0, '127.0.0.1', resolve));
    started = await startBedrock(() => null);
    process.env.AWS_ENDPOINT_URL_BEDROCK_RUNTIME = `http://127.0.0.1:${(dropping.address() as AddressInfo).port}`;
    const answer = started.model.screen(shown, { ...options, signal: new AbortController().signal });
    expect(await caught(answer)).toMatchObject({ kind: 'network', retryable: true });
    dropping.close();
  });

  it('a slow answer ends where the run says so, and the request with it', async () => {
    const stop = new AbortController();
    started = await startBedrock(() => {
      setTimeout(() => stop.abort(), 20);
      return null;
    });
    const answer = started.model.screen(shown, { ...options, signal: stop.signal });
    expect(await caught(answer)).toMatchObject({ kind: 'aborted', retryable: false });
  });

  it('asks nobody once it has been told to stop', async () => {
    expect(await errorOf(toolUse({ findings: [] }), AbortSignal.abort())).toMatchObject({ kind: 'aborted' });
    expect(started?.server.requests).toEqual([]);
  });
});
