import { randomBytes } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import { InputError } from '../../../../datasets/errors.ts';
import { VendorRequestSchema } from '../../../../evals/screening/vendor-contract.ts';
import { type Behaviour, describeModel } from '../../../contract/model.ts';
import { awsError } from '../../../support/converse-server.ts';
import { functionError, type StartedLambda, startLambda } from '../../../support/lambda-model.ts';
import { smallCase } from '../../../support/small-dataset.ts';
import { storeFiles } from '../../../support/small-files.ts';
import type { WireReply } from '../../../support/wire-server.ts';

function replyOf(behaviour: Behaviour, caseId: string): WireReply | null {
  switch (behaviour.kind) {
    case 'answers':
      return { body: { caseId, status: 'answered', findings: behaviour.findings } };
    case 'abstains':
      return { body: { caseId, status: 'abstained', findings: [] } };
    case 'throttles':
      return awsError(429, 'TooManyRequestsException', 'Rate exceeded', { 'retry-after': '2' });
    case 'fails':
      return awsError(500, 'ServiceException', 'internal');
    case 'refuses':
      return functionError('TypeError', 'x is not a function');
    case 'hangs':
      return null;
    case 'babbles':
      return { body: '"Det ser fint ud."' };
  }
}

describeModel('lambda', {
  async create(behaviour) {
    const { model, server, dispose } = await startLambda((event) => replyOf(behaviour, event.case.caseId));
    return { model, dispose, asked: () => server.requests.length };
  },
});

let started: StartedLambda | undefined;
afterEach(() => started?.dispose());

const requestId = 'ab'.repeat(32);
const options = () => ({ repeat: 1, requestId, signal: new AbortController().signal });
const good = { caseId: 'c1', status: 'answered', findings: [] };

describe('what a Lambda function is sent', () => {
  it('is the vendor contract, files whole, and the run waits for the answer', async () => {
    const { store, files } = await storeFiles([{ bytes: Buffer.from('æøå') }]);
    started = await startLambda(() => ({ body: good }), {}, { datasetStore: store });
    const shown = smallCase('c1', { files });
    await started.model.screen(shown, options());
    const [request] = started.server.requests;
    expect(request?.path).toBe('/2015-03-31/functions/byggesag-screening/invocations');
    expect(request?.headers).toMatchObject({
      'x-amz-invocation-type': 'RequestResponse',
      authorization: expect.stringMatching(/\/eu-central-1\/lambda\/aws4_request/u),
    });
    const event = JSON.parse(request?.body ?? '');
    expect(VendorRequestSchema.parse(event)).toEqual({
      contract: 'maalestok.vendor.v1',
      requestId,
      repeat: 1,
      case: shown,
      files: [{ ...files[0], content: Buffer.from('æøå').toString('base64') }],
      taxonomy: { id: 'byggesag', version: '1' },
      catalogue: { id: 'byggeret', version: '2' },
    });
  });

  it('names no taxonomy and no catalogue where the protocol hides them', async () => {
    started = await startLambda(() => ({ body: good }), {}, { beside: {} });
    await started.model.screen(smallCase('c1'), options());
    const event = VendorRequestSchema.parse(JSON.parse(started.server.requests[0]?.body ?? ''));
    expect(Object.keys(event)).toEqual(['contract', 'requestId', 'repeat', 'case', 'files']);
    expect(JSON.parse(started.inputText(smallCase('c1')))).toEqual({
      ...event,
      requestId: '0'.repeat(64),
      repeat: 0,
    });
  });

  it('is refused where it is more than Lambda takes, and nothing is sent', async () => {
    const { store, files } = await storeFiles([{ bytes: randomBytes(5_000_000) }]);
    started = await startLambda(() => ({ body: good }), {}, { datasetStore: store });
    const answer = started.model.screen(smallCase('c1', { files }), options());
    await expect(answer).rejects.toMatchObject({ kind: 'over-limits', retryable: false });
    await expect(answer).rejects.toThrow(/a request of 66\d{5} bytes .+ at most 6291456/u);
    expect(started.server.requests).toEqual([]);
  });
});

describe('what a Lambda function answers', () => {
  it('carries its use and the region', async () => {
    const body = { ...good, outcome: 'complete', usage: { inputTokens: 12, outputTokens: 3 }, extra: 1 };
    started = await startLambda(() => ({ body }), { region: 'eu-north-1' });
    expect(await started.model.screen(smallCase('c1'), options())).toEqual({
      status: 'answered',
      outcome: 'complete',
      findings: [],
      usage: { inputTokens: 12, outputTokens: 3, region: 'eu-north-1' },
    });
  });

  it.each<[string, string | object, string]>([
    ['another case', { ...good, caseId: 'c2' }, 'wrong-case'],
    ['another version', { ...good, model: { version: '4' } }, 'wrong-version'],
    ['no case', { findings: [] }, 'schema'],
    ['no findings', { caseId: 'c1' }, 'schema'],
    ['a status of the run', { ...good, status: 'failed' }, 'schema'],
    ['nothing', '', 'not-json'],
    ['null', 'null', 'not-json'],
  ])('for %s is invalid', async (_, body, kind) => {
    started = await startLambda(() => ({ body }));
    expect(await started.model.screen(smallCase('c1'), options())).toEqual({
      status: 'invalid',
      findings: [],
      error: { kind, message: expect.any(String) },
      usage: { region: 'eu-central-1' },
    });
  });

  it('that is almost JSON is repaired, and counted so', async () => {
    started = await startLambda(() => ({ body: '{"caseId": "c1", "findings": [],}' }));
    expect(await started.model.screen(smallCase('c1'), options())).toMatchObject({
      status: 'answered',
      repaired: true,
    });
  });
});

