import { InputError } from '../../datasets/errors.ts';
import type { Auth } from '../../evals/suite-model.ts';
import { readSecretReference } from './read-vendor-options.ts';

/** How a vendor's endpoint is told who asks, as flags. */
export interface AuthOptions {
  apiKey?: string;
  authHeader?: string;
  bearer?: string;
}

/**
 * The flags as a suite would say them; undefined where none is given.
 * @throws {InputError} where they do not go together, or hold a secret instead of its name
 */
export function readAuth({ apiKey, authHeader, bearer }: AuthOptions): Auth | undefined {
  if (apiKey !== undefined && bearer !== undefined) {
    throw new InputError({ field: '--bearer', is: 'beside --api-key', expected: 'one of the two' });
  }
  if (authHeader !== undefined && apiKey === undefined) {
    const mend = 'Give --api-key env:NAME too.';
    throw new InputError({ field: '--auth-header', is: 'no key for it', expected: 'a key to carry', mend });
  }
  if (authHeader !== undefined && !/^[A-Za-z0-9-]{1,100}$/u.test(authHeader)) {
    throw new InputError({
      field: '--auth-header',
      is: 'no name of a header',
      expected: 'a name like x-api-key',
    });
  }
  if (bearer !== undefined) return { type: 'bearer', token: readSecretReference('--bearer', bearer) };
  if (apiKey === undefined) return undefined;
  const key = readSecretReference('--api-key', apiKey);
  return { type: 'apiKey', header: authHeader ?? 'x-api-key', key };
}
