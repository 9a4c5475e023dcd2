import { InputError } from '../../datasets/errors.ts';
import type { BlobStore } from '../../evals/ports.ts';
import { createDesk } from './desk.ts';
import { type EndContext, endScoring, failSubmission, logEnd } from './end-scoring.ts';
import { headlineOf } from './headline.ts';
import { type Fault, faultOf } from './problem.ts';
import type { SubmissionRecord } from './resources.ts';

export interface SettleContext extends EndContext {
  blobs: BlobStore;
  log(line: string): void;
}

/**
 * Scores a submission that waits for it, and says in its record what came of it: scored; rejected, where its file is wrong;
 * failed, where we failed, and then what it took of the quota is given back. Never throws what the submission can be told.
 */
export async function settleSubmission(
  context: SettleContext,
  { id, attempt }: { id: string; attempt: string },
): Promise<void> {
  const { registry, clock, blobs, log } = context;
  const desk = createDesk(registry, clock, { role: 'operator', subject: 'scorer' });
  const submission = await desk.read('submissions', id);
  // Told late, of an attempt that is over.
  if (submission.state !== 'scoring' || submission.quota?.id !== attempt) return;
  try {
    // What scores is loaded while the data set's record is read.
    const [dataset, { scoreSubmission }] = await Promise.all([
      desk.read('datasets', submission.datasetId),
      import('./score-submission.ts'),
    ]);
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
    if (await endScoring(context, submission, end)) await logEnd(context, id, end.state);
  }
}
