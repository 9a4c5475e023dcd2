import type { RunRecord, Shard } from '../../evals/artifacts.ts';
import type { BlobStore } from '../../evals/ports.ts';
import { runKeys } from '../../evals/run-keys.ts';
import type { ModelResult } from '../../evals/scores/model-result.ts';
import type { Screening } from '../../evals/screening/screening.ts';
import { readScreenings } from '../../evals/steps/read-screenings.ts';
import { oneLine } from '../../reports/render/one-line.ts';

interface ScreenedRun {
  record: Pick<RunRecord, 'models'>;
  shards: readonly Shard[];
  store: BlobStore;
}

/**
 * A line for each model of which answers failed, came too late or could not be read: how many, of what kinds, and the
 * first one's message, so that a wrong key or address is seen where the command was given.
 */
export async function sayFailures(run: ScreenedRun, models: readonly ModelResult[]): Promise<string[]> {
  const lines: string[] = [];
  for (const { model, counts, errors } of models) {
    const failed = counts.failed + counts.timedOut + counts.invalid;
    if (failed === 0) continue;
    const kinds = errors.map(({ kind, count }) => `${kind} ${count}`).join(', ');
    const first = await firstMessage(run, model.id);
    lines.push(
      `${oneLine(model.id, 128)}: ${failed} of ${counts.planned} questions failed, came too late or had no readable answer ` +
        `(${oneLine(kinds, 200)}).${first === undefined ? '' : `\n  The first: ${oneLine(first, 300)}`}\n`,
    );
  }
  return lines;
}

async function firstMessage({ shards, store }: ScreenedRun, modelId: string): Promise<string | undefined> {
  for (const { shard } of shards) {
    const screenings = (await readScreenings(store, runKeys.screenings(modelId, shard))) ?? [];
    const message = screenings.find(({ error }) => error !== undefined)?.error?.message;
    if (message !== undefined) return message;
  }
  return undefined;
}

/** A line for a model that seems to be down, while a run waits for it: what it last said, and how long the run waits. */
export function sayDown(modelId: string, giveUpAfterMs: number, error: Screening['error']): string {
  const why = error === undefined ? '' : ` (${oneLine(error.kind, 60)}: ${oneLine(error.message, 300)})`;
  return (
    `${oneLine(modelId, 128)} failed many times in a row${why}. It is asked one question at a time until it answers, ` +
    `and given up after ${Math.round(giveUpAfterMs / 1000)} s without an answer. Ctrl-C loses nothing: the same command goes on from here.\n`
  );
}
