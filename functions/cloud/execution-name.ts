import type { RunOrder } from '../api/api-context.ts';

/** The name of a run's execution, one an attempt. At most 80 characters, of those that Step Functions takes: a record's id has 63. */
export function executionName({ id, attempt }: Pick<RunOrder, 'id' | 'attempt'>): string {
  return `${id}-${attempt}`;
}
