import type { z } from 'zod';
import { InputError } from '../../datasets/errors.ts';
import { checkValue } from '../../datasets/parse-line.ts';

/** What of Lambda's context a handler uses. */
export interface LambdaContext {
  getRemainingTimeInMillis(): number;
}

export interface HandlerOptions<Schema extends z.ZodType, Answer> {
  name: string;
  event: Schema;
  work(event: z.output<Schema>, context: LambdaContext): Promise<Answer>;
}

/**
 * A Lambda handler: its event is checked, and one line of JSON is logged, without anything of a case. What it throws has the
 * name by which the state machine knows it.
 */
export function defineHandler<Schema extends z.ZodType, Answer>({
  name,
  event: schema,
  work,
}: HandlerOptions<Schema, Answer>): (event: unknown, context: LambdaContext) => Promise<Answer> {
  return async (given, context) => {
    const begun = performance.now();
    const log = (line: object) => {
      const ms = Math.round(performance.now() - begun);
      process.stdout.write(`${JSON.stringify({ handler: name, ...placeOf(given), ms, ...line })}\n`);
    };
    try {
      const answer = await work(checkValue(given, schema, { field: 'event' }), context);
      log({ end: 'done' });
      return answer;
    } catch (error) {
      log({ end: 'failed', ...describeError(error) });
      throw error;
    }
  };
}

/** What of an event tells where the work stands: ids alone. */
function placeOf(event: unknown): Record<string, unknown> {
  if (typeof event !== 'object' || event === null) return {};
  const ids = Object.entries(event).filter(([key]) => ['run', 'at', 'shard', 'state'].includes(key));
  return Object.fromEntries(ids.filter(([, value]) => String(value).length <= 200));
}

/** Messages of ours hold nothing of a case; those of others are left to their stack's first line of ours. */
function describeError(error: unknown): { error: string; message?: string; stack?: string } {
  if (!(error instanceof Error)) return { error: typeof error };
  const { name, message, stack = '' } = error;
  if (error instanceof InputError || /^(?:Artifact|Model|RunCancelled|ShardUnfinished)/u.test(name))
    return { error: name, message: message.slice(0, 1000) };
  return { error: name, stack: stack.replace(`${name}: ${message}`, name).slice(0, 2000) };
}
