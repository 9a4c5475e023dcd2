import type { Card } from '../../datasets/card.ts';
import { ArtifactError, InputError } from '../../datasets/errors.ts';
import type { Result } from '../../evals/artifacts.ts';
import { canonicalHash } from '../../evals/canonical-hash.ts';
import { openDataset } from '../../evals/open-dataset.ts';
import type { BlobStore, Clock, Registry, Signer } from '../../evals/ports.ts';
import type { Publication } from '../../evals/publishing/publication.ts';
import type { PublishedRun } from '../../evals/publishing/read-publication.ts';
import { runKeys } from '../../evals/run-keys.ts';
import { readResult } from '../../evals/steps/read-result.ts';
import { isMostlyVariants } from '../../reports/variants.ts';
import { storeWithin } from '../adapters/store-within.ts';
import type { RunJob } from '../api/resources.ts';
import { openRunStore } from '../cloud-runtime.ts';
import { chooseModels } from '../publishing/choose-models.ts';
import { findUnfitModels } from '../publishing/find-unfit-models.ts';
import { requireOwnSignature } from '../publishing/require-own-signature.ts';
import { readRunRecord } from '../run/run-plan.ts';
import { type MadePublication, makePublication, type PublicationToMake } from './make-publication.ts';
import {
  type PublicationRecord,
  publicationsOf,
  putPublicationRecord,
  readPublicationRecord,
  readRecorded,
  removeOthers,
} from './publication-records.ts';
import { notWanted, type PublishedOutcome } from './published-outcome.ts';
import { readConsents, readWithdrawals } from './read-consents.ts';
import { createMachineDesk } from './run-job.ts';
import { requireOrder } from './run-order.ts';
import { sha256Of } from './sha256-of.ts';

export interface PublishRunContext {
  registry: Registry;
  blobs: BlobStore;
  clock: Clock;
  signer: Signer;
}

export interface PublishRunOptions {
  /** Leaves a publication alone that tells of this result, these models and these consents already. */
  keepStanding: boolean;
}

/**
 * Makes a run's publication what its owner and its models' vendors want now: new, less models, or none. Done again it changes
 * nothing. Only who holds the lease of publishing may.
 * @throws {ArtifactError} where the run is not as it was signed
 */
export async function publishRun(
  run: string,
  context: PublishRunContext,
  { keepStanding }: PublishRunOptions,
): Promise<PublishedOutcome> {
  const { registry, blobs, clock } = context;
  const desk = createMachineDesk(registry, clock);
  const job = await desk.find('runs', run);
  const not = async (because: string, leftOut: string[] = []): Promise<PublishedOutcome> => {
    await putPublicationRecord(registry, run, null);
    await removeOthers(blobs, run, null);
    return { run, published: [], leftOut, because };
  };
  if (job === null || !job.publish) return not(notWanted);
  const result = await readSigned(job, context);
  if (result === 'unsigned') {
    // It is scored again, or cannot be: what stands of it is signed by itself, and its consents count on the site.
    const standing = await readPublicationRecord(registry, run);
    if (standing !== null) return { run, published: standing.models, leftOut: [], because: null };
  }
  if (result === null || result === 'unsigned') return not('it has no signed result');
  const unfit = unfitToRank(result);
  if (unfit !== null) return not(unfit);
  const order = await requireOrder(openRunStore(run, blobs));
  const owners = new Map(order.models.map(({ planned, owner }) => [planned.id, owner]));
  const consents = await readConsents(desk, owners);
  const withdrawals = await readWithdrawals(desk, owners.keys());
  const chosen = chooseModels(result.models, consents, withdrawals);
  const card = await readCard(storeWithin(blobs, `${order.datasetPlace}/`));
  if (card === null) return not('its data set is not there as it was', chosen.out);
  const theirs = result.models.filter(({ model }) => chosen.in.has(model.id));
  for (const id of findUnfitModels(theirs, chosen.in, card)) {
    chosen.in.delete(id);
    chosen.out.push(id);
  }
  if (chosen.in.size === 0 && chosen.out.length > 0)
    return not('there is no consent to any of its models', chosen.out);
  const earlier = await readPublicationRecord(registry, run);
  const standing = earlier === null ? null : await readStanding(earlier, context);
  const before = [
    ...(earlier?.models ?? []),
    ...(standing?.publication.withdrawn ?? []).map(({ model }) => model),
  ];
  const shown = result.models.map(({ model }) => model.id).filter((id) => !chosen.out.includes(id));
  const wanted = {
    ...{ run, result, models: shown, consents: chosen.in },
    withdrawn: withdrawals.filter(({ model }) => before.includes(model) && !shown.includes(model)),
  };
  const outcome = { run, published: shown, leftOut: chosen.out, because: null };
  if (keepStanding && standing !== null && saysAll(standing.publication, wanted)) return outcome;
  const published = earlier?.published ?? clock.now().slice(0, 10);
  try {
    const made = await makePublication({ ...wanted, published }, context);
    await replace(run, made, { models: shown, published }, context);
  } catch (error) {
    if (error instanceof InputError) return not(error.message, chosen.out);
    throw error;
  }
  return outcome;
}

/** Null where the run has no result, or was cancelled. */
async function readSigned(
  job: RunJob,
  { blobs, signer }: PublishRunContext,
): Promise<Result | 'unsigned' | null> {
  const store = openRunStore(job.id, blobs);
  const record = await readRunRecord(store);
  if (job.state === 'cancelled' || record === null) return null;
  if ((await store.read(runKeys.signature)) === null) return 'unsigned';
  await requireOwnSignature(store, signer);
  return readResult(store, record);
}

/** Null where it is gone, or wrong. */
async function readCard(dataset: BlobStore): Promise<Card | null> {
  try {
    return (await openDataset(dataset)).card;
  } catch (error) {
    if (error instanceof InputError) return null;
    throw error;
  }
}

function unfitToRank(result: Result): string | null {
  if (result.comparability.split === 'practice') return 'practice scores are never ranked';
  if (isMostlyVariants(result)) return 'how far answers hold ranks nobody';
  return null;
}

/** Null where it is damaged: then it is made again. */
async function readStanding(
  record: PublicationRecord,
  context: PublishRunContext,
): Promise<PublishedRun | null> {
  try {
    return await readRecorded(record, context);
  } catch (error) {
    if (error instanceof ArtifactError) return null;
    throw error;
  }
}

function saysAll(
  { source, models, withdrawn }: Publication,
  wanted: Pick<PublicationToMake, 'result' | 'models' | 'consents' | 'withdrawn'>,
): boolean {
  const told = { models: models.map(({ id, consent }) => ({ id, consent })), withdrawn };
  const asked = {
    models: wanted.models.map((id) => ({ id, consent: wanted.consents.get(id) ?? null })),
    withdrawn: wanted.withdrawn,
  };
  return source.sha256 === canonicalHash(wanted.result) && canonicalHash(told) === canonicalHash(asked);
}

/** New files beside the old ones, then the record that says which count, then the old ones go. */
async function replace(
  run: string,
  { name, files }: MadePublication,
  { models, published }: { models: string[]; published: string },
  { registry, blobs }: PublishRunContext,
): Promise<void> {
  const place = `${publicationsOf(run)}${sha256Of([...files].flat().join('\n')).slice(0, 16)}/`;
  for (const [key, text] of files) await blobs.write(`${place}${name}/${key}`, text);
  await putPublicationRecord(registry, run, {
    ...{ schema: 'maalestok.cloud-publication.v1', run, place, name, models, published },
  });
  await removeOthers(blobs, run, place);
}
