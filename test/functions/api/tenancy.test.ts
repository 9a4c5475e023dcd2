import { describeTenancy } from '../../contract/api-tenancy.ts';
import { placeDataset, startApi } from '../../support/api-server.ts';

describeTenancy('maalestok serve', async () => {
  const api = await startApi();
  return {
    ...api,
    registry: api.server.context.registry,
    placeDataset: (...data) => placeDataset(api.folder, ...data),
  };
});
