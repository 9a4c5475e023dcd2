import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describeLeaderboard } from '../../contract/api-leaderboard.ts';
import { placeDataset, startApi } from '../../support/api-server.ts';

describeLeaderboard('maalestok serve', async () => {
  const api = await startApi();
  const site = join(api.folder, 'site');
  return {
    ...api,
    registry: api.server.context.registry,
    placeDataset: (...data) => placeDataset(api.folder, ...data),
    async placeSite(folder) {
      await rm(site, { recursive: true, force: true });
      await cp(folder, site, { recursive: true });
    },
  };
});
