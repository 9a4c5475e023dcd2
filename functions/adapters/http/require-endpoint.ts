import { InputError } from '../../../datasets/errors.ts';
import { refuseTarget } from './refuse-address.ts';

/** A URL of a suite that may be called. @throws {InputError} */
export function requireEndpoint(text: string, field: string, allowPrivate: boolean): URL {
  const url = new URL(text);
  const refused = refuseTarget(url, allowPrivate);
  if (refused === undefined) return url;
  const expected = allowPrivate
    ? 'https, or plain http to a private address, without user name and password'
    : 'https to a public address, without user name and password';
  const mend = 'Private networks and this machine are called with --allow-private; secrets go under `auth`.';
  throw new InputError({ field, is: refused, expected, mend });
}
