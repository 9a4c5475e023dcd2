import type { Fault } from './fault.ts';
import { answer, problem, redirect, reply, times } from './replies.ts';

const hourMs = 3_600_000;

/** Statuses other than 200 and 202. */
export const statusFaults: Fault[] = [
  {
    name: 'is busy and says for how long, in seconds',
    replies: [reply(429, { 'retry-after': '7' })],
    status: 'answered',
    attempts: 2,
    waitsMs: [7000],
  },
  { name: 'is busy and does not say for how long', replies: [reply(429)], status: 'answered', attempts: 2 },
  {
    name: 'is busy until a date that is past',
    replies: [reply(429, { 'retry-after': 'Wed, 21 Oct 2015 07:28:00 GMT' })],
    status: 'answered',
    attempts: 2,
    waitsMs: [0],
  },
  {
    name: 'is busy for centuries',
    replies: [reply(429, { 'retry-after': '99999999999' })],
    status: 'failed',
    kind: 'throttled',
    waitsMs: [],
  },
  {
    name: 'is busy until a date that is centuries away',
    replies: [reply(503, { 'retry-after': 'Fri, 21 Oct 2315 07:28:00 GMT' })],
    status: 'answered',
    attempts: 2,
    waitsMs: [hourMs],
    timeoutMs: hourMs,
  },
  {
    name: 'is busy all the time',
    replies: times(200, problem(503, 'Overloaded', { 'retry-after': '2' })),
    status: 'failed',
    kind: 'throttled',
    says: /HTTP 503: Overloaded/u,
    attempts: 15,
    waitsMs: times15(2000),
  },
  { name: 'fails once', replies: [reply(500)], status: 'answered', attempts: 2 },
  {
    name: 'fails always',
    replies: times(9, reply(500)),
    status: 'failed',
    kind: 'server-error',
    attempts: 3,
  },
  { name: 'is a gateway without service', replies: times(9, reply(502)), ...failsThrice() },
  { name: 'is a gateway whose service is late', replies: times(9, reply(504)), ...failsThrice() },
  { name: 'will never do it', replies: [reply(501)], status: 'failed', kind: 'server-error' },
  { name: 'says that the request took too long', replies: [reply(408)], status: 'answered', attempts: 2 },
  { name: 'says that it is too early', replies: [reply(425)], status: 'answered', attempts: 2 },
  ...[400, 401, 403, 404, 405, 409, 413, 415, 422].map(
    (status): Fault => ({
      name: `refuses with ${status}`,
      replies: [problem(status, 'Sagen\n er ikke\u001b[31m til at læse')],
      status: 'failed',
      kind: status === 400 ? 'bad-request' : `http-${status}`,
      says: new RegExp(`^HTTP ${status}: Sagen er ikke \\[31m til at læse$`, 'u'),
    }),
  ),
  {
    name: 'refuses with an HTML page',
    replies: [reply(403, { 'content-type': 'text/html' }, '<h1>No</h1>')],
    status: 'failed',
    kind: 'http-403',
    says: /^HTTP 403$/u,
  },
  {
    name: 'redirects to the metadata of the cloud',
    replies: [redirect(307, 'http://169.254.169.254/latest/meta-data/')],
    status: 'failed',
    kind: 'refused-address',
  },
  {
    name: 'redirects to the metadata of the cloud, written as IPv6',
    replies: [redirect(303, 'http://[::ffff:169.254.169.254]/latest/')],
    status: 'failed',
    kind: 'refused-address',
  },
  {
    name: 'redirects to the public internet over plain http',
    replies: [redirect(303, 'http://93.184.215.14/')],
    status: 'failed',
    kind: 'refused-address',
  },
  {
    name: 'redirects to a file',
    replies: [redirect(302, 'file:///etc/passwd')],
    status: 'failed',
    kind: 'refused-address',
  },
  { name: 'redirects to nowhere', replies: [reply(302)], status: 'failed', kind: 'redirect' },
  {
    name: 'redirects to what is no address',
    replies: [redirect(302, 'http://[')],
    status: 'failed',
    kind: 'redirect',
  },
  {
    name: 'redirects in a circle',
    replies: times(9, redirect(308, '/screen')),
    status: 'failed',
    kind: 'redirect',
    requests: 4,
  },
  {
    name: 'redirects to itself, one path on',
    replies: [redirect(308, '/v2/screen'), answer({})],
    status: 'answered',
    requests: 2,
  },
  { name: 'offers several places', replies: [reply(300)], status: 'failed', kind: 'redirect' },
];

function failsThrice() {
  return { status: 'failed', kind: 'server-error', attempts: 3 } as const;
}

function times15(ms: number): number[] {
  return Array.from({ length: 14 }, () => ms);
}
