import { BoundedMemory } from './bounded-memory.ts';
import type { Fault } from './fault.ts';
import { type Reply, replyProblem } from './reply.ts';

interface Job {
  reply: Promise<Reply>;
  faults: readonly Fault[];
  ready: boolean;
  polls: number;
}

/** Answers that are fetched later, the newest 1000 of them. */
export interface Jobs {
  /** 202 and where to ask. */
  accept(id: string, reply: Promise<Reply>, faults: readonly Fault[]): Reply;
  /** 202 until the answer is ready, and at least once; then the answer, as often as it is asked for. */
  poll(id: string): Promise<Reply>;
}

export function createJobs(waitSeconds: number): Jobs {
  const jobs = new BoundedMemory<Job>(1000);
  const pending: Reply = {
    status: 202,
    headers: { 'retry-after': String(waitSeconds) },
    body: new Uint8Array(),
  };
  const spoil = (faults: readonly Fault[], reply: Reply, of: 'accepted' | 'pending' | 'ready'): Reply =>
    faults.reduce((spoilt, fault) => fault.job?.(spoilt, of) ?? spoilt, reply);
  return {
    accept(id, reply, faults) {
      if (jobs.get(id) === undefined) {
        const job: Job = { reply, faults, ready: false, polls: 0 };
        jobs.set(id, job);
        reply.then(
          () => {
            job.ready = true;
          },
          () => undefined,
        );
      }
      const accepted = { ...pending, headers: { ...pending.headers, location: `/jobs/${id}` } };
      return spoil(faults, accepted, 'accepted');
    },
    async poll(id) {
      const job = jobs.get(id);
      if (job === undefined) return replyProblem(404, 'Not found', 'No such job.', 'location');
      job.polls += 1;
      if (job.polls === 1 || !job.ready) return spoil(job.faults, pending, 'pending');
      return spoil(job.faults, await job.reply, 'ready');
    },
  };
}
