import { ModelCallError } from '../../../datasets/errors.ts';
import { createHttpClient } from '../../adapters/http/create-http-client.ts';
import type { HttpReply } from '../../adapters/http/exchange.ts';
import { followRedirects } from '../../adapters/http/follow-redirects.ts';
import { headerOf } from '../../adapters/http/header-of.ts';
import { httpLimits } from '../../adapters/http/http-limits.ts';
import { type Received, type Transport, TransportFailure, type TransportFailureKind } from './transport.ts';

/** The way that a run's calls go, with the same addresses refused and the same bounds. */
export function createTransport({ allowPrivate }: { allowPrivate: boolean }): Transport {
  const client = createHttpClient({ allowPrivate }, httpLimits);
  return {
    async send({ url, method, headers, body }, signal) {
      // All headers are kept from other origins, as the run keeps those with secrets in them.
      const request = { url, method, headers: {}, body, secretHeaders: headers, home: url.origin };
      const options = { allowPrivate, redirects: httpLimits.redirects };
      try {
        return toReceived(await followRedirects(client.send, request, signal, options));
      } catch (error) {
        throw error instanceof ModelCallError ? toFailure(error) : error;
      }
    },
    close: () => client.close(),
  };
}

function toReceived({ status, headers, body }: HttpReply): Received {
  const single = Object.keys(headers).map((name) => [name.toLowerCase(), headerOf(headers, name) ?? '']);
  return { status, headers: Object.fromEntries(single), body };
}

const kinds: Record<string, TransportFailureKind> = {
  'refused-address': 'address',
  'too-large': 'tooLarge',
  'too-slow': 'timeout',
  redirect: 'redirect',
  protocol: 'broken',
};

/** What the system says where a connection was never made. */
const unreached =
  /\((?:ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT|UND_ERR_CONNECT_TIMEOUT)\)/u;

function toFailure(error: ModelCallError): TransportFailure {
  const lost = error.kind === 'network' && !unreached.test(error.message) ? 'broken' : 'connection';
  return new TransportFailure(kinds[error.kind] ?? lost, error.message, { cause: error });
}
