import { excerpt } from '../../../datasets/errors.ts';
import type { ModelAnswer, ModelUsage } from '../../../evals/ports.ts';
import type { InvalidKind } from '../../../evals/screening/error-kinds.ts';
import { exceedsDepth } from '../../../evals/screening/exceeds-depth.ts';
import { invalidAnswer } from '../../../evals/screening/no-answer.ts';
import { readAnswerText } from '../../../evals/screening/read-answer-text.ts';
import { isRecord } from '../../../evals/steps/to-screening.ts';

export interface AnswerExpected {
  caseId: string;
  /** The model's, as the suite says. */
  version: string;
  /** Lists and objects within one another, at most. */
  depth: number;
}

/** A page for people, whatever it is called. */
const startsLikeHtml = /^\s*<(?:!doctype|html|head|body|script)\b/iu;

/**
 * The answer in an endpoint's text. Its envelope is checked here; the findings are handed on as they are, for the run
 * checks every model's.
 */
export function readAnswer(text: string, contentType: string, expected: AnswerExpected): ModelAnswer {
  if (/^text\/html\b/iu.test(contentType.trim()) || startsLikeHtml.test(text))
    return invalidAnswer('not-json', 'HTML, expected JSON');
  const read = readAnswerText(text);
  if (read === null)
    return invalidAnswer('not-json', 'no JSON object with findings, or more than one, expected one');
  const { answer, repaired } = read;
  if (exceedsDepth(answer, expected.depth)) {
    return invalidAnswer('too-deep', `lists or objects more than ${expected.depth} deep`);
  }
  const fault = envelopeFault(answer, expected);
  if (fault !== undefined) return fault;
  const usage = readUsage(answer.usage);
  return {
    findings: answer.findings as ModelAnswer['findings'],
    status: answer.status === 'abstained' ? 'abstained' : 'answered',
    ...(answer.outcome === undefined
      ? {}
      : { outcome: answer.outcome as NonNullable<ModelAnswer['outcome']> }),
    ...(repaired ? { repaired: true } : {}),
    ...(usage === undefined ? {} : { usage }),
  };
}

function envelopeFault(answer: Record<string, unknown>, expected: AnswerExpected): ModelAnswer | undefined {
  const { caseId, status = 'answered', findings, model } = answer;
  if (typeof caseId !== 'string') return wrong('caseId', caseId, `"${expected.caseId}"`);
  if (caseId !== expected.caseId) return wrong('caseId', caseId, `"${expected.caseId}"`, 'wrong-case');
  const version = isRecord(model) ? model.version : undefined;
  if (version !== undefined && version !== expected.version) {
    return wrong('model.version', version, `"${excerpt(expected.version)}"`, 'wrong-version');
  }
  if (status !== 'answered' && status !== 'abstained') {
    return wrong('status', status, '"answered" or "abstained"');
  }
  return Array.isArray(findings) ? undefined : wrong('findings', findings, 'a list');
}

function wrong(field: string, is: unknown, expected: string, kind: InvalidKind = 'schema'): ModelAnswer {
  const said = typeof is === 'string' ? `"${excerpt(is.toWellFormed())}"` : kindOf(is);
  return invalidAnswer(kind, `${field}: ${said}, expected ${expected}`);
}

function kindOf(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  if (typeof value === 'object') return Array.isArray(value) ? 'a list' : 'an object';
  return `a ${typeof value}`;
}

/** Tokens, where they are told as such; what is wrong in them makes no answer invalid. */
function readUsage(usage: unknown): ModelUsage | undefined {
  if (!isRecord(usage)) return undefined;
  const { inputTokens, outputTokens } = usage;
  return {
    ...(isCount(inputTokens) ? { inputTokens } : {}),
    ...(isCount(outputTokens) ? { outputTokens } : {}),
  };
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}
