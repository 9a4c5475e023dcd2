import type { MadeUp } from '../../../datasets/privacy/privacy-card.ts';
import { quoteArgument } from '../../../evals/quote-argument.ts';

/** Says that a word given for a synthetic data set no longer holds, and with which command it is given again. */
export function describeVoidMadeUp(folder: string, { by, why }: MadeUp): string {
  const command = ['npx', 'maalestok', 'gate', folder, '--made-up', by, '--why', why]
    .map(quoteArgument)
    .join(' ');
  return (
    'gate: the card said that all this data set names was made up. The files have changed since, so that this no longer holds. ' +
    `If it is true of them as they are now, say so again:\n  ${command}\n`
  );
}
