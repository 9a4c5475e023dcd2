import { createHash } from 'node:crypto';
import { z } from 'zod';
import { storeWithin } from '../adapters/store-within.ts';
import { createSystemClock } from '../adapters/system-clock.ts';
import { appendAudit } from '../api/audit.ts';
import { createDesk } from '../api/desk.ts';
import { openGatedDataset } from '../api/open-stored-dataset.ts';
import { PartySchema, slugOf } from '../api/principal.ts';
import { registerDataset } from '../api/register-dataset.ts';
import { FolderSchema } from '../api/routes/dataset-routes.ts';
import { checkDataset } from '../cloud/check-dataset.ts';
import { openRegistry } from '../cloud-records.ts';
import { openBlobs } from '../cloud-runtime.ts';
import { defineHandler } from './define-handler.ts';

const registry = openRegistry();
const blobs = openBlobs();
const clock = createSystemClock();

/**
 * Registers a data set that a steward has put into the buckets of cases and labels, for its owner: every case is read, and every
 * file looked for. Registered again, the record that is there is answered.
 */
export const handler = defineHandler({
  name: 'register',
  event: z.strictObject({
    owner: PartySchema.refine((party) => !party.startsWith('vendor:'), 'operator or municipality:ID'),
    folder: FolderSchema,
    shared: z.boolean().default(false),
  }),
  async work({ owner, folder, shared }) {
    const place = `datasets/${slugOf(owner)}/${folder}`;
    const dataset = await openGatedDataset(blobs, place);
    await checkDataset(dataset, storeWithin(blobs, `${place}/`));
    const { contentHash } = dataset;
    const hash = createHash('sha256')
      .update(`${place}\n${dataset.card.version}\n${contentHash}`)
      .digest('hex');
    const id = `${slugOf(owner)}.${hash.slice(0, 20)}`;
    const desk = createDesk(registry, clock, { role: 'operator', subject: 'register' });
    const record = await registerDataset({ id, owner, folder, shared }, { blobs, clock, desk });
    await appendAudit(registry, {
      at: clock.now(),
      requestId: `${id}-registered`,
      phase: 'system',
      party: 'system',
      subject: 'register',
      action: 'registerDataset',
      target: id,
      status: null,
    });
    return { dataset: record.id, splits: record.dataset.splits };
  },
});
