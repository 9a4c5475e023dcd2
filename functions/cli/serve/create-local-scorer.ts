import pLimit from 'p-limit';
import type { SubmissionScorer } from '../../api/api-context.ts';
import { type SettleContext, settleSubmission } from '../../api/settle-submission.ts';

/** Scores submissions in this process, one after the other. */
export function createLocalScorer(context: SettleContext): SubmissionScorer & { idle(): Promise<void> } {
  const pool = pLimit(1);
  const ends = new Set<Promise<void>>();
  return {
    async start(submission) {
      const end: Promise<void> = pool(() => settleSubmission(context, submission))
        .catch((error: unknown) =>
          context.log(`submission ${submission.id}: ${error instanceof Error ? error.stack : String(error)}`),
        )
        .finally(() => ends.delete(end));
      ends.add(end);
    },

    async idle() {
      await Promise.all(ends);
    },
  };
}
