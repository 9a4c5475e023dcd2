import { z } from 'zod';
import { MonthSchema } from '../../evals/check-in/month.ts';
import { createSystemClock } from '../adapters/system-clock.ts';
import { openRegistry, readMaxRunCost } from '../cloud-records.ts';
import { openBlobs } from '../cloud-runtime.ts';
import { defineHandler } from './define-handler.ts';
import { RunEventSchema } from './run-event.ts';

const context = {
  registry: openRegistry(),
  blobs: openBlobs(),
  clock: createSystemClock(),
  maxRunCostDkk: readMaxRunCost(),
};

const cluster = z.string().regex(/^clusters\/[\w.-]+\.yaml$/u, 'clusters/FILE.yaml');

/** The two steps of a check-in that are ours: ordering its runs, and reporting them when the machine has run them. */
export const handler = defineHandler({
  name: 'check-in',
  event: z.discriminatedUnion('step', [
    z.object({
      step: z.literal('order'),
      // The machine's own input: what is wrong with it is told.
      asked: z.strictObject({
        cluster,
        at: z.iso.datetime({ offset: true }),
        retryFailed: z.boolean().default(false),
      }),
    }),
    z.object({
      step: z.literal('report'),
      cluster,
      month: MonthSchema,
      runs: z.array(RunEventSchema).min(1),
    }),
  ]),
  // Of each step is loaded what it takes: ordering renders nothing.
  async work(event) {
    if (event.step === 'order') {
      const { orderCheckIn } = await import('../cloud/order-check-in.ts');
      return orderCheckIn(event.asked, context);
    }
    const { reportCheckIn } = await import('../cloud/report-check-in.ts');
    return reportCheckIn(event, context.blobs);
  },
});
