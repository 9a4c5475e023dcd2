import { ModelCallError, ModelThrottledError } from '../../../datasets/errors.ts';
import type { HttpReply, Send } from './exchange.ts';
import type { Redactor } from './redactor.ts';
import { statusError } from './status-error.ts';
import { unpackBody } from './unpack-body.ts';

export interface Token {
  value: string;
  /** By `performance.now()`. */
  staleAtMs: number;
  /** The service took it at least once. */
  proven: boolean;
}

export interface TokenSource {
  /** The token of now: kept until shortly before it ends, fetched by one request for all who wait. */
  get(): Promise<Token>;
  /** Lets go of a token that the service takes no more. */
  drop(token: Token): void;
}

export interface TokenOptions {
  tokenUrl: URL;
  clientId: string;
  clientSecret: string;
  scope: string | undefined;
  send: Send;
  redactor: Redactor;
  /** For one request. */
  timeoutMs: number;
  answerBytes: number;
}

/**
 * Tokens by client credentials.
 * @source RFC 6749, 4.4 and 2.3.1
 */
export function createTokenSource(options: TokenOptions): TokenSource {
  let current: Token | undefined;
  let pending: Promise<Token> | undefined;
  return {
    async get() {
      if (current !== undefined && performance.now() < current.staleAtMs) return current;
      pending ??= fetchToken(options)
        .then((token) => {
          current = token;
          return token;
        })
        .finally(() => {
          pending = undefined;
        });
      return pending;
    },
    drop(token) {
      if (current === token) current = undefined;
    },
  };
}

async function fetchToken(options: TokenOptions): Promise<Token> {
  const begun = performance.now();
  const reply = await requestToken(options);
  if (reply.status !== 200) {
    const error = await statusError(reply, options.redactor);
    throw error instanceof ModelThrottledError ? error : tokenError(error.message, error.retryable);
  }
  const { value, lifeMs } = await readToken(reply, options.answerBytes);
  options.redactor.set('token', value);
  return { value, staleAtMs: begun + lifeMs - Math.min(60_000, lifeMs / 10), proven: false };
}

async function requestToken(options: TokenOptions): Promise<HttpReply> {
  const { tokenUrl, clientId, clientSecret, scope, send, timeoutMs } = options;
  const client = `${encodeForm(clientId)}:${encodeForm(clientSecret)}`;
  const headers = {
    accept: 'application/json',
    'content-type': 'application/x-www-form-urlencoded',
    authorization: `Basic ${Buffer.from(client).toString('base64')}`,
  };
  const asked = { grant_type: 'client_credentials', ...(scope === undefined ? {} : { scope }) };
  const body = new URLSearchParams(asked).toString();
  try {
    return await send({ url: tokenUrl, method: 'POST', headers, body }, AbortSignal.timeout(timeoutMs));
  } catch (error) {
    if (error instanceof ModelCallError) throw tokenError(error.message, error.retryable);
    if (error instanceof DOMException) throw tokenError(`nothing within ${timeoutMs} ms`, true);
    throw error;
  }
}

async function readToken(reply: HttpReply, limitBytes: number): Promise<{ value: string; lifeMs: number }> {
  const unpacked = await unpackBody(reply, limitBytes);
  const answer = 'text' in unpacked ? parseObject(unpacked.text) : {};
  const { access_token: value, token_type: type = 'bearer', expires_in: seconds } = answer;
  if (typeof value !== 'string' || !/^[\x21-\x7e]{1,10000}$/u.test(value)) {
    throw tokenError('an answer without an access_token that a header can carry');
  }
  if (String(type).toLowerCase() !== 'bearer') throw tokenError('a token_type other than Bearer');
  const life = Number(seconds);
  // Without a time it serves until it is refused.
  return { value, lifeMs: Number.isFinite(life) && life > 0 ? life * 1000 : Number.POSITIVE_INFINITY };
}

function tokenError(message: string, retryable = false): ModelCallError {
  return new ModelCallError('token', `no token from the token endpoint: ${message}`, { retryable });
}

function encodeForm(text: string): string {
  return new URLSearchParams({ '': text }).toString().slice(1);
}

function parseObject(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
