import { stepRetries } from './retries.ts';
import type { State } from './state.ts';
import { type MachineNames, stepTask } from './step-task.ts';

/** What is told of a run to who listens. `docs/aws.md` describes it. */
export const eventSource = 'maalestok';
export const eventType = 'Maalestok Run Settled';

/** The end of every run: it is recorded how it ended, and told. That it cannot be told changes nothing about the run. */
export function settlingStates(names: MachineNames): Record<string, State> {
  const told = { 'run.$': '$.run', 'state.$': '$.settled.state' };
  return {
    SettleDone: settle(names, { 'run.$': '$.run', state: 'done' }),
    SettleFailed: settle(names, { 'run.$': '$.run', state: 'failed', 'error.$': '$.error' }),
    NotifySns: {
      ...notify('arn:aws:states:::sns:publish', 'NotifyEvent'),
      Parameters: { TopicArn: names.topicArn, Message: told },
    },
    NotifyEvent: {
      ...notify('arn:aws:states:::events:putEvents', 'HowItEnded'),
      Parameters: {
        Entries: [{ Source: eventSource, DetailType: eventType, EventBusName: names.eventBus, Detail: told }],
      },
    },
    HowItEnded: {
      Type: 'Choice',
      Choices: [{ Variable: '$.settled.state', StringEquals: 'done', Next: 'Done' }],
      Default: 'NotDone',
    },
    Done: { Type: 'Succeed' },
    NotDone: {
      Type: 'Fail',
      Error: 'RunNotDone',
      Cause: 'The record of the run says how it ended, and why.',
    },
  };
}

/** Answers with the state that the record has then: a run that was cancelled in between stays so. */
function settle(names: MachineNames, payload: Readonly<Record<string, unknown>>): State {
  return {
    ...stepTask('settle', names),
    Parameters: { FunctionName: names.functionArn('settle'), Payload: payload },
    ResultSelector: { 'state.$': '$.Payload.state' },
    ResultPath: '$.settled',
    Next: 'NotifySns',
  };
}

/** A step that tells somebody; whether that works or not, it goes on. */
export function notify(resource: string, next: string): State {
  return {
    Type: 'Task',
    Resource: resource,
    ResultPath: null,
    TimeoutSeconds: 60,
    Retry: [{ ...stepRetries[0]!, ErrorEquals: ['States.TaskFailed', 'States.Timeout'], MaxAttempts: 3 }],
    Catch: [{ ErrorEquals: ['States.ALL'], ResultPath: null, Next: next }],
    Next: next,
  };
}
