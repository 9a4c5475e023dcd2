import type { HttpModel } from '../../evals/suite-model.ts';
import { createHttpModel, type HttpModelOptions } from '../adapters/http/create-http-model.ts';
import { describeHttpModel } from '../adapters/http/describe-http-model.ts';
import type { MadeModel } from './ready-model.ts';

/** A vendor's model behind an endpoint. @throws {InputError} where its address may not be called, or a secret is missing */
export async function makeVendorModel(entry: HttpModel, options: HttpModelOptions): Promise<MadeModel> {
  const { fingerprint, inputText } = describeHttpModel(entry, options);
  return { model: await createHttpModel(entry, options), fingerprint, inputText };
}
