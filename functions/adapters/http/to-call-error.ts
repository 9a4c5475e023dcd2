import { errors } from 'undici';
import { ModelCallError } from '../../../datasets/errors.ts';
import { RefusedAddressError } from './create-connector.ts';

/**
 * What a failed exchange is called in a screening. The error itself is no cause of it: a parser's holds what was
 * received, and no answer's text may stand in a log.
 */
export function toCallError(error: unknown, url: URL): ModelCallError {
  if (error instanceof ModelCallError) return error;
  if (error instanceof RefusedAddressError) {
    return new ModelCallError('refused-address', `${url.host} is not called: ${error.message}`);
  }
  const code = codeOf(error);
  // Nothing that an endpoint does leads to an argument that is wrong: it is our bug.
  if (code === 'UND_ERR_INVALID_ARG') throw error;
  if (code === 'UND_ERR_HEADERS_OVERFLOW')
    return new ModelCallError('too-large', 'an answer with too much header');
  if (code === 'UND_ERR_BODY_TIMEOUT') return new ModelCallError('too-slow', 'an answer that stopped coming');
  if (isTls(code)) return new ModelCallError('tls', `no trusted connection to ${url.host} (${code})`);
  if (error instanceof errors.HTTPParserError) {
    return new ModelCallError('protocol', `${url.host} answered what is no HTTP`, { retryable: true });
  }
  return new ModelCallError('network', `no connection to ${url.host} that lasted (${code})`, {
    retryable: true,
  });
}

/** Certificates and handshakes, as OpenSSL and Node name what is wrong with them. */
function isTls(code: string): boolean {
  return (
    /^(?:ERR_TLS_|ERR_SSL_|CERT_|CRL_|SELF_SIGNED_|DEPTH_ZERO_|UNABLE_TO_|EPROTO$)/u.test(code) ||
    ['INVALID_CA', 'INVALID_PURPOSE', 'PATH_LENGTH_EXCEEDED', 'HOSTNAME_MISMATCH'].includes(code)
  );
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'no code';
}
