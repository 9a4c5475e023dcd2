import { afterAll, expect } from 'vitest';
import { describeLeaderboard } from '../../contract/api-leaderboard.ts';
import { type CloudApi, openCloudApi } from '../../support/cloud-api.ts';
import { refusedByTemplates } from '../../support/judge-asked.ts';

let cloud: CloudApi | undefined;
afterAll(() => {
  expect(cloud?.broken).toEqual([]);
  expect(refusedByTemplates(cloud?.asked() ?? [])).toEqual([]);
});

describeLeaderboard('the function behind an HTTP API', async () => {
  cloud = await openCloudApi();
  return cloud;
});
