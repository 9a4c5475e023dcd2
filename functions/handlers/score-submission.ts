import { z } from 'zod';
import { createSystemClock } from '../adapters/system-clock.ts';
import { ResourceIdSchema } from '../api/resources.ts';
import { settleSubmission } from '../api/settle-submission.ts';
import { openRegistry } from '../cloud-records.ts';
import { openBlobs } from '../cloud-runtime.ts';
import { defineHandler } from './define-handler.ts';

const context = {
  registry: openRegistry(),
  blobs: openBlobs(),
  clock: createSystemClock(),
  log: (line: string) =>
    void process.stdout.write(`${JSON.stringify({ handler: 'score-submission', line })}\n`),
};

/** Reads labels, and so reaches nothing but the stores and the registry. What came of it stands in the submission's record. */
export const handler = defineHandler({
  name: 'score-submission',
  event: z.object({ submission: ResourceIdSchema, attempt: z.string() }),
  async work({ submission, attempt }) {
    await settleSubmission(context, { id: submission, attempt });
    return { submission };
  },
});
