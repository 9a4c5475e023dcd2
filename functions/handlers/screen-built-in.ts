import { ArtifactError } from '../../datasets/errors.ts';
import { isCalled } from '../../evals/suite-model.ts';
import { createSystemClock } from '../adapters/system-clock.ts';
import { screenShard } from '../cloud/screen-shard.ts';
import { openBlobs } from '../cloud-runtime.ts';
import { makeBuiltIn } from '../models/make-built-in.ts';
import { defineHandler } from './define-handler.ts';
import { ShardEventSchema } from './run-event.ts';

const context = { registry: null, blobs: openBlobs(), clock: createSystemClock() };

export const handler = defineHandler({
  name: 'screen-built-in',
  event: ShardEventSchema,
  async work(event, lambda) {
    await screenShard(event, {
      ...context,
      kind: 'builtIn',
      remainingMs: () => lambda.getRemainingTimeInMillis(),
      make: async ({ entry, field }, { dataset }) => {
        if (isCalled(entry) || entry.adapter === 'replay')
          throw new ArtifactError(`Cannot make ${field}: no built-in model`);
        return makeBuiltIn(entry, dataset, field);
      },
    });
    return event;
  },
});
