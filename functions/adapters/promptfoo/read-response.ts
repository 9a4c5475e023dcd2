import type { ModelAnswer, ModelUsage } from '../../../evals/ports.ts';
import { readPromptAnswer } from '../../../evals/prompts/read-prompt-answer.ts';
import { invalidAnswer, refusedAnswer } from '../../../evals/screening/no-answer.ts';
import { readAnswerText } from '../../../evals/screening/read-answer-text.ts';
import { isRecord } from '../../../evals/steps/to-screening.ts';
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
  return invalidAnswer('not-json', 'no JSON object with findings in the output, or more than one');
}

/** Why an output is no answer, whatever it looks like: a list cut and closed again would pass for one that names less. */
const stops: Record<string, ModelAnswer> = {
  length: invalidAnswer('max-tokens', 'the answer was cut; raise max_tokens in the config'),
  max_tokens: invalidAnswer('max-tokens', 'the answer was cut; raise max_tokens in the config'),
  content_filter: refusedAnswer('a content filter held the answer back'),
  refusal: refusedAnswer('the model refused'),
};

/** A response that is no error as an answer. A refusal is not an abstention: that the model says in its answer. */
export function readResponse({
  output,
  isRefusal,
  finishReason,
}: Pick<ProviderResponse, 'output' | 'isRefusal' | 'finishReason'>): ModelAnswer {
  const stop = stops[finishReason ?? ''];
  if (stop !== undefined) return stop;
  return isRefusal === true ? refusedAnswer('the model refused') : readOutput(output);
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
