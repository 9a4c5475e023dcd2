import type { Clock, Registry } from '../../evals/ports.ts';
import { appendAudit } from './audit.ts';
import { createDesk } from './desk.ts';
import { refundQuota } from './quotas.ts';
import type { SubmissionRecord } from './resources.ts';

export interface EndContext {
  registry: Registry;
  clock: Clock;
}

/** One attempt at scoring a submission, told by the ticket of the quota that it took. */
export type Attempt = Pick<SubmissionRecord, 'id' | 'quota'>;

/**
 * Ends an attempt at a submission that could not be scored, by no fault of its sender's, and gives back what it took. One that
 * has ended otherwise meanwhile, or was begun anew, stays as it is, and so does its quota.
 * @returns whether it was this that ended it
 */
export async function failSubmission(context: EndContext, attempt: Attempt): Promise<boolean> {
  if (!(await endScoring(context, attempt, { state: 'failed' }))) return false;
  if (attempt.quota !== null) await refundQuota(context, attempt.quota);
  await logEnd(context, attempt.id, 'failed');
  return true;
}

/** @returns false where the attempt had ended otherwise, or another has begun: then the record stays as it is */
export async function endScoring(
  { registry, clock }: EndContext,
  { id, quota }: Attempt,
  end: Partial<SubmissionRecord>,
): Promise<boolean> {
  const desk = createDesk(registry, clock, { role: 'operator', subject: 'scorer' });
  let isMeant = false;
  await desk.change('submissions', id, (record) => {
    isMeant = record.state === 'scoring' && record.quota?.id === quota?.id;
    return isMeant ? { ...record, ...end } : record;
  });
  return isMeant;
}

export async function logEnd({ registry, clock }: EndContext, id: string, state: string): Promise<void> {
  const at = clock.now();
  await appendAudit(registry, {
    at,
    requestId: `${id}-${state}`,
    phase: 'system',
    party: 'system',
    subject: 'scorer',
    action: `submission-${state}`,
    target: id,
    status: null,
  });
}
