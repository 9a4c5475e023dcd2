import { runKeys } from '../run-keys.ts';

/** Where everything of a publication lies, relative to its folder. */
export const publicationKeys = {
  result: runKeys.result,
  signature: runKeys.signature,
  publication: 'publication.json',
  counts: (modelId: string) => `counts/${encodeURIComponent(modelId)}.json`,
} as const;

/** The folder of a publication. A run that was scored again has another result, and so another folder. */
export function publicationFolder(runId: string, sourceHash: string): string {
  return `${encodeURIComponent(runId)}-${sourceHash.slice(0, 8)}`;
}
