import { InputError } from '../../datasets/errors.ts';
import type { Result } from '../../evals/artifacts.ts';
import type { BlobStore, Clock, Registry, Signer } from '../../evals/ports.ts';
import { runKeys } from '../../evals/run-keys.ts';
import { readResult } from '../../evals/steps/read-result.ts';
import { isMostlyVariants } from '../../reports/variants.ts';
import type { RunJob } from '../api/resources.ts';
import { openRunStore } from '../cloud-runtime.ts';
import { chooseModels } from '../publishing/choose-models.ts';
import { requireOwnSignature } from '../publishing/require-own-signature.ts';
import { readRunRecord } from '../run/run-plan.ts';
import { type MadePublication, makePublication } from './make-publication.ts';
import {
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

/**
 * Makes a run's publication what its owner and its models' vendors want now: new, less models, or none. Done again it changes
 * nothing. Only who holds the lease of publishing may.
 * @throws {ArtifactError} where the run is not as it was signed
 */
export async function publishRun(run: string, context: PublishRunContext): Promise<PublishedOutcome> {
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
  if (result === null) return not('it has no result');
  const unfit = unfitToRank(result);
  if (unfit !== null) return not(unfit);
  const { models } = await requireOrder(openRunStore(run, blobs));
  const owners = new Map(models.map(({ planned, owner }) => [planned.id, owner]));
  const consents = await readConsents(desk, owners);
  const withdrawals = await readWithdrawals(desk, owners.keys());
  const chosen = chooseModels(result.models, consents, withdrawals);
  if (chosen.in.size === 0 && chosen.out.length > 0)
    return not('there is no consent to any of its models', chosen.out);
  const earlier = await readPublicationRecord(registry, run);
  const before = earlier === null ? [] : [...earlier.models, ...(await withdrawnBefore(blobs, earlier))];
  const shown = result.models.map(({ model }) => model.id).filter((id) => !chosen.out.includes(id));
  try {
    const made = await makePublication(
      {
        ...{ run, result, models: shown, consents: chosen.in },
        withdrawn: withdrawals.filter(({ model }) => before.includes(model) && !shown.includes(model)),
        published: earlier?.published ?? clock.now().slice(0, 10),
      },
      context,
    );
    await replace(run, made, { models: shown, published: earlier?.published }, context);
  } catch (error) {
    if (error instanceof InputError) return not(error.message, chosen.out);
    throw error;
  }
  return { run, published: shown, leftOut: chosen.out, because: null };
}

/** Null where the run has ended without a result, or was cancelled. */
async function readSigned(job: RunJob, { blobs, signer }: PublishRunContext): Promise<Result | null> {
  const store = openRunStore(job.id, blobs);
  const record = await readRunRecord(store);
  if (job.state === 'cancelled' || record === null || (await store.read(runKeys.signature)) === null)
    return null;
  await requireOwnSignature(store, signer);
  return readResult(store, record);
}

function unfitToRank(result: Result): string | null {
  if (result.comparability.split === 'practice') return 'practice scores are never ranked';
  if (isMostlyVariants(result)) return 'how far answers hold ranks nobody';
  return null;
}

async function withdrawnBefore(
  blobs: BlobStore,
  earlier: Parameters<typeof readRecorded>[1],
): Promise<string[]> {
  const { publication } = await readRecorded(blobs, earlier);
  return publication.withdrawn.map(({ model }) => model);
}

/** New files beside the old ones, then the record that says which count, then the old ones go. */
async function replace(
  run: string,
  { name, files }: MadePublication,
  { models, published }: { models: string[]; published: string | undefined },
  { registry, blobs, clock }: PublishRunContext,
): Promise<void> {
  const place = `${publicationsOf(run)}${sha256Of([...files].flat().join('\n')).slice(0, 16)}/`;
  for (const [key, text] of files) await blobs.write(`${place}${name}/${key}`, text);
  await putPublicationRecord(registry, run, {
    ...{ schema: 'maalestok.cloud-publication.v1', run, place, name, models },
    published: published ?? clock.now().slice(0, 10),
  });
  await removeOthers(blobs, run, place);
}
