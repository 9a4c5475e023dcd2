import { z } from 'zod';
import { checkValue } from '../../datasets/parse-line.ts';
import { PolicySchema } from '../../evals/matching/policy.ts';
import { openCases } from './open-cases.ts';
import { type Grading, scoreOutput } from './score-output.ts';

/** What promptfoo hands to an assertion. */
export interface AssertionContext {
  vars: Readonly<Record<string, unknown>>;
  providerResponse?: { metadata?: unknown } | undefined;
  /** See `CasesConfigSchema`; and the policy. */
  config?: unknown;
}

const PolicyConfigSchema = z.object({ policy: PolicySchema.default('standard') });

/** The scorer of `maalestok` as an assertion. @throws {InputError} for any split but practice */
export async function scoreAnswer(output: unknown, context: AssertionContext): Promise<Grading> {
  const { policy } = checkValue(context.config ?? {}, PolicyConfigSchema, { field: 'config' });
  const open = await openCases(context.config);
  const { caseId } = open.get(context.vars.caseId);
  return scoreOutput({ output, metadata: context.providerResponse?.metadata, caseId, policy }, open);
}
