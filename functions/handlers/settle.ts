import { z } from 'zod';
import { createSystemClock } from '../adapters/system-clock.ts';
import { CaughtErrorSchema, sayFailure } from '../cloud/say-failure.ts';
import { settleRun } from '../cloud/settle-run.ts';
import { openRegistry } from '../cloud-records.ts';
import { defineHandler } from './define-handler.ts';
import { RunEventSchema } from './run-event.ts';

const context = { registry: openRegistry(), clock: createSystemClock() };

export const handler = defineHandler({
  name: 'settle',
  event: RunEventSchema.extend({
    state: z.enum(['done', 'failed']),
    error: CaughtErrorSchema.optional(),
  }),
  async work({ run, state, error }) {
    const failure = state === 'failed' ? { failure: sayFailure(error) } : {};
    return { run, state: await settleRun({ run, state, ...failure }, context) };
  },
});
