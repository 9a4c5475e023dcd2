import type { Screening } from '../../evals/screening/screening.ts';
import { isRecord, toScreening } from '../../evals/steps/to-screening.ts';
import { readOutput } from '../adapters/promptfoo/read-response.ts';
import { readProviderMetadata } from './provider-metadata.ts';

export interface GivenOutput {
  /** Untrusted: a text, or the object that it already is. */
  output: unknown;
  /** The response's. */
  metadata: unknown;
  caseId: string;
  repeat: number;
}

/** A provider's output as the screening that `maalestok run` makes of the same answer. */
export function readScreening(
  { output, metadata, caseId, repeat }: GivenOutput,
  model: Screening['model'],
): Screening {
  const ours = readProviderMetadata(metadata);
  if (ours === undefined) return toScreening(model, caseId, repeat, readOutput(output));
  const { model: answering, ...rest } = ours;
  return toScreening(answering, caseId, repeat, { ...(isRecord(output) ? output : {}), ...rest });
}
