import { setTimeout } from 'node:timers/promises';
import { expect, it } from 'vitest';
import type { Model } from '../../../evals/ports.ts';
import { RunCancelledError } from '../../../functions/cloud/run-job.ts';
import { watchTime } from '../../../functions/cloud/watch-time.ts';

const model: Model = { id: 'm', version: '1', screen: () => new Promise(() => undefined) };
const watching = (...checks: (() => Promise<void>)[]) =>
  watchTime(model, { remainingMs: () => 600_000, checks, checkEveryMs: 5, name: 'm/1' });

it('goes on where it cannot be seen for a moment whether the run was cancelled, and gives up where it was', async () => {
  let looks = 0;
  const watch = watching(async () => {
    looks += 1;
    if (looks > 30) throw new RunCancelledError('cancelled');
    // Three in a row, again and again.
    if (looks % 4 !== 0) throw new Error('busy');
  });
  await expect(watch.ended).rejects.toThrow('cancelled');
  expect(looks).toBe(31);
  watch.stop();
});

it('gives up where it cannot be seen for long, one look after the other', async () => {
  let [looks, atOnce] = [0, 0];
  const watch = watching(async () => {
    looks += 1;
    atOnce += 1;
    expect(atOnce).toBe(1);
    await setTimeout(20);
    atOnce -= 1;
    throw new Error('denied');
  });
  await expect(watch.ended).rejects.toThrow('denied');
  expect(looks).toBe(4);
  watch.stop();
});

it('sees that the run was cancelled while another look hangs', async () => {
  let cancelled = false;
  const watch = watching(
    async () => {
      if (cancelled) throw new RunCancelledError('cancelled');
    },
    () => new Promise(() => undefined),
  );
  await setTimeout(20);
  cancelled = true;
  await expect(watch.ended).rejects.toThrow('cancelled');
  watch.stop();
});
