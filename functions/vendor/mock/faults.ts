import { InputError } from '../../../datasets/errors.ts';
import { answerFaults } from './answer-faults.ts';
import type { Fault } from './fault.ts';
import { jobFaults } from './job-faults.ts';
import { replyFaults } from './reply-faults.ts';
import { requestFaults } from './request-faults.ts';

/** Every fault of the example server by name, in the order of its list. */
export const faults = { ...replyFaults, ...answerFaults, ...requestFaults, ...jobFaults };
export type FaultName = keyof typeof faults;

export const faultNames = Object.keys(faults) as FaultName[];

/** @throws {InputError} where there is no such fault */
export function findFault(name: string, field = '--fault'): Fault {
  if (Object.hasOwn(faults, name)) return faults[name as FaultName];
  throw new InputError({
    field,
    is: `"${name.slice(0, 60)}"`,
    expected: 'the name of a fault',
    mend: 'See `maalestok vendor mock --list-faults`.',
  });
}
