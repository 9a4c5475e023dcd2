import { ArtifactError } from '../../datasets/errors.ts';
import { parseLine } from '../../datasets/parse-line.ts';
import type { Result } from '../../evals/artifacts.ts';
import { canonicalHash } from '../../evals/canonical-hash.ts';
import { openDataset } from '../../evals/open-dataset.ts';
import type { BlobStore, Signer } from '../../evals/ports.ts';
import type { Consent, Withdrawal } from '../../evals/publishing/consent.ts';
import { extractPublication } from '../../evals/publishing/extract-publication.ts';
import { type ModelCounts, ModelCountsSchema } from '../../evals/publishing/publication.ts';
import { publicationFolder, publicationKeys } from '../../evals/publishing/publication-keys.ts';
import { fingerprintOf } from '../../evals/signing/public-key.ts';
import { signResult } from '../../evals/signing/sign-result.ts';
import { storeWithin } from '../adapters/store-within.ts';
import { openRunStore } from '../cloud-runtime.ts';
import { describePublication } from '../publishing/describe-publication.ts';
import { gatePublication } from '../publishing/gate-publication.ts';
import { readRunRecord } from '../run/run-plan.ts';
import { requireOrder, workKeys } from './run-order.ts';
import { sha256Of } from './sha256-of.ts';

export interface PublicationToMake {
  run: string;
  result: Result;
  /** Models that are shown, in the result's order. */
  models: readonly string[];
  consents: ReadonlyMap<string, Consent>;
  withdrawn: Withdrawal[];
  published: string;
}

/** A publication's files by their keys in its folder. */
export interface MadePublication {
  name: string;
  files: ReadonlyMap<string, string>;
}

/**
 * What of a run is published, with a signature of its own: the same files as `maalestok publish` writes.
 * @throws {InputError} where the anonymisation gate finds something in it
 * @throws {ArtifactError} where what the report left for it is missing
 */
export async function makePublication(
  { run, result, models, consents, withdrawn, published }: PublicationToMake,
  { blobs, signer }: { blobs: BlobStore; signer: Signer },
): Promise<MadePublication> {
  const store = openRunStore(run, blobs);
  const record = await readRunRecord(store);
  if (record === null) throw new ArtifactError(`Cannot publish "${run}": its plan is missing`);
  const { datasetPlace } = await requireOrder(store);
  const dataset = await openDataset(storeWithin(blobs, `${datasetPlace}/`));
  const countsOf = ({ model }: Result['models'][number]) => readCounts(store, model.id);
  const extract = await extractPublication(result, new Set(models), countsOf);
  const sha256 = canonicalHash(result);
  const source = { sha256, signedBy: signer.signedBy, fingerprint: fingerprintOf(signer.publicKey) };
  const described = { result: extract.result, consents, published, withdrawn, source };
  const publication = await describePublication({ store, record, dataset }, described);
  const files = new Map([
    [publicationKeys.publication, toText(publication)],
    ...extract.counts.map(
      (each) => [publicationKeys.counts(each.model.id), `${JSON.stringify(each)}\n`] as const,
    ),
  ]);
  gatePublication(
    new Map([...files, [publicationKeys.result, JSON.stringify(extract.result)]]),
    dataset.card,
  );
  const hashes = [...files].map(([file, text]) => ({ file, sha256: sha256Of(text) }));
  const signature = await signResult(JSON.stringify(extract.result), hashes, signer);
  files.set(publicationKeys.result, toText(extract.result)).set(publicationKeys.signature, toText(signature));
  return { name: publicationFolder(result.runId, sha256), files };
}

async function readCounts(store: BlobStore, modelId: string): Promise<ModelCounts> {
  const key = workKeys.counts(modelId);
  const bytes = await store.read(key);
  if (bytes === null) throw new ArtifactError(`Cannot read "${store.describe(key)}": it is missing`);
  return parseLine(new TextDecoder().decode(bytes), ModelCountsSchema, { file: store.describe(key) });
}

function toText(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
