import validate from 'asl-validator';
import { describe, expect, it } from 'vitest';
import { resolveTemplates } from '../support/resolve-values.ts';
import { allStates, synthesisedDefinition } from '../support/synthesised-definition.ts';
import { resourcesOf, templates } from '../support/templates.ts';

const definition = synthesisedDefinition();
const states = allStates(definition.States);
const tasks = states.filter(([, { Type }]) => Type === 'Task');
const functions = resourcesOf(resolveTemplates(templates()), 'AWS::Lambda::Function').map(({ resource }) => {
  const { FunctionName, Timeout } = resource.Properties as { FunctionName: string; Timeout: number };
  return { arn: `arn:aws:lambda:eu-central-1:111122223333:function:${FunctionName}`, Timeout };
});

describe('the state machine', () => {
  it('is in the Amazon States Language', () => {
    const { isValid, errorsText } = validate(definition);
    expect(errorsText('\n')).toBe('');
    expect(isValid).toBe(true);
  });

  it('is checked: a state that leads nowhere is found', () => {
    const broken = structuredClone(definition) as { States: Record<string, { Next?: string }> };
    broken.States.Plan!.Next = 'Nowhere';
    expect(validate(broken).isValid).toBe(false);
  });

  it('calls functions that are deployed, and waits for each longer than it may take', () => {
    const calls = tasks.filter(([, { Resource }]) => Resource === 'arn:aws:states:::lambda:invoke');
    expect(calls.length).toBe(12);
    for (const [name, { Parameters, TimeoutSeconds }] of calls) {
      const called = functions.find(({ arn }) => arn === Parameters?.FunctionName);
      expect(called, name).toBeDefined();
      expect(TimeoutSeconds, name).toBeGreaterThan(called!.Timeout);
    }
  });

  it('has a limit of time for every task and for the whole', () => {
    for (const [name, { TimeoutSeconds }] of tasks) expect(TimeoutSeconds, name).toBeLessThanOrEqual(930);
    expect(definition.TimeoutSeconds).toBe(3 * 24 * 3600);
  });

  it('retries by the names of errors, with jitter, and never what stays wrong', () => {
    for (const [name, { Retry = [] }] of tasks) {
      expect(Retry.length, name).toBeGreaterThan(0);
      for (const { JitterStrategy, MaxDelaySeconds, MaxAttempts, ErrorEquals } of Retry) {
        expect(JitterStrategy).toBe('FULL');
        expect(MaxDelaySeconds).toBeLessThanOrEqual(900);
        // A shard that goes on where the last function stopped does not fail: it takes its time, within the three days of a run.
        const goesOn = ErrorEquals.includes('ShardUnfinishedError');
        if (goesOn) expect(MaxAttempts * 900).toBeLessThan(definition.TimeoutSeconds!);
        // One that waits for a function has not begun, in its own history: others may have all that the account gives.
        const waits = name.endsWith('Shard') && ErrorEquals.join() === 'Lambda.TooManyRequestsException';
        if (!goesOn) expect(MaxAttempts).toBeLessThanOrEqual(waits ? 100 : 8);
        for (const never of [
          'InputError',
          'ArtifactError',
          'RunCancelledError',
          'States.ALL',
          'ModelCallError',
        ])
          expect(ErrorEquals).not.toContain(never);
      }
    }
    const waiting = tasks.filter(([, { Retry = [] }]) =>
      Retry[0]?.ErrorEquals.includes('ModelThrottledError'),
    );
    expect(waiting.map(([name]) => name)).toEqual(['AskBuiltInShard', 'AskVendorShard', 'AskInHouseShard']);
  });

  it('catches whatever a step ends with, and leads it to a record', () => {
    const steps = ['Plan', 'Ask', 'Collect', 'Score', 'Report', 'Sign'];
    for (const name of steps) {
      expect(definition.States[name]?.Catch, name).toEqual([
        { ErrorEquals: ['States.ALL'], ResultPath: '$.error', Next: 'SettleFailed' },
      ]);
    }
    const rest = Object.keys(definition.States).filter((name) => !steps.includes(name));
    expect(rest).toEqual([
      'Print',
      'Publish',
      'SettleDone',
      'SettleFailed',
      'NotifySns',
      'NotifyEvent',
      'HowItEnded',
      'Done',
      'NotDone',
    ]);
  });

  it('signs a report without its PDF, where that cannot be printed', () => {
    expect(definition.States.Print).toMatchObject({
      Catch: [{ ErrorEquals: ['States.ALL'], ResultPath: null, Next: 'Sign' }],
      Next: 'Sign',
    });
  });

  it('ends a signed run as done, also where it cannot be published', () => {
    expect(definition.States.Publish).toMatchObject({
      Catch: [{ ErrorEquals: ['States.ALL'], ResultPath: null, Next: 'SettleDone' }],
      Next: 'SettleDone',
    });
  });

  it('tells by SNS and by an event, without a function, and ends the same where that fails', () => {
    const { NotifySns, NotifyEvent } = definition.States;
    expect(NotifySns).toMatchObject({
      Resource: 'arn:aws:states:::sns:publish',
      Parameters: { TopicArn: 'arn:aws:sns:eu-central-1:111122223333:maalestok-runs' },
      Catch: [{ ErrorEquals: ['States.ALL'], Next: 'NotifyEvent' }],
    });
    expect(NotifyEvent).toMatchObject({
      Resource: 'arn:aws:states:::events:putEvents',
      Parameters: { Entries: [{ Source: 'maalestok', EventBusName: 'default' }] },
      Catch: [{ ErrorEquals: ['States.ALL'], Next: 'HowItEnded' }],
    });
  });
});
