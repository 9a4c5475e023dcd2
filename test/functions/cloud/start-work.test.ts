import { LambdaClient } from '@aws-sdk/client-lambda';
import { SFNClient } from '@aws-sdk/client-sfn';
import { describe, expect, it } from 'vitest';
import { SuiteSchema } from '../../../evals/suite.ts';
import { createMachineRuns } from '../../../functions/cloud/create-machine-runs.ts';
import { executionName } from '../../../functions/cloud/execution-name.ts';
import { createLambdaPublisher, createLambdaScorer } from '../../../functions/cloud/lambda-work.ts';
import { fakeAwsEnvironment } from '../../support/aws-environment.ts';
import { startWireServer, type WireHandler } from '../../support/wire-server.ts';

const machine = 'arn:aws:states:eu-central-1:123456789012:stateMachine:maalestok-evaluation';
const { dataset: _, ...suite } = SuiteSchema.parse({
  schema: 'maalestok.suite.v1',
  id: 'x',
  titleDa: 'x',
  titleEn: 'x',
  dataset: '-',
  models: [{ adapter: 'silent' }],
});
const order = {
  id: `m-0101.${'a'.repeat(20)}`,
  attempt: 2,
  suite,
  datasetPlace: 'datasets/m-0101/own',
  limit: null,
  maxCostDkk: null,
  retryFailed: false,
};
const own = (endpoint: string) => ({
  endpoint,
  region: 'eu-central-1',
  credentials: {
    accessKeyId: fakeAwsEnvironment.AWS_ACCESS_KEY_ID!,
    secretAccessKey: fakeAwsEnvironment.AWS_SECRET_ACCESS_KEY!,
  },
});

async function onMachine(handler: WireHandler) {
  const server = await startWireServer(handler);
  const runs = createMachineRuns({ client: new SFNClient(own(server.url)), stateMachineArn: machine });
  return { server, runs };
}
const problem = (name: string, status = 400) => ({ status, body: { __type: name, message: 'as told' } });
const started = { body: { executionArn: `${machine}:x`, startDate: 1795940040 } };

describe('runs as executions of a state machine', () => {
  it('are started with the run’s id alone, under a name of the attempt’s own', async () => {
    const { server, runs } = await onMachine(() => started);
    await runs.start(order);
    await server.close();
    expect(server.requests[0]!.headers['x-amz-target']).toBe('AWSStepFunctions.StartExecution');
    expect(JSON.parse(server.requests[0]!.body)).toEqual({
      stateMachineArn: machine,
      name: `${order.id}-2`,
      input: JSON.stringify({ run: order.id }),
    });
  });

  it('have names that Step Functions takes, whoever owns them', () => {
    const name = executionName({ id: `m-${'x'.repeat(40)}.${'f'.repeat(20)}`, attempt: 9_999 });
    expect(name.length).toBeLessThanOrEqual(80);
    expect(name).toMatch(/^[\w.-]+$/u);
  });

  it('are started once, though the answer was lost and the execution is over', async () => {
    const { server, runs } = await onMachine((_, index) =>
      index === 0 ? { ...started, breakAt: 3 } : problem('ExecutionAlreadyExists'),
    );
    await runs.start(order);
    await server.close();
    expect(new Set(server.requests.map(({ body }) => body)).size).toBe(1);
    expect(server.requests).toHaveLength(2);
  });

  it('are asked for again where the service is busy, and fail where it says no', async () => {
    const busy = await onMachine((_, index) => (index === 0 ? problem('ThrottlingException') : started));
    await busy.runs.start(order);
    expect(busy.server.requests).toHaveLength(2);
    await busy.server.close();
    const none = await onMachine(() => problem('StateMachineDoesNotExist'));
    await expect(none.runs.start(order)).rejects.toThrow(/as told/u);
    await none.server.close();
  });

  it('are stopped by the attempt’s name, also where there is none any more', async () => {
    for (const reply of [{ body: { stopDate: 1795940040 } }, problem('ExecutionDoesNotExist')]) {
      const { server, runs } = await onMachine(() => reply);
      await runs.cancel(order);
      await server.close();
      expect(server.requests[0]!.headers['x-amz-target']).toBe('AWSStepFunctions.StopExecution');
      expect(JSON.parse(server.requests[0]!.body)).toMatchObject({
        executionArn: `arn:aws:states:eu-central-1:123456789012:execution:maalestok-evaluation:${order.id}-2`,
      });
    }
    const denied = await onMachine(() => problem('AccessDeniedException'));
    await expect(denied.runs.cancel(order)).rejects.toThrow(/as told/u);
    await denied.server.close();
  });
});

describe('scoring in a function of its own', () => {
  it('is started without waiting for its end, with the submission’s id and the attempt alone', async () => {
    const server = await startWireServer(() => ({ status: 202 }));
    await createLambdaScorer({ client: new LambdaClient(own(server.url)), functionName: 'scoring' }).start({
      ...{ id: 'v-a.1', attempt: 'v-a.1#x' },
    });
    await server.close();
    const { path, headers, body } = server.requests[0]!;
    expect(path).toBe('/2015-03-31/functions/scoring/invocations');
    expect(headers['x-amz-invocation-type']).toBe('Event');
    expect(JSON.parse(body)).toEqual({ submission: 'v-a.1', attempt: 'v-a.1#x' });
  });

  it.each([
    [{ status: 404, body: { Type: 'User', message: 'Function not found' } }, /not found/iu],
    [{ status: 200 }, /status 200, expected 202/u],
  ])('fails where it was not taken: %j', async (reply, expected) => {
    const server = await startWireServer(() => reply);
    const scorer = createLambdaScorer({ client: new LambdaClient(own(server.url)), functionName: 'scoring' });
    await expect(scorer.start({ id: 'v-a.1', attempt: 'v-a.1#x' })).rejects.toThrow(expected);
    await server.close();
  });

  it('is how publishing is started, too: of one run, or of all', async () => {
    const server = await startWireServer(() => ({ status: 202 }));
    const publisher = createLambdaPublisher({
      client: new LambdaClient(own(server.url)),
      functionName: 'publish',
    });
    await publisher.start('operator.1');
    await publisher.start(null);
    await server.close();
    expect(server.requests.map(({ body }) => JSON.parse(body))).toEqual([{ run: 'operator.1' }, {}]);
  });
});
