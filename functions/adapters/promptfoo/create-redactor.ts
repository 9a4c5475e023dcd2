import { Redactor } from '../http/redactor.ts';
import { environmentSecrets } from './environment-secrets.ts';

/**
 * Knows the secrets that a provider was given, and those that it may take from the environment by itself: some
 * endpoints repeat the key that they were sent.
 */
export function createRedactor(given: readonly string[], environment: NodeJS.ProcessEnv): Redactor {
  const redactor = new Redactor();
  for (const [name, secret] of environmentSecrets(environment)) redactor.set(name, secret);
  for (const [at, secret] of given.entries()) redactor.set(`config ${at}`, secret);
  return redactor;
}
