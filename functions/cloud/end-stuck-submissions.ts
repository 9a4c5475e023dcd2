import type { Clock, Registry } from '../../evals/ports.ts';
import { failSubmission } from '../api/end-scoring.ts';
import type { SubmissionRecord } from '../api/resources.ts';
import { brokenOffMs } from '../api/start-scoring.ts';
import { createMachineDesk } from './run-job.ts';

/**
 * Ends submissions whose scoring broke off without an end, and gives back what they took: every submission ends.
 * @returns their ids
 */
export async function endStuckSubmissions(context: { registry: Registry; clock: Clock }): Promise<string[]> {
  const { registry, clock } = context;
  const desk = createMachineDesk(registry, clock);
  const before = Date.parse(clock.now()) - brokenOffMs;
  const stuck = ({ state, updatedAt }: SubmissionRecord) =>
    state === 'scoring' && Date.parse(updatedAt) <= before;
  const ended: string[] = [];
  for (let after: string | undefined; ; ) {
    const { items, next } = await desk.list('submissions', { after, limit: 200 });
    for (const each of items.filter(stuck)) {
      if (await failSubmission(context, each)) ended.push(each.id);
    }
    if (next === null) return ended;
    after = next;
  }
}
