import type { Citation } from './citation.ts';
import { formatCitationId } from './citation-id.ts';
import type { ParsedCitation } from './parse-citation.ts';

/** The citations in order of appearance, each once. */
export function uniqueCitations(parsed: readonly ParsedCitation[]): Citation[] {
  return [...new Map(parsed.map(({ citation }) => [formatCitationId(citation), citation])).values()];
}
