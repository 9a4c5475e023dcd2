import { addAbortListener } from 'node:events';
import { InputError } from '../../../datasets/errors.ts';
import type { Secrets } from '../../../evals/ports.ts';
import type { Auth } from '../../../evals/suite-model.ts';
import { createTokenSource, type Token } from './create-token-source.ts';
import type { Send } from './exchange.ts';
import type { HttpLimits } from './http-limits.ts';
import type { Redactor } from './redactor.ts';
import { requireEndpoint } from './require-endpoint.ts';

/** What a request is signed with. */
export interface Signed {
  headers: Record<string, string>;
  token?: Token | undefined;
}

export interface Credentials {
  sign(signal: AbortSignal): Promise<Signed>;
  /** Told how the service took it; true where a new token may help. */
  took(signed: Signed, status: number): boolean;
}

export interface CredentialsOptions {
  secrets: Secrets;
  redactor: Redactor;
  send: Send;
  allowPrivate: boolean;
  limits: HttpLimits;
  /** Of the suite: `models[0]`. */
  field: string;
}

/** @throws {InputError} where a secret is missing or can stand in no header */
export async function createCredentials(
  auth: Auth | undefined,
  options: CredentialsOptions,
): Promise<Credentials> {
  if (auth === undefined) return alwaysSame({});
  const resolve = async (reference: string): Promise<string> => {
    const secret = await options.secrets.resolve(reference);
    requireHeaderText(secret, reference);
    options.redactor.set(reference, secret);
    return secret;
  };
  switch (auth.type) {
    case 'apiKey':
      return alwaysSame({ [auth.header.toLowerCase()]: await resolve(auth.key) });
    case 'bearer':
      return alwaysSame({ authorization: `Bearer ${await resolve(auth.token)}` });
    case 'oauth2': {
      const { send, redactor, limits, allowPrivate, field } = options;
      const tokenUrl = requireEndpoint(auth.tokenUrl, `${field}.auth.tokenUrl`, allowPrivate);
      const [clientId, clientSecret] = [await resolve(auth.clientId), await resolve(auth.clientSecret)];
      const { tokenMs: timeoutMs, answerBytes } = limits;
      const { scope } = auth;
      return renewing({ tokenUrl, clientId, clientSecret, scope, send, redactor, timeoutMs, answerBytes });
    }
  }
}

function alwaysSame(headers: Record<string, string>): Credentials {
  const signed = { headers };
  return { sign: async () => signed, took: () => false };
}

function renewing(options: Parameters<typeof createTokenSource>[0]): Credentials {
  const source = createTokenSource(options);
  return {
    async sign(signal) {
      const token = await orAborted(source.get(), signal);
      return { headers: { authorization: `Bearer ${token.value}` }, token };
    },
    took({ token }, status) {
      if (token === undefined) return false;
      if (status !== 401) {
        token.proven = true;
        return false;
      }
      source.drop(token);
      // One that never served has not run out: a new one would be refused as well.
      return token.proven;
    },
  };
}

/** The token is waited for by others too: only this one's wait ends. */
async function orAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  const { promise: aborted, reject } = Promise.withResolvers<never>();
  using _listener = addAbortListener(signal, () => reject(signal.reason));
  return await Promise.race([promise, aborted]);
}

function requireHeaderText(secret: string, reference: string): void {
  if (/^[\x21-\x7e](?:[\x20-\x7e]*[\x21-\x7e])?$/u.test(secret)) return;
  throw new InputError({
    field: reference,
    is: 'a secret with a line break, a space at an end, or a letter beyond ASCII',
    expected: 'one that a header can carry',
    mend: 'Store it without what stands before or after it.',
  });
}
