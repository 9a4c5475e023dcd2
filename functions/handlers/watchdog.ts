import { SFNClient } from '@aws-sdk/client-sfn';
import { z } from 'zod';
import { listRunningInputs } from '../adapters/list-running-inputs.ts';
import { createSystemClock } from '../adapters/system-clock.ts';
import { endStuckRuns, stuckFailure } from '../cloud/end-stuck-runs.ts';
import { endStuckSubmissions } from '../cloud/end-stuck-submissions.ts';
import { settleRun } from '../cloud/settle-run.ts';
import { env } from '../cloud-names.ts';
import { maxAttempts, openRegistry, readEnv } from '../cloud-records.ts';
import { defineHandler } from './define-handler.ts';
import { RunEventSchema } from './run-event.ts';

const context = { registry: openRegistry(), clock: createSystemClock() };
const client = new SFNClient({ maxAttempts });

/** What EventBridge says of an execution that ended; the scheduler says nothing. */
const EventSchema = z.object({
  detail: z.object({ name: z.string(), status: z.string(), input: z.string() }).optional(),
});

export const handler = defineHandler({
  name: 'watchdog',
  event: EventSchema,
  async work({ detail }) {
    if (detail === undefined) return { ended: await endStuck() };
    const run = runOf(detail.input);
    if (run === undefined) return { ended: [] };
    // Not by what runs now: Step Functions' list of executions may be a moment old.
    const end = { run, state: 'failed', failure: stuckFailure, execution: detail.name } as const;
    return { ended: (await settleRun(end, context)) === 'failed' ? [run] : [] };
  },
});

/** An alarm counts what is written here: infra/operations/alarms.ts. */
async function endStuck(): Promise<string[]> {
  const ended = [...(await endStuckRuns({ ...context, running })), ...(await endStuckSubmissions(context))];
  if (ended.length > 0)
    process.stdout.write(`${JSON.stringify({ handler: 'watchdog', stuck: ended.length })}\n`);
  return ended;
}

async function running(): Promise<Set<string>> {
  const inputs = await listRunningInputs(client, readEnv(env.stateMachineArn));
  return new Set(inputs.flatMap((input) => runOf(input) ?? []));
}

/** An execution that somebody has started with anything else works on no run. */
function runOf(input: string): string | undefined {
  return RunEventSchema.safeParse(JSON.parse(input)).data?.run;
}
