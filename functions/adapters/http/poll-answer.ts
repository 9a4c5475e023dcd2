import { setTimeout as wait } from 'node:timers/promises';
import { ModelCallError } from '../../../datasets/errors.ts';
import { readRetryAfter } from '../read-retry-after.ts';
import type { HttpReply } from './exchange.ts';
import { targetOf } from './follow-redirects.ts';
import { headerOf } from './header-of.ts';

export interface PollOptions {
  /** Between two polls, at least, and where the endpoint does not say. */
  pollMs: number;
  usualPollMs: number;
  allowPrivate: boolean;
  /** The origin of the address that a suite names. */
  home: string;
}

/**
 * Asks for an answer where the endpoint said it would be, on its own origin, as often as it says, until it is there or `signal` aborts.
 * @throws {ModelCallError}
 */
export async function pollAnswer(
  accepted: HttpReply,
  get: (url: URL) => Promise<HttpReply>,
  signal: AbortSignal,
  { pollMs, usualPollMs, allowPrivate, home }: PollOptions,
): Promise<HttpReply> {
  let reply = accepted;
  let url: URL | undefined;
  while (reply.status === 202) {
    const location = headerOf(reply.headers, 'location');
    if (location !== undefined) url = jobOf(targetOf(location, reply.url, allowPrivate), home);
    if (url === undefined) throw new ModelCallError('no-location', 'HTTP 202 without a Location to ask at');
    const asked = readRetryAfter(headerOf(reply.headers, 'retry-after'), Date.now());
    await wait(Math.max(pollMs, asked ?? usualPollMs), undefined, { signal });
    reply = await get(url);
  }
  return reply;
}

/** Credentials go along, and answers are taken only from whom the suite names. */
function jobOf(url: URL, home: string): URL {
  if (url.origin === home) return url;
  const message = `HTTP 202 with a Location at ${url.host.slice(0, 100)}, expected one within ${home}`;
  throw new ModelCallError('foreign-location', message);
}
