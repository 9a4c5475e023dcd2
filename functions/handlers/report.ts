import { openCloudRun } from '../cloud/open-cloud-run.ts';
import { reportRun } from '../cloud/report-run.ts';
import { openBlobs } from '../cloud-runtime.ts';
import { defineHandler } from './define-handler.ts';
import { RunEventSchema } from './run-event.ts';

const blobs = openBlobs();

export const handler = defineHandler({
  name: 'report',
  event: RunEventSchema,
  async work({ run }) {
    await reportRun(await openCloudRun(run, blobs));
    return { run };
  },
});
