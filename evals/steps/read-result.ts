import { ArtifactError, InputError } from '../../datasets/errors.ts';
import { parseLine } from '../../datasets/parse-line.ts';
import { type Result, ResultSchema, type RunRecord } from '../artifacts.ts';
import { canonicalHash } from '../canonical-hash.ts';
import type { BlobStore } from '../ports.ts';
import { runKeys } from '../run-keys.ts';

/**
 * The result of a run, after checking that its key is that of its parts and that it is the result of this
 * plan; null where there is none.
 * @throws {ArtifactError}
 */
export async function readResult(store: BlobStore, record: RunRecord): Promise<Result | null> {
  const bytes = await store.read(runKeys.result);
  if (bytes === null) return null;
  const file = store.describe(runKeys.result);
  const result = parseResult(new TextDecoder().decode(bytes), file);
  if (canonicalHash(result.comparability) !== result.comparabilityKey) {
    throw new ArtifactError(
      `Cannot read "${file}": the comparability key is not that of its parts, expected ${canonicalHash(result.comparability).slice(0, 12)}…`,
    );
  }
  const part = findForeignPart(result, record);
  if (part !== undefined) {
    throw new ArtifactError(
      `Cannot read "${file}": its ${part} is not that of "${store.describe(runKeys.run)}", expected the result of this run. \`maalestok score\` writes it again`,
    );
  }
  return result;
}

function parseResult(text: string, file: string): Result {
  try {
    return parseLine(text, ResultSchema, { file });
  } catch (cause) {
    if (!(cause instanceof InputError)) throw cause;
    const message = `Cannot read "${file}": it is damaged, or of another version of Målestok. \`maalestok score\` writes it again`;
    throw new ArtifactError(message, { cause });
  }
}

/** What scoring takes from the plan as it is. The policy may have changed since: then the result is only older. */
function findForeignPart(result: Result, record: RunRecord): string | undefined {
  const { comparability } = result;
  const entries = (models: readonly { id: string; version: string }[]) =>
    models.map(({ id, version }) => [id, version]);
  const parts = {
    'data set': [comparability.datasetContent, record.dataset.contentHash],
    split: [comparability.split, record.dataset.split],
    'list of cases': [comparability.cases, record.caseIdsHash],
    protocol: [comparability.protocol, record.protocol],
    'list of models': [entries(result.models.map(({ model }) => model)), entries(record.models)],
  };
  return Object.entries(parts).find(([, [is, planned]]) => canonicalHash(is) !== canonicalHash(planned))?.[0];
}
