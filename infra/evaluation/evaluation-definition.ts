import type { HandlerName } from '../../functions/cloud-names.ts';
import { askOneModel } from './screening-states.ts';
import { settlingStates } from './settling-states.ts';
import type { Definition, State } from './state.ts';
import { type MachineNames, stepTask } from './step-task.ts';

/** However slow a model is, in three days a run is over. */
const longestRunSeconds = 3 * 24 * 3600;

const caught = [{ ErrorEquals: ['States.ALL'], ResultPath: '$.error', Next: 'SettleFailed' }];

/**
 * An evaluation: `{"run": "<record id>"}` → plan → ask → collect → score → report → print → sign → publish → settle. Payloads hold ids and
 * keys, never what lies behind them. Whatever fails is caught and recorded; what cannot be caught the watchdog ends.
 */
export function evaluationDefinition(names: MachineNames): Definition {
  const step = (handler: HandlerName, next: string): State => ({
    ...stepTask(handler, names),
    Catch: caught,
    Next: next,
  });
  return {
    Comment: 'Målestok: one evaluation run',
    TimeoutSeconds: longestRunSeconds,
    StartAt: 'Plan',
    States: {
      Plan: {
        ...step('plan', 'Ask'),
        ResultSelector: { 'models.$': '$.Payload.models' },
        ResultPath: '$.plan',
      },
      Ask: {
        Type: 'Map',
        ItemsPath: '$.plan.models',
        ItemSelector: {
          'run.$': '$.run',
          'at.$': '$$.Map.Item.Value.at',
          'kind.$': '$$.Map.Item.Value.kind',
          'items.$': '$$.Map.Item.Value.items',
          'maxConcurrency.$': '$$.Map.Item.Value.maxConcurrency',
        },
        MaxConcurrency: 10,
        ItemProcessor: askOneModel(names),
        ResultPath: null,
        Catch: caught,
        Next: 'Collect',
      },
      Collect: step('collect', 'Score'),
      Score: step('score', 'Report'),
      Report: step('report', 'Print'),
      // A report is whole without its PDF: that there is none is told by the function's alarm.
      Print: {
        ...stepTask('print', names),
        Catch: [{ ErrorEquals: ['States.ALL'], ResultPath: null, Next: 'Sign' }],
        Next: 'Sign',
      },
      Sign: step('sign', 'Publish'),
      // A run is done when it is signed: that it could not be published is told by the function's alarm, and mended by the next one.
      Publish: {
        ...stepTask('publish', names),
        Catch: [{ ErrorEquals: ['States.ALL'], ResultPath: null, Next: 'SettleDone' }],
        Next: 'SettleDone',
      },
      ...settlingStates(names),
    },
  };
}
