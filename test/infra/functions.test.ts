import { describe, expect, it } from 'vitest';
import { ProtocolSchema } from '../../evals/artifacts.ts';
import { keptBackMs } from '../../functions/cloud/watch-time.ts';
import { resolveTemplates } from './support/resolve-values.ts';
import { resourcesOf, templates } from './support/templates.ts';

const all = resolveTemplates(templates());
const functions = resourcesOf(all, 'AWS::Lambda::Function');
const logs = resourcesOf(all, 'AWS::Logs::LogGroup');

describe('the functions', () => {
  it.each(functions)('$at has its limits, traces, and a log of its own that ends', ({ resource }) => {
    const properties = resource.Properties as {
      FunctionName: string;
      Timeout: number;
      MemorySize: number;
      LoggingConfig: { LogGroup: string };
    };
    const name = properties.FunctionName.replace('maalestok-', '');
    expect(properties).toMatchObject({
      Runtime: 'nodejs24.x',
      Handler: 'index.handler',
      TracingConfig: { Mode: 'Active' },
      MemorySize: expect.any(Number),
      LoggingConfig: { LogFormat: 'JSON' },
    });
    expect(properties.Timeout).toBeLessThanOrEqual(900);
    // What a new account may have.
    expect(properties.MemorySize).toBeLessThanOrEqual(3008);
    const own = logs.filter(
      ({ resource: log }) => log.Properties?.LogGroupName === `/maalestok/functions/${name}`,
    );
    expect(own.length).toBe(1);
  });

  it('run on arm64, but for the one with a browser, which npm has for x86_64 alone', () => {
    const architectures = functions.map(({ resource }) => [
      String(resource.Properties?.FunctionName),
      String(resource.Properties?.Architectures),
    ]);
    const others = architectures.filter(([, architecture]) => architecture !== 'arm64');
    expect(others).toEqual([['maalestok-print', 'x86_64']]);
  });

  it('have logs that are kept for the days of the settings, the machine and the network too', () => {
    expect(logs.length).toBeGreaterThan(functions.length);
    for (const { at, resource } of logs) expect([at, resource.Properties?.RetentionInDays]).toEqual([at, 90]);
  });
});

it('gives each attempt at a question time to end within one function, which keeps some back', () => {
  const asking = functions.filter(({ resource }) =>
    /maalestok-screen-/u.test(String(resource.Properties?.FunctionName)),
  );
  expect(asking).toHaveLength(3);
  for (const { resource } of asking)
    expect(Number(resource.Properties?.Timeout) * 1000 - keptBackMs).toBeGreaterThan(
      ProtocolSchema.parse({}).timeoutMs + 60_000,
    );
});

describe('the machine and the watchdog', () => {
  it.each(resourcesOf(all, 'AWS::StepFunctions::StateMachine'))(
    '$at is logged without payloads, and traced',
    ({ resource }) => {
      expect(resource.Properties).toMatchObject({
        StateMachineType: 'STANDARD',
        LoggingConfiguration: { Level: 'ALL', IncludeExecutionData: false },
        TracingConfiguration: { Enabled: true },
      });
    },
  );

  it('calls the watchdog when an execution breaks, and keeps what could not be delivered', () => {
    const rules = resourcesOf(all, 'AWS::Events::Rule').map(({ resource }) => resource.Properties);
    expect(rules).toContainEqual(
      expect.objectContaining({
        EventPattern: {
          source: ['aws.states'],
          'detail-type': ['Step Functions Execution Status Change'],
          detail: {
            status: ['FAILED', 'TIMED_OUT', 'ABORTED'],
            stateMachineArn: ['arn:aws:states:eu-central-1:111122223333:stateMachine:maalestok-evaluation'],
          },
        },
        Targets: [
          expect.objectContaining({
            Arn: 'arn:aws:lambda:eu-central-1:111122223333:function:maalestok-watchdog',
            DeadLetterConfig: { Arn: 'arn:aws:sqs:eu-central-1:111122223333:maalestok-undelivered' },
          }),
        ],
      }),
    );
  });

  it('calls it every 15 minutes, whatever happens', () => {
    const schedules = resourcesOf(all, 'AWS::Scheduler::Schedule').map(({ resource }) => resource.Properties);
    expect(schedules).toContainEqual(
      expect.objectContaining({
        ScheduleExpression: 'rate(15 minutes)',
        Target: expect.objectContaining({
          Arn: 'arn:aws:lambda:eu-central-1:111122223333:function:maalestok-watchdog',
        }),
      }),
    );
  });

  it('brings publications in line every six hours, also where the call at a change was lost', () => {
    const schedules = resourcesOf(all, 'AWS::Scheduler::Schedule').map(({ resource }) => resource.Properties);
    expect(schedules).toContainEqual(
      expect.objectContaining({
        ScheduleExpression: 'rate(6 hours)',
        Target: expect.objectContaining({
          Arn: 'arn:aws:lambda:eu-central-1:111122223333:function:maalestok-publish',
          Input: '{}',
        }),
      }),
    );
  });

  it('encrypts topics and queues, and takes nothing without TLS', () => {
    const topics = resourcesOf(all, 'AWS::SNS::Topic');
    const queues = resourcesOf(all, 'AWS::SQS::Queue');
    expect(Math.min(topics.length, queues.length)).toBeGreaterThan(0);
    for (const { at, resource } of topics)
      expect([at, resource.Properties?.KmsMasterKeyId]).toEqual([
        at,
        expect.stringContaining('maalestok-data.Usual'),
      ]);
    // By a key of SQS, which EventBridge needs no leave for.
    for (const { resource } of queues)
      expect(resource.Properties).toMatchObject({ SqsManagedSseEnabled: true });
    const policies = [
      ...resourcesOf(all, 'AWS::SNS::TopicPolicy'),
      ...resourcesOf(all, 'AWS::SQS::QueuePolicy'),
    ];
    expect(policies.length).toBe(topics.length + queues.length);
    for (const { resource } of policies)
      expect(JSON.stringify(resource.Properties)).toContain('"aws:SecureTransport":"false"');
  });
});
