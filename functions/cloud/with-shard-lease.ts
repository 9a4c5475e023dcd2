import type { Clock, Registry } from '../../evals/ports.ts';
import { checkEveryMs } from './run-job.ts';
import { keptBackMs, ShardUnfinishedError } from './watch-time.ts';
import { isHeld, takePlace } from './with-lease.ts';

/** Apart from other leases: the functions that ask may write nowhere else in the registry. */
export const shardLeases = 'shard-leases';
/** Beyond a function's end, since clocks differ a little and a write may be on its way. */
const graceMs = 5_000;
/** With less time than that left after a wait, another function asks. */
const leastMs = 60_000;
/** In that a function that works finds that its run was started again, also where the registry fails it, and puts away what it has. */
const givesUpInMs = 60_000;

interface Holder {
  registry: Registry;
  clock: Clock;
  /** Milliseconds until this function is ended. */
  remainingMs: () => number;
  /** Asked while it waits. Throws where there is nothing to wait for any more. */
  check: () => Promise<unknown>;
}

/**
 * Works on a shard while no other function does. The answer of a function may be lost while it still works, and another is called
 * in its place: it waits. A lease lasts for as long as its holder can be alive, and is not renewed: so nobody writes who has lost
 * it. Of one that died it is over when its time would have been.
 * @throws {ShardUnfinishedError} where the wait left too little time
 */
export async function withShardLease<T>(
  { registry, clock, remainingMs, check }: Holder,
  name: string,
  action: () => Promise<T>,
): Promise<T> {
  const take = () =>
    takePlace({ registry, clock }, { collection: shardLeases, name }, remainingMs() + graceMs);
  let version = await take();
  while (version === null) {
    if (remainingMs() < keptBackMs + leastMs)
      throw new ShardUnfinishedError(`The time ran out while another function worked on ${name}`);
    await clock.sleep(checkEveryMs);
    await check();
    version = await take();
  }
  try {
    return await action();
  } finally {
    // What came of the work stands. A lease that is not given back ends by itself.
    await registry.remove(shardLeases, name, version).catch(() => undefined);
  }
}

/**
 * Resolves once no function of an earlier start works on a shard of a run. Of one that died the lease stands: it is waited for as
 * long as one that works may take to give up, and no longer.
 */
export async function waitForShards(
  { registry, clock }: Pick<Holder, 'registry' | 'clock'>,
  run: string,
): Promise<void> {
  const begunMs = clock.elapsedMs();
  const someWork = async () => {
    const leases = await registry.list(shardLeases, { prefix: `${run}/`, limit: 1000 });
    return leases.some((each) => isHeld(each, clock));
  };
  while (clock.elapsedMs() - begunMs < givesUpInMs && (await someWork())) await clock.sleep(checkEveryMs);
}
