import type { Secrets } from '../../../evals/ports.ts';
import type { Auth } from '../../../evals/suite-model.ts';

/** The headers that tell an endpoint who asks, in lower case, and the secrets that stand in them. */
export interface AuthHeaders {
  headers: Record<string, string>;
  secrets: string[];
}

/** @throws {InputError} where a secret is not there */
export async function authHeaders(auth: Auth | undefined, secrets: Secrets): Promise<AuthHeaders> {
  if (auth?.type === 'apiKey') {
    const key = await secrets.resolve(auth.key);
    return { headers: { [auth.header.toLowerCase()]: key }, secrets: [key] };
  }
  if (auth?.type === 'bearer') {
    const token = await secrets.resolve(auth.token);
    return { headers: { authorization: `Bearer ${token}` }, secrets: [token] };
  }
  return { headers: {}, secrets: [] };
}
