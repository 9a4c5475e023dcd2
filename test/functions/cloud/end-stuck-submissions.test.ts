import { expect, it } from 'vitest';
import { createMemoryRegistry } from '../../../functions/adapters/registry/create-memory-registry.ts';
import { createSystemClock } from '../../../functions/adapters/system-clock.ts';
import { usualLimits } from '../../../functions/api/api-context.ts';
import { drawTicket, takeQuota } from '../../../functions/api/quotas.ts';
import type { SubmissionRecord } from '../../../functions/api/resources.ts';
import { endStuckSubmissions } from '../../../functions/cloud/end-stuck-submissions.ts';

const start = Date.parse('2026-11-29T08:00:00.000Z');

it('ends what broke off an hour ago, once, and gives back what it took', async () => {
  const registry = createMemoryRegistry();
  let ms = start;
  const clock = { ...createSystemClock(), now: () => new Date(ms).toISOString() };
  const { closedScorings } = usualLimits.quotas;
  for (const [at, state] of (['scoring', 'scoring', 'scored'] as const).entries()) {
    ms = start + at * 1_800_000;
    const id = `v-acme.${String(at).repeat(20)}`;
    const quota = drawTicket(clock, 'vendor:acme', closedScorings, id);
    await takeQuota({ registry, clock }, closedScorings, quota);
    const record: SubmissionRecord = {
      ...{ schema: 'maalestok.api.submission.v1', id, owner: 'vendor:acme', note: '', state, quota },
      ...{ createdAt: clock.now(), updatedAt: clock.now(), datasetId: `operator.${'d'.repeat(20)}` },
      ...{ dataset: { id: 'small', version: '1', split: 'sealed' }, model: { id: 'acme', version: '1' } },
      ...{ upload: { bytes: 1, sha256: '0'.repeat(64) }, faults: [], comparabilityKey: null, headline: null },
    };
    await registry.write('submissions', id, record, null);
  }
  ms = start + 3_600_000;
  const [first, second, third] = [0, 1, 2].map((at) => `v-acme.${String(at).repeat(20)}`);
  expect(await endStuckSubmissions({ registry, clock })).toEqual([first]);
  expect(await endStuckSubmissions({ registry, clock })).toEqual([]);
  expect((await registry.read('submissions', first!))?.value).toMatchObject({ state: 'failed' });
  expect((await registry.read('submissions', second!))?.value).toMatchObject({ state: 'scoring' });
  const [used] = await registry.list('quotas', { limit: 9 });
  expect(used?.value).toMatchObject({ ids: [second, third] });
});
