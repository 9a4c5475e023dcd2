import type { HttpModel } from '../../../evals/suite-model.ts';
import { type Fault, shortMs } from './fault.ts';
import type { FaultyServer, Reply } from './faulty-server.ts';
import { answer, body, hang, problem, redirect, reply, times } from './replies.ts';

const oauth = (server: FaultyServer): Partial<HttpModel> => ({
  auth: {
    type: 'oauth2',
    tokenUrl: `${server.origin}/token`,
    clientId: 'env:CLIENT',
    clientSecret: 'env:CLIENT_SECRET',
  },
});

const token = (value: string, more: Record<string, unknown> = { expires_in: 3600 }): Reply =>
  body(() => JSON.stringify({ access_token: value, token_type: 'Bearer', ...more }));

/** Endpoints that want to know who asks. */
export const authFaults: Fault[] = [
  {
    name: 'gives a token and takes it',
    entry: oauth,
    replies: [token('t1'), answer({})],
    status: 'answered',
    requests: 2,
  },
  {
    name: 'gives tokens that are at their end',
    entry: oauth,
    replies: [token('t1', { expires_in: 0.001 }), reply(500), token('t2'), answer({})],
    status: 'answered',
    attempts: 2,
    requests: 4,
  },
  {
    name: 'takes a token once and then no more',
    entry: oauth,
    replies: [token('t1'), reply(500), problem(401, 'Token expired'), token('t2'), answer({})],
    status: 'answered',
    attempts: 2,
    requests: 5,
  },
  {
    name: 'takes no token at all',
    entry: oauth,
    replies: [token('t1'), problem(401, 'Unknown client')],
    status: 'failed',
    kind: 'http-401',
    says: /^HTTP 401: Unknown client$/u,
    requests: 2,
  },
  {
    name: 'takes neither the old token nor the new one',
    entry: oauth,
    replies: [token('t1'), reply(500), reply(401), token('t2'), reply(401)],
    status: 'failed',
    kind: 'http-401',
    attempts: 2,
    requests: 5,
  },
  {
    name: 'has a token endpoint that is down',
    entry: oauth,
    replies: times(3, reply(502)),
    status: 'failed',
    kind: 'token',
    attempts: 3,
  },
  {
    name: 'has a token endpoint that nobody answers at',
    entry: (server) => ({
      auth: { ...oauth(server).auth!, tokenUrl: 'http://127.0.0.1:9/token' } as HttpModel['auth'],
    }),
    replies: [],
    status: 'failed',
    kind: 'token',
    says: /ECONNREFUSED/u,
    attempts: 3,
    requests: 0,
    staysDown: true,
  },
  {
    name: 'has a token endpoint that hangs',
    entry: oauth,
    replies: [hang, hang, hang],
    status: 'failed',
    kind: 'token',
    says: /nothing within 300 ms/u,
    attempts: 3,
    limits: { tokenMs: 300 },
  },
  {
    name: 'has a token endpoint that hangs until the time is over',
    entry: oauth,
    replies: [hang],
    status: 'timedOut',
    kind: 'timeout',
    timeoutMs: shortMs,
    limits: { tokenMs: 600 },
  },
  {
    name: 'has a token endpoint that knows no such client',
    entry: oauth,
    replies: [reply(400, { 'content-type': 'application/json' }, '{"error":"invalid_client"}')],
    status: 'failed',
    kind: 'token',
    says: /HTTP 400: invalid_client$/u,
  },
  {
    name: 'has a token endpoint that is busy',
    entry: oauth,
    replies: [reply(429, { 'retry-after': '4' }), token('t1'), answer({})],
    status: 'answered',
    attempts: 2,
    requests: 3,
    waitsMs: [4000],
  },
  {
    name: 'has a token endpoint that redirects',
    entry: oauth,
    replies: [redirect(307, '/elsewhere')],
    status: 'failed',
    kind: 'token',
  },
  {
    name: 'has a token endpoint that gives HTML',
    entry: oauth,
    replies: [body(() => '<p>')],
    status: 'failed',
    kind: 'token',
  },
  {
    name: 'gives a token with a line break in it',
    entry: oauth,
    replies: [token('a\r\nx-evil: 1')],
    status: 'failed',
    kind: 'token',
  },
  {
    name: 'gives a token of a kind that nobody knows',
    entry: oauth,
    replies: [token('t1', { token_type: 'mac' })],
    status: 'failed',
    kind: 'token',
  },
];
