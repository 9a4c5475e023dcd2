import type { ModelAnswer, ModelUsage } from '../../../evals/ports.ts';
import { readPromptAnswer } from '../../../evals/prompts/read-prompt-answer.ts';
import { readAnswerText } from '../../../evals/screening/read-answer-text.ts';
import type { ProviderResponse } from './promptfoo-api.ts';

/** A provider's output as an answer to one of our prompts: its text, or the object that it already is. */
export function readOutput(output: unknown): ModelAnswer {
  const read =
    typeof output === 'string'
      ? readAnswerText(output)
      : isRecord(output)
        ? { answer: output, repaired: false }
        : null;
  if (read !== null) return readPromptAnswer(read);
  return {
    status: 'invalid',
    findings: [],
    error: { kind: 'noJson', message: 'no JSON object in the output' },
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

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
