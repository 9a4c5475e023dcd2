import type { Secrets } from '../../../evals/ports.ts';
import type { Auth } from '../../../evals/suite-model.ts';
import { createCredentials } from '../../adapters/http/create-credentials.ts';
import { createHttpClient } from '../../adapters/http/create-http-client.ts';
import { httpLimits } from '../../adapters/http/http-limits.ts';
import { Redactor } from '../../adapters/http/redactor.ts';

/** The headers that tell an endpoint who asks, in lower case, and the secrets that stand in them. */
export interface AuthHeaders {
  headers: Record<string, string>;
  secrets: string[];
}

export interface AuthHeadersOptions {
  secrets: Secrets;
  allowPrivate: boolean;
}

/** @throws {InputError} where a secret is not there, or can stand in no header */
export async function authHeaders(
  auth: Auth | undefined,
  { secrets, allowPrivate }: AuthHeadersOptions,
): Promise<AuthHeaders> {
  const { send, close } = createHttpClient({ allowPrivate }, httpLimits);
  try {
    const redactor = new Redactor();
    const options = { secrets, redactor, send, allowPrivate, limits: httpLimits, field: 'auth' };
    const credentials = await createCredentials(auth, options);
    const { headers } = await credentials.sign(AbortSignal.timeout(httpLimits.tokenMs));
    return { headers, secrets: Object.values(headers).map((value) => value.replace(/^Bearer /u, '')) };
  } finally {
    await close();
  }
}
