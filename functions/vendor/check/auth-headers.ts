import { InputError } from '../../../datasets/errors.ts';
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

/**
 * Of OAuth2 one token serves the whole check.
 * @throws {InputError} where a secret is not there or can stand in no header, or no token is given
 */
export async function authHeaders(
  auth: Auth | undefined,
  { secrets, allowPrivate }: AuthHeadersOptions,
): Promise<AuthHeaders> {
  const { send, close } = createHttpClient({ allowPrivate }, httpLimits);
  try {
    const redactor = new Redactor();
    const options = { secrets, redactor, send, allowPrivate, limits: httpLimits, field: 'endpoint' };
    const credentials = await createCredentials(auth, options);
    const { headers } = await credentials.sign(AbortSignal.timeout(httpLimits.tokenMs)).catch(noToken);
    return { headers, secrets: Object.values(headers).map((value) => value.replace(/^Bearer /u, '')) };
  } finally {
    await close();
  }
}

/** Whoever checks is the one who set up the client: it is their input. */
function noToken(error: unknown): never {
  if (!(error instanceof Error) || !/^(?:ModelCall|ModelThrottled|Timeout)Error$/u.test(error.name))
    throw error;
  throw new InputError({
    field: 'endpoint.auth.tokenUrl',
    is: error.name === 'TimeoutError' ? 'no answer in time' : error.message,
    expected: 'a token by client credentials',
    mend: 'Check address, client id, client secret and scope; a private address needs --allow-private.',
  });
}
