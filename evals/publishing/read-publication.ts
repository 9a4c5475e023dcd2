import type { z } from 'zod';
import { ArtifactError, InputError } from '../../datasets/errors.ts';
import { parseLine } from '../../datasets/parse-line.ts';
import { type Result, ResultSchema } from '../artifacts.ts';
import { canonicalHash } from '../canonical-hash.ts';
import type { BlobStore } from '../ports.ts';
import { type Signature, SignatureSchema } from '../signing/signature.ts';
import { type ModelCounts, ModelCountsSchema, type Publication, PublicationSchema } from './publication.ts';
import { publicationKeys } from './publication-keys.ts';

/** All of one publication. */
export interface PublishedRun {
  /** Its folder's name. */
  name: string;
  publication: Publication;
  result: Result;
  /** In the order of the result's models. */
  counts: ModelCounts[];
  signature: Signature;
}

/**
 * Reads a publication and checks that its parts belong together. Whether its signature holds is not checked here.
 * @throws {ArtifactError}
 */
export async function readPublication(store: BlobStore, name: string): Promise<PublishedRun> {
  const publication = await readRecord(store, `${name}/${publicationKeys.publication}`, PublicationSchema);
  const result = await readRecord(store, `${name}/${publicationKeys.result}`, ResultSchema);
  const signature = await readRecord(store, `${name}/${publicationKeys.signature}`, SignatureSchema);
  const counts: ModelCounts[] = [];
  for (const { model } of result.models) {
    counts.push(await readRecord(store, `${name}/${publicationKeys.counts(model.id)}`, ModelCountsSchema));
  }
  const run = { name, publication, result, counts, signature };
  const wrong = findWrong(run);
  if (wrong === undefined) return run;
  throw new ArtifactError(
    `Cannot read the publication "${store.describe(name)}": ${wrong}. \`maalestok publish\` writes it again`,
  );
}

async function readRecord<Schema extends z.ZodType>(
  store: BlobStore,
  key: string,
  schema: Schema,
): Promise<z.output<Schema>> {
  const file = store.describe(key);
  const bytes = await store.read(key);
  if (bytes === null) throw new ArtifactError(`Cannot read "${file}": it is missing`);
  try {
    return parseLine(new TextDecoder().decode(bytes), schema, { file });
  } catch (cause) {
    if (!(cause instanceof InputError)) throw cause;
    throw new ArtifactError(`Cannot read "${file}": it is damaged, or of another version of Målestok`, {
      cause,
    });
  }
}

/** Means over repeats and sums over them differ by rounding. */
const rounding = 1e-9;

function findWrong({ publication, result, counts }: PublishedRun): string | undefined {
  if (canonicalHash(result.comparability) !== result.comparabilityKey)
    return 'the comparability key is not that of its parts';
  const listed = publication.models.map(({ id }) => id);
  const measured = result.models.map(({ model }) => model.id);
  if (canonicalHash(listed) !== canonicalHash(measured)) return 'its models are not those of its result';
  if (publication.models.some(({ id, consent }) => consent !== null && consent.model !== id))
    return "a consent is another model's";
  if (new Set(measured).size !== measured.length) return 'it has a model twice';
  if (publication.dataset.split !== result.comparability.split) return "its split is not its result's";
  if (publication.dataset.split === 'practice')
    return 'it is of a practice split, whose scores are never ranked';
  const at = counts.findIndex((each, place) => !belongs(each, result.models[place]!));
  return at === -1 ? undefined : `the counts of "${measured[at]}" are not its result's`;
}

function belongs({ model, families }: ModelCounts, { model: entry, defects }: Result['models'][number]) {
  if (model.id !== entry.id || model.version !== entry.version) return false;
  const [hits, items] = families.reduce(([a, b], [c, d]) => [a + c, b + d], [0, 0]);
  const { value } = defects.f1;
  if (items === 0 || value === null) return items === 0 && value === null;
  return Math.abs(hits / items - value) <= rounding;
}
