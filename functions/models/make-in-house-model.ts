import type { Dataset } from '../../evals/open-dataset.ts';
import type { BlobStore } from '../../evals/ports.ts';
import type { Suite } from '../../evals/suite.ts';
import type { BedrockModel, LambdaModel } from '../../evals/suite-model.ts';
import { createBedrockModel } from '../adapters/bedrock/create-bedrock-model.ts';
import { createLambdaModel } from '../adapters/lambda/create-lambda-model.ts';
import { besideOf, type MadeModel } from './ready-model.ts';

export interface InHouseOptions {
  dataset: Dataset;
  /** The data set's folder, where files lie under `files/<sha256>`. */
  datasetStore: BlobStore;
  shown: Suite['protocol']['shown'];
  /** Of the suite: `models[0]`. */
  field: string;
}

/** A model in an account of ours, reached through AWS. @throws {InputError} where it lies outside the EU, unless the suite says so */
export function makeInHouseModel(entry: BedrockModel | LambdaModel, options: InHouseOptions): MadeModel {
  const { dataset, datasetStore, shown, field } = options;
  if (entry.adapter === 'bedrock')
    return createBedrockModel(entry, { ...dataset, shown, datasetStore, field });
  return createLambdaModel(entry, { datasetStore, beside: besideOf(dataset, shown), field });
}
