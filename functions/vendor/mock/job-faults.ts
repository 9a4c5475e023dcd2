import type { Fault } from './fault.ts';
import { replyProblem } from './reply.ts';

/** Faults of answers that are fetched later. They make the server answer with 202. */
export const jobFaults = {
  'never-ready': {
    da: '202, og svaret bliver aldrig klar',
    en: '202, and the answer never becomes ready',
    job: (reply, of) =>
      of === 'ready'
        ? { ...reply, status: 202, headers: { 'retry-after': '0' }, body: new Uint8Array() }
        : reply,
  },
  'no-location': {
    da: '202 uden Location',
    en: '202 without Location',
    job: (reply, of) => {
      const { location: _, ...headers } = reply.headers;
      return of === 'accepted' ? { ...reply, headers } : reply;
    },
  },
  'foreign-location': {
    da: '202 med Location på en anden maskine',
    en: '202 with Location on another machine',
    job: (reply, of) =>
      of === 'accepted'
        ? { ...reply, headers: { ...reply.headers, location: 'https://jobs.invalid/1' } }
        : reply,
  },
  'job-lost': {
    da: '202, og jobbet findes ikke bagefter',
    en: '202, and the job is not there afterwards',
    job: (reply, of) => (of === 'accepted' ? reply : replyProblem(404, 'Not found', 'No such job.')),
  },
  'bad-poll-wait': {
    da: '202 med en Retry-After, der ikke kan læses',
    en: '202 with a Retry-After that cannot be read',
    job: (reply, of) =>
      of === 'ready' ? reply : { ...reply, headers: { ...reply.headers, 'retry-after': 'soon' } },
  },
} as const satisfies Record<string, Fault>;
