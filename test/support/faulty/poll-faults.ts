import { type Fault, shortMs } from './fault.ts';
import { accepted, answer, body, hang, problem, redirect, reply, times } from './replies.ts';

/** Answers that are to be fetched later. */
export const pollFaults: Fault[] = [
  {
    name: 'is done at once when asked',
    replies: [accepted('/jobs/1'), answer({})],
    status: 'answered',
    requests: 2,
  },
  {
    name: 'is done the third time it is asked',
    replies: [accepted('/jobs/1'), reply(202), accepted('/jobs/2'), answer({})],
    status: 'answered',
    requests: 4,
    limits: { usualPollMs: 10 },
  },
  {
    name: 'sends on to where the answer is',
    replies: [accepted('/jobs/1'), redirect(303, '/answers/1'), answer({})],
    status: 'answered',
    requests: 3,
  },
  { name: 'does not say where to ask', replies: [reply(202)], status: 'failed', kind: 'no-location' },
  {
    name: 'is never done',
    replies: times(1000, accepted('/jobs/1')),
    status: 'timedOut',
    kind: 'timeout',
    timeoutMs: shortMs,
    requests: 'any',
  },
  {
    name: 'is to be asked again in an hour',
    replies: [accepted('/jobs/1', { 'retry-after': '3600' })],
    status: 'timedOut',
    kind: 'timeout',
    timeoutMs: shortMs,
    requests: 1,
  },
  {
    name: 'hangs when it is asked',
    replies: [accepted('/jobs/1'), hang],
    status: 'timedOut',
    kind: 'timeout',
    timeoutMs: shortMs,
    requests: 2,
  },
  {
    name: 'has forgotten the question',
    replies: [accepted('/jobs/1'), problem(404, 'No such job')],
    status: 'failed',
    kind: 'http-404',
    requests: 2,
  },
  {
    name: 'fails when it is asked, and not when all is asked anew',
    replies: [accepted('/jobs/1'), reply(500)],
    status: 'answered',
    attempts: 2,
    requests: 3,
  },
  {
    name: 'is busy when it is asked',
    replies: [accepted('/jobs/1'), reply(429, { 'retry-after': '3' }), accepted('/jobs/1'), answer({})],
    status: 'answered',
    attempts: 2,
    requests: 4,
    waitsMs: [3000],
  },
  {
    name: 'is to be asked at the metadata of the cloud',
    replies: [accepted('http://169.254.169.254/jobs/1')],
    status: 'failed',
    kind: 'refused-address',
  },
  {
    name: 'is to be asked on another origin',
    replies: [accepted('http://127.0.0.2:9/jobs/1')],
    status: 'failed',
    kind: 'foreign-location',
    requests: 1,
  },
  {
    name: 'answers another case when it is asked',
    replies: [accepted('/jobs/1'), body(() => '{"caseId":"c9","findings":[]}')],
    status: 'invalid',
    kind: 'wrong-case',
    requests: 2,
  },
];
