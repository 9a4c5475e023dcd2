import { InputError } from '../../datasets/errors.ts';
import type { BlobStore, Clock } from '../../evals/ports.ts';
import type { ApiContext } from './api-context.ts';
import type { Desk } from './desk.ts';
import { openGatedDataset } from './open-stored-dataset.ts';
import { type Party, slugOf } from './principal.ts';
import { ApiProblem, faultOf } from './problem.ts';
import type { DatasetRecord } from './resources.ts';

export interface DatasetToRegister {
  id: string;
  owner: Party;
  /** Of the party's own folder of the store. */
  folder: string;
  shared: boolean;
}

export interface RegisterContext extends Pick<ApiContext, 'checkCard'> {
  blobs: BlobStore;
  clock: Clock;
  desk: Desk;
}

/**
 * Records a data set that lies in a party's folder: opened, and passed by the gate as it is.
 * @throws {ApiProblem} `invalid`, saying what is wrong with it
 */
export async function registerDataset(
  { id: recordId, owner, folder, shared }: DatasetToRegister,
  { blobs, clock, desk, checkCard }: RegisterContext,
): Promise<DatasetRecord> {
  const place = `datasets/${slugOf(owner)}/${folder}`;
  const card = await openCard().catch((error: unknown) => {
    throw error instanceof InputError ? notUsable(error, place) : error;
  });
  const { id, version, titleDa, titleEn, synthetic, noticeDa, noticeEn } = card;
  const splits = Object.fromEntries(
    Object.entries(card.splits).map(([name, { count, labels }]) => [
      name,
      { cases: count, labelled: labels !== undefined },
    ]),
  );
  const now = clock.now();
  const { record } = await desk.create('datasets', {
    schema: 'maalestok.api.dataset.v1',
    id: recordId,
    owner,
    createdAt: now,
    updatedAt: now,
    shared,
    place,
    dataset: { id, version, titleDa, titleEn, synthetic, noticeDa, noticeEn, splits },
  });
  return record;

  async function openCard() {
    const { card } = await openGatedDataset(blobs, place);
    checkCard?.(card);
    return card;
  }
}

/** Says what is wrong with it, and names the store's place only as its owner does. */
function notUsable(error: InputError, place: string): ApiProblem {
  return new ApiProblem('invalid', `The data set in ${place} cannot be registered.`, {
    faults: [faultOf(error)],
  });
}
