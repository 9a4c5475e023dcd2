import type { Clock, Registry } from '../../evals/ports.ts';
import { appendAudit } from './audit.ts';
import { createDesk } from './desk.ts';
import { refundQuota } from './quotas.ts';
import type { SubmissionRecord } from './resources.ts';

export interface EndContext {
  registry: Registry;
  clock: Clock;
}

/**
 * Ends a submission that could not be scored, by no fault of its sender's, and gives back what it took. One that has
 * ended otherwise meanwhile stays as it is, and so does its quota.
 */
export async function failSubmission(
  context: EndContext,
  { id }: Pick<SubmissionRecord, 'id'>,
): Promise<void> {
  const before = await endScoring(context, id, { state: 'failed' });
  if (before === null) return;
  if (before.quota !== null) await refundQuota(context, before.quota);
  await logEnd(context, id, 'failed');
}

/** @returns the submission as it was scored; null where it had ended otherwise, and stays so */
export async function endScoring(
  { registry, clock }: EndContext,
  id: string,
  end: Partial<SubmissionRecord>,
): Promise<SubmissionRecord | null> {
  const desk = createDesk(registry, clock, { role: 'operator', subject: 'scorer' });
  let before: SubmissionRecord | null = null;
  await desk.change('submissions', id, (record) => {
    before = record.state === 'scoring' ? record : null;
    return before === null ? record : { ...record, ...end };
  });
  return before;
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
