import { InputError } from '../../datasets/errors.ts';
import type { Auth } from '../../evals/suite-model.ts';
import { type OAuth2Options, oauth2Flags } from './oauth2-flags.ts';
import { readSecretReference, readUrl } from './read-vendor-options.ts';

/** How a vendor's endpoint is told who asks, as flags. */
export interface AuthOptions extends OAuth2Options {
  apiKey?: string;
  authHeader?: string;
  bearer?: string;
}

/**
 * The flags as a suite would say them; undefined where none is given.
 * @throws {InputError} where they do not go together, or hold a secret instead of its name
 */
export function readAuth({ apiKey, authHeader, bearer, ...oauth2 }: AuthOptions): Auth | undefined {
  const client = readOAuth2(oauth2);
  if (client !== undefined && (apiKey ?? authHeader ?? bearer) !== undefined) {
    const is = 'beside a key or a bearer token';
    throw new InputError({ field: oauth2Flags.oauth2TokenUrl, is, expected: 'one of the three' });
  }
  if (client !== undefined) return client;
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

/** @throws {InputError} where some of the flags are there and others, that they need, are not */
function readOAuth2(options: OAuth2Options): Extract<Auth, { type: 'oauth2' }> | undefined {
  const given = Object.entries(oauth2Flags).filter(([name]) => options[name as keyof OAuth2Options]);
  if (given.length === 0) return undefined;
  const need = (name: Exclude<keyof OAuth2Options, 'oauth2Scope'>): string => {
    const value = options[name];
    if (value !== undefined) return value;
    const expected = `it beside ${given[0]![1]}`;
    throw new InputError({ field: oauth2Flags[name], is: 'not given', expected });
  };
  const reference = (name: 'oauth2ClientId' | 'oauth2ClientSecret') =>
    readSecretReference(oauth2Flags[name], need(name));
  return {
    type: 'oauth2',
    tokenUrl: readUrl(oauth2Flags.oauth2TokenUrl, need('oauth2TokenUrl')).href,
    clientId: reference('oauth2ClientId'),
    clientSecret: reference('oauth2ClientSecret'),
    ...(options.oauth2Scope === undefined ? {} : { scope: options.oauth2Scope }),
  };
}
