import { ArtifactError } from '../../datasets/errors.ts';
import { parseLine } from '../../datasets/parse-line.ts';
import type { BlobStore } from '../ports.ts';
import { type Screening, ScreeningSchema } from '../screening/screening.ts';

/**
 * The screenings of a closed shard; null where it is not closed.
 * @throws {ArtifactError} where the file is damaged
 */
export async function readScreenings(store: BlobStore, key: string): Promise<Screening[] | null> {
  const lines = await store.readLines(key);
  if (lines === null) return null;
  const screenings: Screening[] = [];
  try {
    for await (const line of lines)
      screenings.push(parseLine(line, ScreeningSchema, { file: store.describe(key) }));
  } catch (cause) {
    throw new ArtifactError(`Cannot read screenings "${store.describe(key)}": the file is damaged`, {
      cause,
    });
  }
  return screenings;
}
