import { excerpt, ModelCallError, ModelThrottledError } from '../../../datasets/errors.ts';
import { type FailedKind, kindOfStatus } from '../../../evals/screening/error-kinds.ts';
import { readRetryAfter } from '../read-retry-after.ts';

/** What was called, for messages. */
export interface AwsCall {
  /** `the Bedrock model "eu.…" in eu-central-1`. */
  target: string;
  /** The IAM action that the call needs. */
  action: string;
  /** What of the case was sent: a service's message that repeats some of it is not handed on. */
  sent: string;
  signal: AbortSignal;
}

const throttling = new Set([
  'ThrottlingException',
  'TooManyRequestsException',
  'ServiceUnavailableException',
  'ModelNotReadyException',
  'EC2ThrottledException',
]);
const passing = new Set([
  'ModelTimeoutException',
  'InternalServerException',
  'ModelErrorException',
  'ModelStreamErrorException',
  'ServiceException',
]);
const credentials = new Set([
  'CredentialsProviderError',
  'TokenProviderError',
  'UnrecognizedClientException',
  'ExpiredTokenException',
  'InvalidSignatureException',
  'IncompleteSignature',
  'MissingAuthenticationTokenException',
]);
const network = /^(?:E[A-Z_]{3,}|ERR_HTTP2_.+|ERR_SSL_.+|ERR_TLS_.+|CERT_.+)$/u;
/** The HTTP/2 handler's own errors carry no code. */
const http2 = /http\/?2 (?:stream|request)|^Frame type id/iu;

/** An error of an AWS client as one of ours. What is neither the service's nor the network's is thrown on: a bug. */
export function translateAwsError(error: unknown, call: AwsCall): ModelThrottledError | ModelCallError {
  if (!(error instanceof Error)) throw error;
  const { name, status } = { name: error.name, status: statusOf(error) };
  const fail = (kind: FailedKind, message: string, retryable = false) =>
    new ModelCallError(kind, `Cannot call ${call.target}: ${message}`, { cause: error, retryable });
  if (call.signal.aborted) return fail('aborted', 'it was told to stop');
  if (credentials.has(name)) {
    return fail(
      'credentials',
      `no AWS credentials that hold (${name}). Sign in (\`aws sso login\`) or set AWS_PROFILE; a key or session may have expired`,
    );
  }
  if (name === 'AccessDeniedException') {
    return fail(
      'access-denied',
      `AWS denies ${call.action}. Allow it to the role for this target and, for a Bedrock model, in every region of its profile; ask for access to the model in the Bedrock console`,
    );
  }
  if (name === 'ResourceNotFoundException') {
    return fail('not-found', 'AWS knows no such target in this region. Check its name and `region`');
  }
  if (throttling.has(name) || status === 429 || status === 503) {
    const retryAfterMs = readRetryAfter(waitOf(error), Date.now());
    const wait = retryAfterMs === undefined ? {} : { retryAfterMs };
    return new ModelThrottledError(`${call.target} is busy (${name})`, { cause: error, ...wait });
  }
  if (passing.has(name) || (status !== undefined && status >= 500)) {
    return fail('server-error', `the service failed (${nameOf(error, status)})`, true);
  }
  if (status !== undefined && status >= 400) {
    const { kind, retryable } = kindOfStatus(status);
    const said = `${nameOf(error, status)}${saidOf(error, call.sent)}`;
    return status === 413 ? fail('over-limits', said) : fail(kind, said, retryable);
  }
  // An answer that was cut or is no JSON: it has a status, and it was no success.
  if (status !== undefined) return fail('server-error', 'an answer that cannot be read', true);
  if (name === 'TimeoutError' || network.test(codeOf(error)) || http2.test(error.message)) {
    return fail('network', `no connection (${codeOf(error) || name})`, true);
  }
  throw error;
}

function statusOf(error: Error): number | undefined {
  const { $metadata, $response } = error as Error & {
    $metadata?: { httpStatusCode?: number };
    $response?: { statusCode?: number };
  };
  return $metadata?.httpStatusCode ?? $response?.statusCode;
}

/** How long the service asks to be left alone: a header, or a field of the error. */
function waitOf(error: Error): string | undefined {
  const { $response, retryAfterSeconds } = error as Error & {
    $response?: { headers?: Record<string, string> };
    retryAfterSeconds?: string;
  };
  return $response?.headers?.['retry-after'] ?? retryAfterSeconds;
}

function codeOf(error: Error): string {
  const { code } = error as Error & { code?: unknown };
  return typeof code === 'string' ? code : '';
}

function nameOf({ name }: Error, status: number | undefined): string {
  return /^[A-Za-z]{1,60}$/u.test(name) && name !== 'Error' ? name : `status ${status}`;
}

/** As long as it repeats nothing of the case: services quote what they refuse. */
function saidOf({ message }: Error, sent: string): string {
  const said = excerpt(message, 300);
  const window = 16;
  for (let at = 0; at + window <= said.length; at += 1) {
    if (sent.includes(said.slice(at, at + window)))
      return '; its message repeats the request and is left out';
  }
  return said === '' ? '' : `: ${said}`;
}
