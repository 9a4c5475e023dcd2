import { z } from 'zod';
import { ArtifactError, InputError } from '../../datasets/errors.ts';
import { SpendingLimitError, UntoldCostError } from '../../evals/engine/spending.ts';
import type { BlobStore } from '../../evals/ports.ts';
import { maxCostField } from '../estimate/run-estimate.ts';
import { workKeys } from './run-order.ts';

/** `work/stop.json`: a function found that the run may ask no more. The others see it and ask nothing either. */
export const RunStopSchema = z.strictObject({
  schema: z.literal('maalestok.cloud-stop.v1'),
  /** `limit`: the next call could go over it. `untold`: an answer told no cost. */
  why: z.enum(['limit', 'untold']),
  /** That was asked then. */
  model: z.string(),
  maxCostDkk: z.number(),
  /** What other runs had spent from it. */
  besideDkk: z.number(),
});
export type RunStop = z.infer<typeof RunStopSchema>;

/** Whether what ended the asking of a model is a limit of what the run may cost, and nothing broken. */
export function stopOf(cause: unknown): RunStop['why'] | null {
  if (cause instanceof SpendingLimitError) return 'limit';
  return cause instanceof UntoldCostError ? 'untold' : null;
}

export async function recordStop(store: BlobStore, stop: Omit<RunStop, 'schema'>): Promise<void> {
  await store.write(workKeys.stop, `${JSON.stringify({ schema: 'maalestok.cloud-stop.v1', ...stop })}\n`);
}

/** Null where nothing has stopped the run. @throws {ArtifactError} where it is damaged */
export async function readStop(store: BlobStore): Promise<RunStop | null> {
  const bytes = await store.read(workKeys.stop);
  if (bytes === null) return null;
  try {
    return RunStopSchema.parse(JSON.parse(new TextDecoder().decode(bytes)));
  } catch (cause) {
    throw new ArtifactError(`Cannot read "${store.describe(workKeys.stop)}": it is damaged`, { cause });
  }
}

/** Whether a run asks no more. A limit that was raised since, while it was queued or ran, is another one. */
export function stops({ why, maxCostDkk }: RunStop, nowDkk: number): boolean {
  return why === 'untold' || maxCostDkk >= nowDkk;
}

/** The run is gone on with. */
export function forgetStop(store: BlobStore): Promise<void> {
  return store.remove(workKeys.stop);
}

/** What whoever ordered the run is told. @param spentDkk by the run itself */
export function errorOfStop({ why, model, maxCostDkk, besideDkk }: RunStop, spentDkk: number): Error {
  if (why === 'limit') return new SpendingLimitError(spentDkk + besideDkk, maxCostDkk);
  return new InputError({
    field: maxCostField,
    is: `an answer of "${model}" that tells neither its tokens nor its cost`,
    expected: 'a cost of every answer: without it, nothing keeps the run within its limit',
    mend: 'Retire the model, register it again with a price a call and all else as it was, and redrive the run. All answers so far are safe.',
  });
}
