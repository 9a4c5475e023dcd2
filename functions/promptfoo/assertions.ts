import { z } from 'zod';
import { checkValue } from '../../datasets/parse-line.ts';
import { PolicySchema } from '../../evals/matching/policy.ts';
import { ProviderResponseSchema } from '../adapters/promptfoo/promptfoo-api.ts';
import { openCases } from './open-cases.ts';
import { type Grading, scoreOutput } from './score-output.ts';

/** What promptfoo hands to an assertion. */
export interface AssertionContext {
  vars: Readonly<Record<string, unknown>>;
  providerResponse?: unknown;
  /** See `CasesConfigSchema`; and the policy. */
  config?: unknown;
}

const PolicyConfigSchema = z.object({ policy: PolicySchema.default('standard') });

const ResponseSchema = ProviderResponseSchema.pick({ isRefusal: true, finishReason: true }).extend({
  metadata: z.unknown().optional(),
});

/** The scorer of `maalestok` as an assertion. @throws {InputError} for any split but practice */
export async function scoreAnswer(output: unknown, context: AssertionContext): Promise<Grading> {
  const { policy } = checkValue(context.config ?? {}, PolicyConfigSchema, { field: 'config' });
  const open = await openCases(context.config);
  const { caseId } = open.get(context.vars.caseId);
  const response = ResponseSchema.parse(context.providerResponse ?? {});
  return scoreOutput({ output, response, caseId, policy }, open);
}
