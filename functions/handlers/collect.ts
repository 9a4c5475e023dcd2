import { collectRun } from '../cloud/collect-run.ts';
import { openBlobs, openRunStore } from '../cloud-runtime.ts';
import { defineHandler } from './define-handler.ts';
import { RunEventSchema } from './run-event.ts';

const blobs = openBlobs();

export const handler = defineHandler({
  name: 'collect',
  event: RunEventSchema,
  async work({ run }) {
    await collectRun(openRunStore(run, blobs));
    return { run };
  },
});
