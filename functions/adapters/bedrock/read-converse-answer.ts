import type { ContentBlock, ConverseResponse, TokenUsage } from '@aws-sdk/client-bedrock-runtime';
import type { ModelAnswer, ModelUsage } from '../../../evals/ports.ts';
import { readPromptAnswer } from '../../../evals/prompts/read-prompt-answer.ts';
import { invalidAnswer, refusedAnswer } from '../../../evals/screening/no-answer.ts';
import { type ReadAnswer, readAnswerText } from '../../../evals/screening/read-answer-text.ts';
import { screeningTool } from './build-converse-input.ts';

type Response = Pick<ConverseResponse, 'output' | 'stopReason' | 'usage'>;

/**
 * What stopped an answer before it was whole. It is never counted, though what came may look whole: a list cut and
 * closed again would pass for one that names less.
 */
const stops: Record<string, ModelAnswer> = {
  max_tokens: invalidAnswer('max-tokens', 'the answer was cut at maxTokens; raise it in the suite'),
  model_context_window_exceeded: invalidAnswer(
    'max-tokens',
    "the model's context was full before the answer ended",
  ),
  guardrail_intervened: refusedAnswer('a guardrail held the answer back'),
  content_filtered: refusedAnswer("the model's content filter held the answer back"),
  refusal: refusedAnswer('the model refused'),
  malformed_tool_use: invalidAnswer(
    'malformed',
    'the model used the tool in a way that the service could not read',
  ),
  malformed_model_output: invalidAnswer('malformed', 'the service could not read what the model wrote'),
};

/** A Converse response as an answer. Whatever the model wrote, this does not throw. */
export function readConverseAnswer({ output, stopReason, usage }: Response, region: string): ModelAnswer {
  const used = { usage: readUsage(usage, region) };
  const stop = stopReason === undefined ? undefined : stops[stopReason];
  if (stop !== undefined) return { ...stop, ...used };
  const content = output?.message?.content ?? [];
  const uses = content.flatMap(({ toolUse }) => (toolUse?.name === screeningTool ? [toolUse] : []));
  if (uses.length > 1)
    return { ...invalidAnswer('several-answers', 'the model used the tool more than once'), ...used };
  const read = uses.length === 1 ? readInput(uses[0]!.input) : readAnswerText(textOf(content));
  if (read === null) {
    const message =
      uses.length === 1
        ? "the tool's input is no object"
        : 'the model wrote text without an answer in it, or with more than one';
    return { ...invalidAnswer(uses.length === 1 ? 'schema' : 'not-json', message), ...used };
  }
  return { ...readPromptAnswer(read), ...used };
}

/** A tool's input: an object; or, with some models, JSON in a text, whole or only its list. */
function readInput(input: unknown): ReadAnswer | null {
  if (typeof input === 'string') {
    const read = readAnswerText(input);
    return read === null ? null : { ...read, repaired: true };
  }
  if (typeof input !== 'object' || input === null || Array.isArray(input)) return null;
  const answer = input as Record<string, unknown>;
  if (typeof answer.findings !== 'string') return { answer, repaired: false };
  const list = readAnswerText(`{"findings":${answer.findings}}`)?.answer.findings;
  return { answer: { ...answer, findings: list ?? answer.findings }, repaired: true };
}

function textOf(content: readonly ContentBlock[]): string {
  return content.map(({ text }) => text ?? '').join('');
}

/** Converse counts what is read from and written to the cache beside the other input, not in it. */
function readUsage(usage: TokenUsage | undefined, region: string): ModelUsage {
  if (usage === undefined) return { region };
  const { inputTokens = 0, outputTokens = 0, cacheReadInputTokens, cacheWriteInputTokens } = usage;
  return {
    inputTokens: inputTokens + (cacheReadInputTokens ?? 0) + (cacheWriteInputTokens ?? 0),
    outputTokens,
    ...(cacheReadInputTokens === undefined ? {} : { cacheReadTokens: cacheReadInputTokens }),
    ...(cacheWriteInputTokens === undefined ? {} : { cacheWriteTokens: cacheWriteInputTokens }),
    region,
  };
}
