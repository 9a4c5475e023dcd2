import { afterAll, expect } from 'vitest';
import { describeLeaderboard } from '../../contract/api-leaderboard.ts';
import { type CloudApi, openCloudApi } from '../../support/cloud-api.ts';

let cloud: CloudApi | undefined;
afterAll(() => expect(cloud?.broken).toEqual([]));

describeLeaderboard('the function behind an HTTP API', async () => {
  cloud = await openCloudApi();
  return cloud;
});
