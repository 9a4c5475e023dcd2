import { InputError } from '../../datasets/errors.ts';
import type { BlobStore, Clock, Registry } from '../../evals/ports.ts';
import { appendAudit } from './audit.ts';
import { createDesk } from './desk.ts';
import { headlineOf } from './headline.ts';
import { type Fault, faultOf } from './problem.ts';
import { refundQuota } from './quotas.ts';
import type { SubmissionRecord } from './resources.ts';
import { scoreSubmission } from './score-submission.ts';

export interface SettleContext {
  registry: Registry;
  blobs: BlobStore;
  clock: Clock;
  log(line: string): void;
}

/**
 * Scores a submission that waits for it, and says in its record what came of it: scored; rejected, where its file is wrong;
 * failed, where we failed, and then what it took of the quota is given back. Never throws what the submission can be told.
 */
export async function settleSubmission(context: SettleContext, id: string): Promise<void> {
  const { registry, clock, blobs, log } = context;
  const desk = createDesk(registry, clock, { role: 'operator', subject: 'scorer' });
  const submission = await desk.read('submissions', id);
  if (submission.state !== 'scoring') return;
  try {
    const dataset = await desk.read('datasets', submission.datasetId);
    const result = await scoreSubmission({ blobs, clock, submission, dataset });
    await settle({
      state: 'scored',
      headline: headlineOf(result.models[0]!),
      comparabilityKey: result.comparabilityKey,
    });
  } catch (error) {
    if (error instanceof InputError) await settle({ state: 'rejected', faults: [faultOf(error)] });
    else {
      log(`submission ${id}: ${error instanceof Error ? error.stack : String(error)}`);
      await failSubmission(context, submission);
    }
  }

  /** Where another was first, its end stays. */
  async function settle(
    end: Pick<SubmissionRecord, 'state'> &
      Partial<Pick<SubmissionRecord, 'headline' | 'comparabilityKey'>> & { faults?: Fault[] },
  ): Promise<void> {
    if ((await endScoring(context, id, end)) !== null) await logEnd(context, id, end.state);
  }
}

/**
 * Ends a submission that could not be scored, by no fault of its sender's, and gives back what it took. One that has
 * ended otherwise meanwhile stays as it is, and so does its quota.
 */
export async function failSubmission(
  context: SettleContext,
  { id }: Pick<SubmissionRecord, 'id'>,
): Promise<void> {
  const before = await endScoring(context, id, { state: 'failed' });
  if (before === null) return;
  if (before.quota !== null) await refundQuota(context, before.quota);
  await logEnd(context, id, 'failed');
}

/** @returns the submission as it was scored; null where it had ended otherwise, and stays so */
async function endScoring(
  { registry, clock }: SettleContext,
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

async function logEnd({ registry, clock }: SettleContext, id: string, state: string): Promise<void> {
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
