import { ArtifactError } from '../../datasets/errors.ts';
import { parseEgress } from '../adapters/http/egress.ts';
import { createSecrets } from '../adapters/secrets.ts';
import { createSystemClock } from '../adapters/system-clock.ts';
import { screenShard } from '../cloud/screen-shard.ts';
import { env } from '../cloud-names.ts';
import { openRegistry } from '../cloud-records.ts';
import { openBlobs } from '../cloud-runtime.ts';
import { besideOf } from '../models/ready-model.ts';
import { defineHandler } from './define-handler.ts';
import { ShardEventSchema } from './run-event.ts';

const context = { registry: openRegistry(), blobs: openBlobs(), clock: createSystemClock() };
const egress = parseEgress(process.env[env.egressAllow] ?? '');

export const handler = defineHandler({
  name: 'screen-vendor',
  event: ShardEventSchema,
  async work(event, lambda) {
    // Loaded while the shard is read; one that is closed asks nobody.
    const asking = import('../models/make-vendor-model.ts');
    await screenShard(event, {
      ...context,
      kind: 'vendor',
      remainingMs: () => lambda.getRemainingTimeInMillis(),
      make: async ({ entry, field }, { dataset, datasetStore, shown }) => {
        if (entry.adapter !== 'http') throw new ArtifactError(`Cannot make ${field}: no vendor's model`);
        const beside = besideOf(dataset, shown);
        // Of Secrets Manager alone: the environment holds the function's own credentials.
        const secrets = createSecrets({});
        const options = { secrets, egress, allowPrivate: egress.private, datasetStore, beside, field };
        const { makeVendorModel } = await asking;
        return makeVendorModel(entry, options);
      },
    });
    return event;
  },
});
