import { randomUUID } from 'node:crypto';
import type { ApiContext } from './api-context.ts';
import type { Desk } from './desk.ts';
import { failSubmission } from './end-scoring.ts';
import type { Party } from './principal.ts';
import { ApiProblem } from './problem.ts';
import { drawTicket, refundQuota, takeQuota } from './quotas.ts';
import type { SubmissionRecord } from './resources.ts';
import { requireState } from './submission-view.ts';
import { uploadKey } from './upload-keys.ts';

/** A scorer ends long before; what is scored for so long was broken off, and can be asked for again. */
export const brokenOffMs = 3_600_000;

/**
 * Has a submission scored, and takes one of the quota of its split. Each attempt takes one of its own, named in the record
 * before it is taken: whatever breaks off in between, it can be given back, and no other attempt's is.
 * @throws {ApiProblem} `conflict`, `quota`, `not-found` where the data set is shared no longer
 */
export async function startScoring(
  context: ApiContext,
  desk: Desk,
  party: Party,
  id: string,
): Promise<SubmissionRecord> {
  const { clock, blobs, limits } = context;
  const before = await desk.readOwn('submissions', id);
  requireScorable(before, clock.now());
  await desk.read('datasets', before.datasetId);
  if ((await blobs.list(uploadKey(id))).length === 0)
    throw new ApiProblem('conflict', 'The file is not there yet: put it to the address first.');
  const { practiceScorings, closedScorings } = limits.quotas;
  const limit = before.dataset.split === 'practice' ? practiceScorings : closedScorings;
  const quota = drawTicket(clock, party, limit, `${id}#${randomUUID()}`);
  let replaced: SubmissionRecord = before;
  const submission = await desk.change('submissions', id, (record) => {
    requireScorable(record, clock.now());
    replaced = record;
    return { ...record, state: 'scoring', quota };
  });
  // Where an attempt before was broken off between its end and its refund.
  if (replaced.quota !== null) await refundQuota(context, replaced.quota);
  await takeQuota(context, limit, quota).catch(async (error: unknown) => {
    await desk.change('submissions', id, (record) =>
      record.quota?.id === quota.id ? { ...record, state: stateAfter(replaced), quota: null } : record,
    );
    throw error;
  });
  await context.scorer.start({ id, attempt: quota.id }).catch(async (error: unknown) => {
    await failSubmission(context, submission);
    throw error;
  });
  return submission;
}

function requireScorable(record: SubmissionRecord, now: string): void {
  const brokenOff =
    record.state === 'scoring' && Date.parse(now) - Date.parse(record.updatedAt) >= brokenOffMs;
  if (!brokenOff) requireState(record, 'awaiting-upload', 'failed');
}

/** What was broken off failed. */
function stateAfter({ state }: SubmissionRecord): SubmissionRecord['state'] {
  return state === 'awaiting-upload' ? state : 'failed';
}
