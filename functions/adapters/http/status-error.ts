import { excerpt, ModelCallError, ModelThrottledError } from '../../../datasets/errors.ts';
import { kindOfStatus } from '../../../evals/screening/error-kinds.ts';
import { readRetryAfter } from '../read-retry-after.ts';
import type { HttpReply } from './exchange.ts';
import { headerOf } from './header-of.ts';
import type { Redactor } from './redactor.ts';
import { unpackBody } from './unpack-body.ts';

const longestProblem = 10_000;

/** What a reply that is no answer means for the run. */
export async function statusError(
  reply: HttpReply,
  redactor: Redactor,
): Promise<ModelThrottledError | ModelCallError> {
  const { status } = reply;
  const said = await readProblem(reply, redactor);
  const message = said === undefined ? `HTTP ${status}` : `HTTP ${status}: ${said}`;
  if (status === 429 || status === 503) {
    const retryAfterMs = readRetryAfter(headerOf(reply.headers, 'retry-after'), Date.now());
    return new ModelThrottledError(message, retryAfterMs === undefined ? {} : { retryAfterMs });
  }
  if (status >= 300 && status < 400) return new ModelCallError('redirect', message);
  const { kind, retryable } = kindOfStatus(status);
  return new ModelCallError(kind, message, { retryable });
}

/** The title of a problem (RFC 9457), or the code of an OAuth2 error, on one short line. */
async function readProblem(reply: HttpReply, redactor: Redactor): Promise<string | undefined> {
  if (!/[/+]json\b/iu.test(headerOf(reply.headers, 'content-type') ?? '')) return undefined;
  try {
    const unpacked = await unpackBody(reply, longestProblem);
    const { title, error }: Record<string, unknown> = 'text' in unpacked ? JSON.parse(unpacked.text) : {};
    const said = typeof title === 'string' ? title : error;
    if (typeof said !== 'string') return undefined;
    return excerpt(redactor.redact(said.toWellFormed()).replace(/\p{C}/gu, ' '), 100);
  } catch {
    return undefined;
  }
}
