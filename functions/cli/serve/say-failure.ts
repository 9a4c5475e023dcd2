import { resolve } from 'node:path';
import { maxCostField } from '../../estimate/run-estimate.ts';
import type { CommandEnd } from './run-command.ts';

/** Of a run that its limit stopped: see `exitCodeOf`. */
const stoppedByLimit = 3;

/** What a command told its user, without the machine's own paths; of a bug only that it was one. */
export function sayFailure({ code, stderr }: CommandEnd, folder: string): string {
  const at = stderr.search(/^(?:Error|Stopped by)/mu);
  if (code === 70 || code === null || at === -1)
    return 'The run broke off by a fault of ours; redrive it to go on.';
  const told = withoutFolder(stderr.slice(at).trim(), folder);
  return (code === stoppedByLimit ? sayLimit(told) : told).slice(0, 1000);
}

/** Where the API's blobs lie is nobody's affair. */
export function withoutFolder(told: string, folder: string): string {
  return told.replaceAll(`${resolve(folder)}/`, '');
}

/** In the words of the API, which has no command to run again. */
function sayLimit(told: string): string {
  const [first = ''] = told.replace(/--max-cost/u, maxCostField).split('\n');
  return `${first} All answers so far are safe: redrive the run with a higher ${maxCostField} to go on.`;
}
