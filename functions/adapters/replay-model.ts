import { createHash } from 'node:crypto';
import { InputError } from '../../datasets/errors.ts';
import { linesOf } from '../../evals/open-dataset.ts';
import type { BlobStore, Model } from '../../evals/ports.ts';
import { type IndexedScreening, ScreeningIndex } from '../../evals/screening/screening-index.ts';

export interface ReplayOptions {
  store: BlobStore;
  key: string;
  /** Which model of the file, where it holds several. */
  modelId?: string | undefined;
  version?: string | undefined;
  /** Every case id the data set knows: an answer to any other is a mistake in the file. */
  knownCaseIds: ReadonlySet<string>;
}

/**
 * A model that repeats the answers of a screenings file: the offline way in for a vendor. A case that the
 * file does not answer is `failed` with kind `missing`.
 * @throws {InputError} where the file is malformed, holds no or several models, or answers unknown cases
 */
export async function createReplayModel(options: ReplayOptions): Promise<Model & { fingerprint: string }> {
  const { store, key, modelId, version } = options;
  const file = store.describe(key);
  const hash = createHash('sha256');
  const index = await ScreeningIndex.read(tee(await linesOf(store, key), hash), {
    file,
    knownCaseIds: options.knownCaseIds,
  });
  const models = index.models();
  const chosen = models.filter(
    (each) => (modelId ?? each.id) === each.id && (version ?? each.version) === each.version,
  );
  const [model, another] = chosen;
  if (model === undefined || another !== undefined) {
    throw new InputError({
      file,
      field: 'model',
      is: `answers by ${models.map(({ id, version }) => `${id} ${version}`).join(', ') || 'no model'}`,
      expected: modelId === undefined ? 'answers by one model' : `one version of the model "${modelId}"`,
      mend: 'Name the model: `id` and `version` in a suite, --id with `practice`; or split the file.',
    });
  }
  return {
    id: model.id,
    version: model.version,
    fingerprint: hash.digest('hex'),
    async screen(caseShown, { repeat }) {
      const screening = index.get(model, caseShown.caseId, repeat);
      return screening ?? missingAnswer;
    },
  };
}

const missingAnswer: IndexedScreening = {
  status: 'failed',
  findings: [],
  error: { kind: 'missing', message: 'the file of screenings holds no answer to this case' },
};

async function* tee(
  lines: AsyncIterable<string>,
  hash: { update(text: string): unknown },
): AsyncGenerator<string> {
  for await (const line of lines) {
    hash.update(line);
    hash.update('\n');
    yield line;
  }
}
