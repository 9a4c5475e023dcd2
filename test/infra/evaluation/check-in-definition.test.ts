import validate from 'asl-validator';
import { describe, expect, it } from 'vitest';
import { resolveTemplates } from '../support/resolve-values.ts';
import { allStates, synthesisedDefinition } from '../support/synthesised-definition.ts';
import { resourcesOf, templates } from '../support/templates.ts';
import { traceDefinition } from '../support/trace-definition.ts';

const definition = synthesisedDefinition('maalestok-check-in');
const runs = Array.from({ length: 20 }, (_, at) => {
  const run = `operator.${String(at).padStart(20, '0')}`;
  return { run, name: `${run}-1` };
});

describe('the check-in’s state machine', () => {
  it('is in the Amazon States Language, and every task of it ends', () => {
    const { isValid, errorsText } = validate(definition);
    expect([isValid, errorsText('\n')]).toEqual([true, '']);
    for (const [name, { Type, TimeoutSeconds }] of allStates(definition.States))
      expect([name, Type !== 'Task' || TimeoutSeconds !== undefined]).toEqual([name, true]);
    expect(definition.TimeoutSeconds).toBe(4 * 24 * 3600);
  });

  it('orders, runs, reports, prints and signs, with the most data sets that a cluster may have', () => {
    const payloads: unknown[] = [];
    const trace = traceDefinition(definition, {
      input: { cluster: 'clusters/nord.yaml', at: '2026-11-01T06:00:00Z' },
      answer: (state, payload) => {
        payloads.push(payload);
        return state === 'Order' ? { month: '2026-10', runs } : { place: 'check-ins/nord/2026-10/' };
      },
      items: () => [],
    });
    expect([...new Set(trace.entered)]).toEqual([
      'Order',
      'Run',
      'RunOne',
      'Report',
      'Print',
      'Sign',
      'NotifySns',
      'NotifyEvent',
      'Made',
    ]);
    const asked = { cluster: 'clusters/nord.yaml', at: '2026-11-01T06:00:00Z' };
    expect(payloads[0]).toEqual({ step: 'order', asked });
    expect(payloads).toContainEqual({
      step: 'report',
      cluster: 'clusters/nord.yaml',
      month: '2026-10',
      runs,
    });
    expect(payloads).toContainEqual({ checkIn: 'check-ins/nord/2026-10/' });
    expect(Math.max(...trace.bytes.values())).toBeLessThan(100_000);
    expect(trace.events).toBeLessThan(1000);
  });

  it('calls the functions that it names, each of which is deployed and longer waited for than it takes', () => {
    const deployed = resourcesOf(resolveTemplates(templates()), 'AWS::Lambda::Function').map(
      ({ resource }) => {
        const { FunctionName, Timeout } = resource.Properties as { FunctionName: string; Timeout: number };
        return { arn: `arn:aws:lambda:eu-central-1:111122223333:function:${FunctionName}`, Timeout };
      },
    );
    const calls = allStates(definition.States).filter(([, { Resource }]) =>
      Resource?.endsWith('lambda:invoke'),
    );
    for (const [name, { Parameters, TimeoutSeconds }] of calls) {
      const called = deployed.find(({ arn }) => arn === Parameters?.FunctionName);
      expect(called, name).toBeDefined();
      expect(TimeoutSeconds, name).toBe(called!.Timeout + 30);
    }
    const reported = calls.filter(([, { Parameters }]) =>
      String(Parameters?.FunctionName).endsWith('check-in'),
    );
    expect(reported.map(([name]) => name)).toEqual(['Order', 'Report']);
  });

  it('starts runs by the evaluation’s machine, under their own names, and waits for them', () => {
    const runOne = allStates(definition.States).find(([name]) => name === 'RunOne')?.[1];
    expect(runOne).toMatchObject({
      Resource: 'arn:aws:states:::states:startExecution.sync:2',
      Parameters: {
        StateMachineArn: 'arn:aws:states:eu-central-1:111122223333:stateMachine:maalestok-evaluation',
        'Name.$': '$.name',
        Input: { 'run.$': '$.run' },
      },
    });
  });
});

describe('the schedules of clusters', () => {
  it('are one a file, in the cluster’s time, with the time that it was', () => {
    const schedules = resourcesOf(resolveTemplates(templates()), 'AWS::Scheduler::Schedule')
      .map(({ resource }) => resource.Properties)
      .filter((properties) => String(properties?.Name).startsWith('maalestok-check-in-'));
    expect(schedules).toEqual([
      expect.objectContaining({
        ScheduleExpression: 'cron(0 7 1 * ? *)',
        ScheduleExpressionTimezone: 'Europe/Copenhagen',
        Target: expect.objectContaining({
          Arn: 'arn:aws:states:eu-central-1:111122223333:stateMachine:maalestok-check-in',
          Input: '{"cluster":"clusters/cluster.yaml","at":"<aws.scheduler.scheduled-time>"}',
        }),
      }),
    ]);
  });
});
