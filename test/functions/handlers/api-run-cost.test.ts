import { afterAll, expect } from 'vitest';
import { describeRunCost } from '../../contract/api-run-cost.ts';
import { type CloudApi, openCloudApi } from '../../support/cloud-api.ts';

let cloud: CloudApi | undefined;
afterAll(() => expect(cloud?.broken).toEqual([]));

describeRunCost('the function behind an HTTP API', async () => {
  cloud = await openCloudApi();
  return cloud;
});
