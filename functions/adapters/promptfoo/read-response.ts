import type { ModelAnswer, ModelUsage } from '../../../evals/ports.ts';
import { readAnswerText } from '../../../evals/screening/read-answer-text.ts';
import type { ProviderResponse } from './promptfoo-api.ts';

/** A provider's output as an answer: untrusted, whatever it says besides its form. */
export function readOutput(output: unknown): ModelAnswer {
  if (typeof output !== 'string') return isRecord(output) ? toAnswer(output, false) : invalid('no JSON object');
  const read = readAnswerText(output);
  return read === null ? invalid('no JSON object') : toAnswer(read.answer, read.repaired);
}

function toAnswer(answer: Record<string, unknown>, repaired: boolean): ModelAnswer {
  if (answer.status === 'abstained') return { status: 'abstained', findings: [] };
  if (!Array.isArray(answer.findings)) return invalid('an object without a list of findings');
  const findings = answer.findings.map((finding, at) =>
    isRecord(finding) && finding.findingId === undefined ? { findingId: `f${at + 1}`, ...finding } : finding,
  );
  return {
    // The engine checks them against the contract.
    findings: findings as ModelAnswer['findings'],
    ...(answer.outcome === undefined ? {} : { outcome: answer.outcome as NonNullable<ModelAnswer['outcome']> }),
    ...(repaired ? { repaired } : {}),
  };
}

/** Tokens as promptfoo counts them; absent where the provider does not tell. */
export function readUsage({ tokenUsage }: ProviderResponse): ModelUsage | undefined {
  if (tokenUsage?.prompt === undefined && tokenUsage?.completion === undefined) return undefined;
  const { prompt, completion, completionDetails } = tokenUsage;
  return {
    ...(prompt === undefined ? {} : { inputTokens: prompt }),
    ...(completion === undefined ? {} : { outputTokens: completion }),
    ...positive('cacheReadTokens', completionDetails?.cacheReadInputTokens),
    ...positive('cacheWriteTokens', completionDetails?.cacheCreationInputTokens),
  };
}

function positive(name: 'cacheReadTokens' | 'cacheWriteTokens', value: number | undefined): ModelUsage {
  return value === undefined || value === 0 ? {} : { [name]: value };
}

function invalid(is: string): ModelAnswer {
  return { status: 'invalid', findings: [], error: { kind: 'answer', message: `the output holds ${is}` } };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
