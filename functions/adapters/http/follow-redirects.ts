import { ModelCallError } from '../../../datasets/errors.ts';
import type { HttpReply, HttpRequest, Send } from './exchange.ts';
import { headerOf } from './header-of.ts';
import { refuseTarget } from './refuse-address.ts';

const redirects = [301, 302, 303, 307, 308];

export interface FollowOptions {
  allowPrivate: boolean;
  /** At most so many. */
  redirects: number;
}

/**
 * Sends a request to where the endpoint says it is now. `secretHeaders` go to `home` only, an origin; and a request
 * with a body goes nowhere else at all: whom a case is sent to is what the suite says.
 * @throws {ModelCallError}
 */
export async function followRedirects(
  send: Send,
  request: HttpRequest & { secretHeaders: Record<string, string>; home: string },
  signal: AbortSignal,
  options: FollowOptions,
): Promise<HttpReply> {
  let { url, method, body } = request;
  for (let followed = 0; ; followed += 1) {
    const own = url.origin === request.home;
    const headers = own ? { ...request.headers, ...request.secretHeaders } : request.headers;
    const reply = await send({ url, method, headers, body }, signal);
    if (!redirects.includes(reply.status)) return reply;
    if (followed === options.redirects) {
      throw new ModelCallError('redirect', `more than ${options.redirects} redirects, one after the other`);
    }
    url = targetOf(headerOf(reply.headers, 'location'), reply.url, options.allowPrivate);
    if (reply.status === 303) [method, body] = ['GET', undefined];
    if (method === 'POST' && url.origin !== request.home) {
      throw new ModelCallError('redirect', `a redirect to ${url.host}, expected one within ${request.home}`);
    }
  }
}

/** Where a `Location` leads. @throws {ModelCallError} where it leads nowhere that may be called */
export function targetOf(location: string | undefined, base: URL, allowPrivate: boolean): URL {
  const target = location === undefined ? null : URL.parse(location, base.href);
  if (target === null) throw new ModelCallError('redirect', 'a Location that is none');
  const refused = refuseTarget(target, allowPrivate);
  if (refused === undefined) return target;
  throw new ModelCallError('refused-address', `${target.host.slice(0, 100)} is not called: ${refused}`);
}
