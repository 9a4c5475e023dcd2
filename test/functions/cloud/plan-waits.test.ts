import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runKeys } from '../../../evals/run-keys.ts';
import { ScreeningSchema } from '../../../evals/screening/screening.ts';
import { createMemoryRegistry } from '../../../functions/adapters/registry/create-memory-registry.ts';
import { planCloudRun } from '../../../functions/cloud/plan-cloud-run.ts';
import { RunCancelledError } from '../../../functions/cloud/run-job.ts';
import { shardLeases } from '../../../functions/cloud/with-shard-lease.ts';
import { runJob } from '../../support/cloud.ts';
import {
  planShard,
  plannedRun as run,
  plannedShard as shard,
  writePlanData,
} from '../../support/plan-shard.ts';
import { createVirtualClock } from '../../support/virtual-clock.ts';

let data: Awaited<ReturnType<typeof writePlanData>>;
beforeAll(async () => {
  data = await writePlanData();
});
afterAll(() => data[Symbol.asyncDispose]());

/** A run whose failed questions are to be asked again, while a function of its first start holds a shard. */
async function open() {
  const [registry, clock] = [createMemoryRegistry(), createVirtualClock()];
  const job = { ...runJob(run, ['vendor']), state: 'queued', starts: 2, retryFailed: true };
  await registry.write('runs', run, job, null);
  const until = new Date(Date.parse(clock.now()) + 900_000).toISOString();
  const lease = { schema: 'maalestok.lease.v1', holder: 'late', until };
  await registry.write(shardLeases, `${run}/0/${shard}`, lease, null);
  const { store, blobs } = await planShard(data.files, {
    protocol: { timeoutMs: 60_000, retries: 2 },
    registry,
  });
  const failed = ScreeningSchema.parse({
    ...{
      schema: 'maalestok.screening.v1',
      caseId: 'c0001',
      repeat: 0,
      model: { id: 'vendor', version: '1' },
    },
    ...{ status: 'failed', error: { kind: 'http-500', message: 'x' } },
  });
  await store.write(runKeys.screenings('vendor', shard), `${JSON.stringify(failed)}\n`);
  const context = { registry, blobs, clock, egress: undefined, region: undefined };
  const planned = planCloudRun(run, context);
  const isClosed = async () => (await store.list('screenings/')).length > 0;
  return { registry, clock, planned, isClosed };
}

describe('planning a run whose failed questions are asked again', () => {
  it('opens no shard while a function of an earlier start works on it, which puts its answers away when it gives up', async () => {
    const { registry, clock, planned, isClosed } = await open();
    await clock.run(30_000);
    expect(await isClosed()).toBe(true);
    await registry.remove(shardLeases, `${run}/0/${shard}`, 1);
    await clock.run();
    await planned;
    expect(await isClosed()).toBe(false);
  });

  it.each([
    ['of a run that was started again while it waited', { starts: 3 }, RunCancelledError],
    ['of a run that was cancelled while it waited', { state: 'cancelled' }, RunCancelledError],
    // The answer of the first was lost: models may have been asked again by now.
    ['that another function has opened for the same start', { retryFailed: false }, null],
  ] as const)('opens nothing %s', async (_, change, error) => {
    const { registry, clock, planned, isClosed } = await open();
    const ended = planned.then(
      () => null,
      (cause: Error) => cause.constructor,
    );
    await clock.run(30_000);
    const { value, version } = (await registry.read('runs', run))!;
    await registry.write('runs', run, { ...(value as object), ...change }, version);
    await clock.run();
    expect(await ended).toBe(error);
    expect(await isClosed()).toBe(true);
  });

  it('waits for none that has had time to give up: it has died', async () => {
    const { clock, planned, isClosed } = await open();
    await clock.run(65_000);
    expect(await isClosed()).toBe(true);
    await clock.run(90_000);
    await planned;
    expect(await isClosed()).toBe(false);
  });
});
