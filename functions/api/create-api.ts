import { createHash, randomUUID } from 'node:crypto';
import { type Context, Hono } from 'hono';
import { stream } from 'hono/streaming';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { ApiContext } from './api-context.ts';
import { appendAudit } from './audit.ts';
import { createDesk } from './desk.ts';
import { doOnce, IdempotencyKeySchema, type StoredAnswer } from './idempotency.ts';
import { type Principal, partyOf, slugOf } from './principal.ts';
import { ApiProblem, checkRequest, toProblem } from './problem.ts';
import { createRateLimiter, type RateLimiter } from './rate-limiter.ts';
import { readBody, readJsonBody } from './read-body.ts';
import type { Answer, Route } from './route.ts';
import { routes } from './routes.ts';
import { refuseAnonymous } from './verify-token.ts';

const headers = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

/**
 * The API as one app, the same on one machine and behind a gateway.
 * @param addressOf where a request comes from, for the rates of those who do not say who they are
 */
export function createApi(context: ApiContext, addressOf: (request: Context) => string = () => ''): Hono {
  const app = new Hono();
  const addresses = createRateLimiter(context.clock);
  const limiters = { addresses, parties: context.partyRates ?? addresses };
  for (const route of routes) {
    const path = route.path.replaceAll(/\{(\w+)\}/gu, ':$1');
    app.on(route.method, path, (request) => answerCall(request, route, context, limiters, addressOf));
  }
  const methods = Map.groupBy(routes, ({ path }) => path.replaceAll(/\{(\w+)\}/gu, ':$1'));
  for (const [path, others] of methods) {
    const allow = [...new Set(others.map(({ method }) => method))].join(', ');
    app.all(path, () => {
      throw new ApiProblem('method-not-allowed', `Only ${allow} is known here.`, { headers: { allow } });
    });
  }
  app.notFound((request) => {
    const problem = new ApiProblem(
      'not-found',
      'There is no such path; /v1/openapi.json lists those there are.',
    );
    return sendProblem(problem, request, context, randomUUID());
  });
  app.onError((error, request) => sendProblem(error, request, context, randomUUID()));
  return app;
}

async function answerCall(
  request: Context,
  route: Route,
  context: ApiContext,
  { addresses, parties }: Record<'addresses' | 'parties', RateLimiter>,
  addressOf: (request: Context) => string,
): Promise<Response> {
  const requestId = randomUUID();
  try {
    const { rates, bodyBytes, uploadBytes } = context.limits;
    const principal = await identify(request, route, context, () =>
      addresses.take(`address ${addressOf(request)}`, rates.anonymous),
    );
    const party = partyOf(principal);
    if (party !== null) await parties.take(party, rates.party);
    const raw = request.req.raw;
    const json = route.takes === 'json' ? await readJsonBody(raw, bodyBytes) : { text: '', value: undefined };
    const key =
      route.takes === 'json'
        ? checkRequest(
            request.req.header('idempotency-key'),
            IdempotencyKeySchema,
            '`Idempotency-Key` header',
          )
        : '';
    const id = sha256(`${party}\n${key}`);
    const requestHash = sha256(`${route.method} ${request.req.path}\n${json.text}`);
    const prepared = route.prepare({
      context,
      principal,
      desk: createDesk(context.registry, context.clock, principal),
      newId: `${party === null ? 'anonymous' : slugOf(party)}.${sha256(`${id}\n${requestHash}`).slice(0, 20)}`,
      params: request.req.param(),
      query: request.req.query(),
      body: json.value,
      readFile: (limit) => readBody(raw, Math.min(limit, uploadBytes)),
    });
    const action = () => audited(prepared, { request, route, context, principal, requestId });
    if (route.takes !== 'json') return send(request, await action(), requestId);
    const { registry, clock } = context;
    const once = await doOnce({ registry, clock, id, requestHash }, async () => toStored(action, requestId));
    const { replayed, ...answer } = once;
    for (const [name, value] of Object.entries(answer.headers)) request.header(name, value);
    if (replayed) request.header('idempotency-replayed', 'true');
    return send(request, answer, requestId);
  } catch (error) {
    return sendProblem(error, request, context, requestId);
  }
}

/** Who asks, and that they may ask this at all. What fails here counts against the address. */
async function identify(
  request: Context,
  route: Route,
  context: ApiContext,
  take: () => Promise<void>,
): Promise<Principal> {
  const authorization = request.req.header('authorization');
  if (authorization === undefined) await take();
  const principal = await context.verifyToken(authorization).catch(async (error: unknown) => {
    await take();
    throw error;
  });
  if (route.who === 'everyone' || route.who.includes(principal.role)) return principal;
  if (principal.role === 'anonymous') refuseAnonymous();
  throw new ApiProblem('forbidden', `This is for ${route.who.join(' and ')} alone.`);
}

interface Audited {
  request: Context;
  route: Route;
  context: ApiContext;
  principal: Principal;
  requestId: string;
}

/** Does what is told in the audit log before and after; a request that cannot be logged is not done. */
async function audited(action: () => Promise<Answer>, input: Audited): Promise<Answer> {
  const { request, route, context, principal, requestId } = input;
  if (route.takes === 'nothing' && route.audited !== true) return action();
  const log = (phase: 'asked' | 'answered', status: number | null) =>
    appendAudit(context.registry, {
      at: context.clock.now(),
      requestId,
      phase,
      party: partyOf(principal) ?? 'anonymous',
      subject: principal.role === 'anonymous' ? '' : principal.subject,
      action: route.operationId,
      // The token in an upload's address is as good as a key.
      target: route.takes === 'file' ? null : (Object.values(request.req.param())[0] ?? null),
      status,
    });
  await log('asked', null);
  try {
    const answer = await action();
    await log('answered', answer.status);
    return answer;
  } catch (error) {
    await log('answered', toProblem(error, requestId).status);
    throw error;
  }
}

/** What is wrong with a request is an answer, too: the same for the same key. */
async function toStored(action: () => Promise<Answer>, requestId: string): Promise<StoredAnswer> {
  try {
    const { status, body } = await action();
    return { status, body: body ?? null, headers: {} };
  } catch (error) {
    const problem = toProblem(error, requestId);
    if (problem.status >= 500) throw error;
    return {
      status: problem.status,
      body: problem,
      headers: error instanceof ApiProblem ? error.headers : {},
    };
  }
}

function send(
  request: Context,
  { status, body, lines, location }: Answer,
  requestId: string,
): Response | Promise<Response> {
  for (const [name, value] of Object.entries({ ...headers, 'x-request-id': requestId }))
    request.header(name, value);
  if (lines !== undefined) {
    request.header('content-type', 'application/x-ndjson; charset=utf-8');
    return stream(request, async (to) => {
      for await (const line of lines) await to.write(`${line}\n`);
    });
  }
  if (location !== undefined) request.header('location', location);
  if (body === undefined || body === null) return request.body(null, status as ContentfulStatusCode);
  const type = status >= 400 ? 'application/problem+json' : 'application/json; charset=utf-8';
  request.header('content-type', type);
  return request.body(JSON.stringify(body), status as ContentfulStatusCode);
}

function sendProblem(
  error: unknown,
  request: Context,
  context: ApiContext,
  requestId: string,
): Response | Promise<Response> {
  const problem = toProblem(error, requestId);
  if (problem.status === 500)
    context.log(`${requestId} ${error instanceof Error ? error.stack : String(error)}`);
  if (error instanceof ApiProblem)
    for (const [name, value] of Object.entries(error.headers)) request.header(name, value);
  return send(request, { status: problem.status, body: problem }, requestId);
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
