import { readAnswerText } from '../../evals/screening/read-answer-text.ts';
import type { Screening } from '../../evals/screening/screening.ts';
import { isRecord, toScreening } from '../../evals/steps/to-screening.ts';
import { readResponse } from '../adapters/promptfoo/read-response.ts';
import { readProviderMetadata } from './provider-metadata.ts';

export interface GivenResponse {
  /** Its output is untrusted: a text, or the object that it already is. */
  response: {
    output?: unknown;
    metadata?: unknown;
    isRefusal?: boolean | undefined;
    finishReason?: string | undefined;
  };
  caseId: string;
  repeat: number;
}

/** A provider's response as the screening that `maalestok run` makes of the same answer. */
export function readScreening(
  { response, caseId, repeat }: GivenResponse,
  model: Screening['model'],
): Screening {
  const { output, metadata, isRefusal, finishReason } = response;
  const ours = readProviderMetadata(metadata);
  if (ours === undefined) {
    return toScreening(model, caseId, repeat, readResponse({ output, isRefusal, finishReason }));
  }
  const { model: answering, ...said } = ours;
  // Only an answer has findings, and then it is what our provider gave.
  const answer = said.status === 'answered' ? objectOf(output) : { findings: [] };
  return toScreening(answering, caseId, repeat, { ...answer, ...said });
}

function objectOf(output: unknown): object {
  if (isRecord(output)) return output;
  return typeof output === 'string' ? (readAnswerText(output)?.answer ?? {}) : {};
}
