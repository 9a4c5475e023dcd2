import { type Call, ProtocolSchema } from '../../evals/artifacts.ts';
import { Lane } from '../../evals/engine/lane.ts';
import type { Clock, Model } from '../../evals/ports.ts';
import type { Screening } from '../../evals/screening/screening.ts';
import { askModel } from '../../evals/steps/ask-model.ts';
import { smallCase } from './small-dataset.ts';

/** Puts case `c1` to a model as a run does, on a clock on which only waits between attempts take time. */
export async function askEndpoint(
  model: Model,
  timeoutMs = 10_000,
): Promise<{ screening: Screening; call: Call; sleptMs: number[] }> {
  const sleptMs: number[] = [];
  const clock: Clock = {
    now: () => '2026-01-01T00:00:00.000Z',
    elapsedMs: () => sleptMs.reduce((sum, ms) => sum + ms, 0),
    async sleep(ms) {
      sleptMs.push(ms);
    },
  };
  const asked = await askModel({
    model,
    caseShown: smallCase('c1'),
    repeat: 0,
    requestId: 'ab'.repeat(32),
    protocol: ProtocolSchema.parse({ timeoutMs, retries: 2 }),
    lane: new Lane({ clock, giveUpAfterMs: timeoutMs }),
    clock,
  });
  return { ...asked, sleptMs };
}
