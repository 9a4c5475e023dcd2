import type { Definition, State } from '../../../infra/evaluation/state.ts';
import { resolveTemplates } from './resolve-values.ts';
import { resourcesOf, templates } from './templates.ts';

/** A state machine's definition as it stands in the template, every reference resolved. */
export function synthesisedDefinition(name = 'maalestok-evaluation'): Definition {
  const machines = resourcesOf(resolveTemplates(templates()), 'AWS::StepFunctions::StateMachine');
  const machine = machines.find(({ resource }) => resource.Properties?.StateMachineName === name);
  return JSON.parse(String(machine?.resource.Properties?.DefinitionString)) as Definition;
}

/** All states by their names, those of maps too. */
export function allStates(states: Definition['States']): [string, State][] {
  return Object.entries(states).flatMap(([name, state]): [string, State][] => [
    [name, state],
    ...(state.ItemProcessor === undefined ? [] : allStates(state.ItemProcessor.States)),
  ]);
}
