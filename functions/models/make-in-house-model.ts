import type { Dataset } from '../../evals/open-dataset.ts';
import type { BlobStore } from '../../evals/ports.ts';
import type { Suite } from '../../evals/suite.ts';
import type { BedrockModel, LambdaModel } from '../../evals/suite-model.ts';
import { besideOf, type MadeModel } from './ready-model.ts';

export interface InHouseOptions {
  dataset: Dataset;
  /** The data set's folder, where files lie under `files/<sha256>`. */
  datasetStore: BlobStore;
  shown: Suite['protocol']['shown'];
  /** Of the suite: `models[0]`. */
  field: string;
}

/**
 * A model in an account of ours, reached through AWS: the client of its service is loaded, and no other.
 * @throws {InputError} where it lies outside the EU, unless the suite says so
 */
export async function makeInHouseModel(
  entry: BedrockModel | LambdaModel,
  options: InHouseOptions,
): Promise<MadeModel> {
  const { dataset, datasetStore, shown, field } = options;
  if (entry.adapter === 'bedrock') {
    const { createBedrockModel } = await import('../adapters/bedrock/create-bedrock-model.ts');
    return createBedrockModel(entry, { ...dataset, shown, datasetStore, field });
  }
  const { createLambdaModel } = await import('../adapters/lambda/create-lambda-model.ts');
  return createLambdaModel(entry, { datasetStore, beside: besideOf(dataset, shown), field });
}
