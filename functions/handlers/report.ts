import { openCloudRun } from '../cloud/open-cloud-run.ts';
import { openBlobs } from '../cloud-runtime.ts';
import { defineHandler } from './define-handler.ts';
import { RunEventSchema } from './run-event.ts';

const blobs = openBlobs();

export const handler = defineHandler({
  name: 'report',
  event: RunEventSchema,
  async work({ run }) {
    // What writes the report is loaded while the run is read.
    const [data, { reportRun }] = await Promise.all([
      openCloudRun(run, blobs),
      import('../cloud/report-run.ts'),
    ]);
    await reportRun(data);
    return { run };
  },
});
