import { InputError } from '../../../datasets/errors.ts';
import { VendorAnswerSchema } from '../../../evals/screening/vendor-contract.ts';
import { answerOf, type Exchange } from './exchange.ts';
import { createWorld, type WorldOptions } from './world.ts';

/** Who answers at an endpoint, as it says itself. */
export interface ProbedModel {
  id: string | undefined;
  version: string | undefined;
}

/**
 * Asks an endpoint about one built-in synthetic case, to learn whose answers it gives and whether it answers at all.
 * @throws {InputError} where it does not answer by the contract
 */
export async function probeModel(options: WorldOptions): Promise<ProbedModel> {
  const exchange = await createWorld(options).ask('plain');
  const answer = VendorAnswerSchema.safeParse(answerOf(exchange));
  if (answer.success) return { id: answer.data.model?.id, version: answer.data.model?.version };
  if (exchange.failure?.kind === 'address') {
    throw new InputError({
      field: '--endpoint',
      is: 'an address that is not called',
      expected: 'https to a public address',
      mend: 'Private networks and this machine are called with --allow-private.',
    });
  }
  throw new InputError({
    field: '--endpoint',
    is: describeEnd(exchange),
    expected: 'an answer by the vendor contract',
    mend: 'Run `maalestok vendor check` with the same address and flags: it says what is wrong.',
  });
}

function describeEnd({ last, failure }: Exchange): string {
  if (failure !== undefined) return `an endpoint that gives no answer (${failure.kind})`;
  return last?.status === 200 ? 'an answer of another form' : `an answer with status ${last?.status}`;
}
