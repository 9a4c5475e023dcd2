import { excerpt } from '../../datasets/errors.ts';
import type { ModelAnswer, ModelUsage } from '../../evals/ports.ts';
import { readAnswerText } from '../../evals/screening/read-answer-text.ts';
import { VendorAnswerSchema } from '../../evals/screening/vendor-contract.ts';

/** Whose answer it must be. */
export interface AnswerExpected {
  caseId: string;
  /** The model's, as the suite says. */
  version: string;
}

/** An answer of the vendor contract, checked against it: what breaks it, or answers another question, is invalid. */
export function readVendorAnswer(text: string, expected: AnswerExpected): ModelAnswer {
  const read = readAnswerText(text);
  if (read === null) return invalid('not-json', 'no JSON object, expected one with findings');
  const checked = VendorAnswerSchema.safeParse(read.answer);
  if (!checked.success) {
    const { path, message } = checked.error.issues[0]!;
    return invalid('schema', `${path.join('.')}: ${message}`);
  }
  const { caseId, status, outcome, findings, model, usage = {} } = checked.data;
  if (caseId !== expected.caseId) {
    return invalid('wrong-case', `caseId: "${excerpt(caseId)}", expected "${expected.caseId}"`);
  }
  if (model?.version !== undefined && model.version !== expected.version) {
    return invalid(
      'wrong-version',
      `model.version: "${excerpt(model.version)}", expected "${excerpt(expected.version)}"`,
    );
  }
  return {
    status,
    findings: status === 'abstained' ? [] : findings,
    ...(outcome === undefined ? {} : { outcome }),
    ...(read.repaired ? { repaired: true } : {}),
    usage: present(usage),
  };
}

/** Members that are there: an optional one may not be undefined. */
function present(usage: { inputTokens?: number | undefined; outputTokens?: number | undefined }): ModelUsage {
  return Object.fromEntries(Object.entries(usage).filter(([, value]) => value !== undefined));
}

function invalid(kind: string, message: string): ModelAnswer {
  return { findings: [], status: 'invalid', error: { kind, message } };
}
