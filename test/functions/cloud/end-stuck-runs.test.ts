import { expect, it } from 'vitest';
import { createMemoryRegistry } from '../../../functions/adapters/registry/create-memory-registry.ts';
import { createSystemClock } from '../../../functions/adapters/system-clock.ts';
import { endStuckRuns } from '../../../functions/cloud/end-stuck-runs.ts';
import { runJob } from '../../support/cloud.ts';

it('leaves alone a run that was started again after it was found', async () => {
  const registry = createMemoryRegistry();
  const [stuck, again] = ['1', '2'].map((digit) => `operator.${digit.repeat(20)}`) as [string, string];
  for (const id of [stuck, again]) await registry.write('runs', id, runJob(id, ['silent']), null);
  const running = async () => {
    // Its execution is not listed yet.
    await registry.write('runs', again, { ...runJob(again, ['silent']), starts: 2 }, 1);
    return new Set<string>();
  };
  expect(await endStuckRuns({ registry, clock: createSystemClock(), running })).toEqual([stuck]);
  expect((await registry.read('runs', stuck))?.value).toMatchObject({ state: 'failed' });
  expect((await registry.read('runs', again))?.value).toMatchObject({ state: 'queued', starts: 2 });
});
