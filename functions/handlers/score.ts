import { removeSignatures } from '../../evals/steps/sign-run.ts';
import { openCloudRun } from '../cloud/open-cloud-run.ts';
import { openBlobs } from '../cloud-runtime.ts';
import { defineHandler } from './define-handler.ts';
import { RunEventSchema } from './run-event.ts';

const blobs = openBlobs();

export const handler = defineHandler({
  name: 'score',
  event: RunEventSchema,
  async work({ run }) {
    // What scores is loaded while the run is read.
    const [data, { scoreRun }] = await Promise.all([
      openCloudRun(run, blobs),
      import('../../evals/steps/score-run.ts'),
    ]);
    await removeSignatures(data.store);
    await scoreRun(data);
    return { run };
  },
});
