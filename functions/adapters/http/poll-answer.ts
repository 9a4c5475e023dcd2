import { setTimeout as wait } from 'node:timers/promises';
import { ModelCallError } from '../../../datasets/errors.ts';
import type { HttpReply } from './exchange.ts';
import { targetOf } from './follow-redirects.ts';
import { headerOf } from './header-of.ts';
import { readRetryAfter } from './read-retry-after.ts';

export interface PollOptions {
  /** Between two polls, at least, and where the endpoint does not say. */
  pollMs: number;
  usualPollMs: number;
  allowPrivate: boolean;
}

/**
 * Asks for an answer where the endpoint said it would be, as often as it says, until it is there or `signal` aborts.
 * @throws {ModelCallError}
 */
export async function pollAnswer(
  accepted: HttpReply,
  get: (url: URL) => Promise<HttpReply>,
  signal: AbortSignal,
  { pollMs, usualPollMs, allowPrivate }: PollOptions,
): Promise<HttpReply> {
  let reply = accepted;
  let url: URL | undefined;
  while (reply.status === 202) {
    const location = headerOf(reply.headers, 'location');
    if (location !== undefined) url = targetOf(location, reply.url, allowPrivate);
    if (url === undefined) throw new ModelCallError('no-location', 'HTTP 202 without a Location to ask at');
    const asked = readRetryAfter(headerOf(reply.headers, 'retry-after'), Date.now());
    await wait(Math.max(pollMs, asked ?? usualPollMs), undefined, { signal });
    reply = await get(url);
  }
  return reply;
}
