import { stepRetries } from '../evaluation/retries.ts';
import { notify } from '../evaluation/settling-states.ts';
import type { Definition, State } from '../evaluation/state.ts';
import { type MachineNames, stepTask } from '../evaluation/step-task.ts';

/** Longer than the longest run. */
const longestSeconds = 4 * 24 * 3600;
const longestRunSeconds = 3 * 24 * 3600 + 600;

export interface CheckInNames extends MachineNames {
  evaluationArn: string;
}

/**
 * A check-in: `{"cluster": "clusters/<file>.yaml", "at": "<time>"}` → order the month's runs → run them by the evaluation's machine →
 * report → print → sign. Runs are started by the machine, so that the function that reads labels needs no way out. Whatever fails ends it as
 * failed, which an alarm tells; a new execution with the same input goes on, and with `"retryFailed": true` beside it asks failed questions
 * once more.
 */
export function checkInDefinition(names: CheckInNames): Definition {
  const told = { 'cluster.$': '$.cluster', 'month.$': '$.ordered.month', 'place.$': '$.reported.place' };
  return {
    Comment: 'Målestok: the monthly check-in of a cluster',
    TimeoutSeconds: longestSeconds,
    StartAt: 'Order',
    States: {
      Order: {
        // As it was started: what may be left out stands in no path.
        ...call(names, { step: 'order', 'asked.$': '$' }),
        ResultSelector: { 'month.$': '$.Payload.month', 'runs.$': '$.Payload.runs' },
        ResultPath: '$.ordered',
        Next: 'Run',
      },
      Run: {
        Type: 'Map',
        ItemsPath: '$.ordered.runs',
        // All at once: what waits unstarted for long is taken for stuck by the watchdog.
        MaxConcurrency: 0,
        ItemProcessor: {
          ProcessorConfig: { Mode: 'INLINE' },
          StartAt: 'RunOne',
          States: { RunOne: runOne(names) },
        },
        ResultPath: null,
        Next: 'Report',
      },
      Report: {
        ...call(names, {
          step: 'report',
          'cluster.$': '$.cluster',
          'month.$': '$.ordered.month',
          'runs.$': '$.ordered.runs',
        }),
        ResultSelector: { 'place.$': '$.Payload.place' },
        ResultPath: '$.reported',
        Next: 'Print',
      },
      // A check-in is whole without its PDF.
      Print: {
        ...ofPlace('print', names),
        Catch: [{ ErrorEquals: ['States.ALL'], ResultPath: null, Next: 'Sign' }],
        Next: 'Sign',
      },
      // By a function that sees hashes alone: the one that reads labels has no way to the key.
      Sign: { ...ofPlace('sign', names), Next: 'NotifySns' },
      NotifySns: {
        ...notify('arn:aws:states:::sns:publish', 'NotifyEvent'),
        Parameters: { TopicArn: names.topicArn, Message: told },
      },
      NotifyEvent: {
        ...notify('arn:aws:states:::events:putEvents', 'Made'),
        Parameters: {
          Entries: [
            {
              Source: 'maalestok',
              DetailType: 'Maalestok Check-in Made',
              EventBusName: names.eventBus,
              Detail: told,
            },
          ],
        },
      },
      Made: { Type: 'Succeed' },
    },
  };
}

function call(names: CheckInNames, payload: Readonly<Record<string, unknown>>): State {
  const task = stepTask('check-in', names);
  return { ...task, Parameters: { FunctionName: names.functionArn('check-in'), Payload: payload } };
}

/** A function of the evaluation that is told where the report lies. */
function ofPlace(handler: 'print' | 'sign', names: CheckInNames): State {
  const payload = { 'checkIn.$': '$.reported.place' };
  return {
    ...stepTask(handler, names),
    Parameters: { FunctionName: names.functionArn(handler), Payload: payload },
  };
}

/** Waits for the run; its name is that by which the API would cancel it. */
function runOne(names: CheckInNames): State {
  return {
    Type: 'Task',
    Resource: 'arn:aws:states:::states:startExecution.sync:2',
    Parameters: {
      StateMachineArn: names.evaluationArn,
      'Name.$': '$.name',
      Input: { 'run.$': '$.run' },
    },
    ResultPath: null,
    TimeoutSeconds: longestRunSeconds,
    Retry: [
      {
        ...stepRetries[0]!,
        ErrorEquals: ['StepFunctions.ExecutionLimitExceededException', 'StepFunctions.ThrottlingException'],
      },
    ],
    End: true,
  };
}
