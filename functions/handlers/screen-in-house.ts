import { ArtifactError } from '../../datasets/errors.ts';
import { createSystemClock } from '../adapters/system-clock.ts';
import { screenShard } from '../cloud/screen-shard.ts';
import { openRegistry } from '../cloud-records.ts';
import { openBlobs } from '../cloud-runtime.ts';
import { makeInHouseModel } from '../models/make-in-house-model.ts';
import { defineHandler } from './define-handler.ts';
import { ShardEventSchema } from './run-event.ts';

const context = { registry: openRegistry(), blobs: openBlobs(), clock: createSystemClock() };

export const handler = defineHandler({
  name: 'screen-in-house',
  event: ShardEventSchema,
  async work(event, lambda) {
    await screenShard(event, {
      ...context,
      kind: 'inHouse',
      remainingMs: () => lambda.getRemainingTimeInMillis(),
      make: async ({ entry, field }, making) => {
        if (entry.adapter !== 'bedrock' && entry.adapter !== 'lambda')
          throw new ArtifactError(`Cannot make ${field}: no in-house model`);
        return makeInHouseModel(entry, { ...making, field });
      },
    });
    return event;
  },
});
