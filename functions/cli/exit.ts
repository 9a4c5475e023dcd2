import { CommanderError } from 'commander';
import { ArtifactError, InputError } from '../../datasets/errors.ts';
import { SpendingLimitError } from '../../evals/engine/spending.ts';
import { describeSystemError } from './describe-system-error.ts';

/**
 * 0 done; 1 a stored artefact is missing or damaged; 2 the user's input is wrong, or the file system refused; 3 the cost
 * limit; 70 our own bug. Commands that find what is left to mend end with 1 as well: `gate`, `intake`, `vendor check`.
 */
export function exitCodeOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof InputError) return 2;
  if (error instanceof SpendingLimitError) return 3;
  if (describeSystemError(error) !== undefined) return 2;
  return error instanceof ArtifactError ? 1 : 70;
}

/** What is printed: a message where the user can act on it, a stack where it is our own bug. */
export function renderError(error: unknown): string {
  if (error instanceof CommanderError) return '';
  if (error instanceof InputError) return `Error: ${error.message}`;
  if (error instanceof SpendingLimitError) {
    const mend = 'All answers so far are safe: run the same command with a higher --max-cost to go on.';
    return `Stopped by --max-cost: ${error.message}.\n  ${mend}`;
  }
  if (error instanceof ArtifactError) {
    const cause = error.cause instanceof Error ? `\n  ${error.cause.message}` : '';
    return `Error: ${error.message}${cause}`;
  }
  const refused = describeSystemError(error);
  if (refused !== undefined) return `Error: ${refused.message}`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