describe('a Lambda function that fails', () => {
  it.each<[string, WireReply, string, boolean]>([
    [
      'out of time',
      functionError('Sandbox.Timedout', 'RequestId: 1 Error: Task timed out after 3.00 seconds'),
      'function-timeout',
      true,
    ],
    [
      'out of time, as older runtimes say it',
      functionError(undefined, '2024-09-01 1 Task timed out after 3.00 seconds'),
      'function-timeout',
      true,
    ],
    [
      'with too long an answer',
      functionError('Function.ResponseSizeTooLarge', 'Response payload size exceeded'),
      'over-limits',
      false,
    ],
    ['with its own error', functionError('KeyError', "'Birkevænget 14'"), 'function-error', false],
    [
      'with an error that is none',
      { headers: { 'x-amz-function-error': 'Unhandled' }, body: 'null' },
      'function-error',
      false,
    ],
    [
      'by not being there',
      awsError(404, 'ResourceNotFoundException', 'Function not found'),
      'not-found',
      false,
    ],
    ['by being forbidden', awsError(403, 'AccessDeniedException', 'no'), 'access-denied', false],
    ['by being too small', awsError(413, 'RequestTooLargeException', 'too large'), 'over-limits', false],
    ['by not being ready', awsError(502, 'ResourceNotReadyException', 'wait'), 'server-error', true],
  ])('%s', async (_, reply, kind, retryable) => {
    started = await startLambda(() => reply);
    const answer = started.model.screen(smallCase('c1'), options());
    await expect(answer).rejects.toMatchObject({ name: 'ModelCallError', kind, retryable });
    await expect(answer).rejects.not.toThrow(/Birkevænget/u);
    expect(started.server.requests).toHaveLength(1);
  });

  it('by being busy says how long to wait', async () => {
    started = await startLambda(() =>
      awsError(429, 'TooManyRequestsException', 'Rate', { 'retry-after': '3' }),
    );
    const answer = started.model.screen(smallCase('c1'), options());
    await expect(answer).rejects.toMatchObject({ name: 'ModelThrottledError', retryAfterMs: 3000 });
  });
});

describe('where a Lambda function lies', () => {
  const arn = (region: string) => `arn:aws:lambda:${region}:123456789012:function:screening`;
  it.each([
    [{ region: 'us-east-1' }, 'region'],
    [{ region: 'eu-west-2' }, 'region'],
    [{ functionName: arn('us-east-1') }, 'functionName'],
    [{ functionName: arn('eu-west-1') }, 'functionName'],
    [{ functionName: 'us-east-1:123456789012:function:screening' }, 'functionName'],
    [{ functionName: arn('us-east-1').replace('arn:aws:', 'arn::') }, 'functionName'],
    [{ functionName: `${arn('us-gov-west-1').replace('arn:aws:', 'arn:aws-us-gov:')}:prod` }, 'functionName'],
    [{ functionName: arn('us-east-1').replace('lambda', 'states') }, 'functionName'],
    [{ functionName: 'https://example.dk/screening' }, 'functionName'],
  ])('%o is refused', async (settings, field) => {
    const start = startLambda(() => null, settings);
    await expect(start).rejects.toBeInstanceOf(InputError);
    await expect(start).rejects.toMatchObject({ problem: { field: `models[0].${field}` } });
  });

  it.each([
    { region: 'us-east-1', outsideEu: true },
    { region: 'eu-west-1', functionName: arn('eu-west-1') },
    { region: 'eu-west-1', functionName: `${arn('eu-west-1')}:prod` },
    { region: 'eu-west-1', functionName: '123456789012:function:screening' },
    { region: 'eu-west-1', functionName: 'screening:$LATEST' },
  ])('%o is called', async (settings) => {
    started = await startLambda(() => ({ body: good }), settings);
    expect(await started.model.screen(smallCase('c1'), options())).toMatchObject({
      usage: { region: settings.region },
    });
  });

  it('changes the plan where it changes', async () => {
    const prints = [];
    for (const settings of [{}, { functionName: 'x' }, { region: 'eu-west-1' }]) {
      const made = await startLambda(() => null, settings);
      await made.dispose();
      prints.push(made.fingerprint);
    }
    expect(new Set(prints).size).toBe(3);
  });
});
