import type { z } from 'zod';
import { checkValue } from '../../datasets/parse-line.ts';
import { tellError } from './tell-error.ts';

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
 * name by which the state machine knows it, and as little of a case in it.
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
      const told = tellError(error);
      const { name, message, stack } = told;
      log({ end: 'failed', error: name, message, at: stack?.split('\n    at ').slice(1, 8) });
      // Lambda logs what is thrown, too, and Step Functions keeps it in the execution's history.
      throw told;
    }
  };
}

/** What of an event tells where the work stands: ids alone. */
function placeOf(event: unknown): Record<string, unknown> {
  if (typeof event !== 'object' || event === null) return {};
  const ids = Object.entries(event).filter(([key]) => ['run', 'at', 'shard', 'state'].includes(key));
  return Object.fromEntries(ids.filter(([, value]) => String(value).length <= 200));
}
