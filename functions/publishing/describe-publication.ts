import { ArtifactError } from '../../datasets/errors.ts';
import { parseLine } from '../../datasets/parse-line.ts';
import { type Operation, OperationSchema, type Result, type RunRecord } from '../../evals/artifacts.ts';
import type { Dataset } from '../../evals/open-dataset.ts';
import type { BlobStore } from '../../evals/ports.ts';
import type { Consent, Withdrawal } from '../../evals/publishing/consent.ts';
import {
  type Publication,
  PublicationSchema,
  type PublishedCost,
} from '../../evals/publishing/publication.ts';
import { runKeys } from '../../evals/run-keys.ts';
import { type OperationFigures, operationOf } from '../../reports/operation-figures.ts';

export interface PublicationInput extends Pick<Publication, 'published' | 'withdrawn' | 'source'> {
  /** Of the models that are published. */
  result: Result;
  consents: ReadonlyMap<string, Consent>;
  withdrawn: Withdrawal[];
}

/** A run, as far as a publication tells of it. */
export interface DescribedRun {
  store: BlobStore;
  record: Pick<RunRecord, 'startedAt' | 'dataset'>;
  dataset: Pick<Dataset, 'card' | 'taxonomy'>;
}

/** What is told of a publication beside its figures. The origin in the data set's card may say how to make its labels: it stays. */
export async function describePublication(
  run: DescribedRun,
  { result, consents, ...rest }: PublicationInput,
): Promise<Publication> {
  const operation = await readOperation(run.store);
  const { card, taxonomy } = run.dataset;
  const { id, version, labelVersion, licence, creator, url, published } = card;
  const measuredTypes = new Set(
    result.models.flatMap(({ slices }) => slices.caseType.map((each) => each.id)),
  );
  return PublicationSchema.parse({
    schema: 'maalestok.publication.v1',
    runId: result.runId,
    measured: run.record.startedAt.slice(0, 10),
    ...rest,
    dataset: {
      id,
      version,
      split: run.record.dataset.split,
      labelVersion,
      licence,
      ...(creator === undefined ? {} : { creator }),
      // Only what a browser may be led to.
      ...(url === undefined || !/^https?:/u.test(url) ? {} : { url }),
      ...(published === undefined ? {} : { published }),
      caseTypes: [...measuredTypes].sort().map((type) => {
        const named = taxonomy.caseTypes.find((each) => each.id === type);
        return { id: type, nameDa: named?.nameDa ?? type, nameEn: named?.nameEn ?? type };
      }),
    },
    models: result.models.map(({ model }) => ({
      id: model.id,
      consent: consents.get(model.id) ?? null,
      cost: costOf(operationOf(operation, model)),
    })),
  });
}

async function readOperation(store: BlobStore): Promise<Operation> {
  const file = store.describe(runKeys.operation);
  const bytes = await store.read(runKeys.operation);
  if (bytes === null)
    throw new ArtifactError(`Cannot read "${file}": it is missing. \`maalestok report\` writes it again`);
  return parseLine(new TextDecoder().decode(bytes), OperationSchema, { file });
}

function costOf(figures: OperationFigures | null): PublishedCost | null {
  if (figures === null) return null;
  const { costPerCaseDkk, costPerTrueDefectDkk, pricesOf } = figures;
  return { perCaseDkk: costPerCaseDkk, perTrueDefectDkk: costPerTrueDefectDkk, pricesOf };
}
