import { parseLine } from '../../datasets/parse-line.ts';
import { CallSchema } from '../../evals/artifacts.ts';
import type { BlobStore } from '../../evals/ports.ts';

/** DKK that calls have cost. */
export interface Spent {
  allDkk: number;
  /** The dearest one; null where no call told its cost. */
  dearestDkk: number | null;
  /** Calls that were made and failed without telling their cost. */
  failed: number;
}

export const nothingSpent: Spent = { allDkk: 0, dearestDkk: null, failed: 0 };

/**
 * What calls count for a limit, and for nothing else: one that failed may be billed, and counts as dear as the dearest of its model.
 * @param dearestDkk of the model, as far as it is known
 */
export function countForLimit({ allDkk, failed }: Spent, dearestDkk: number | null): number {
  return allDkk + failed * (dearestDkk ?? 0);
}

/** What the calls in a file of a run have cost. A line that a crash has torn is the last one, and no call. */
export async function readSpent(key: string, store: BlobStore): Promise<Spent> {
  let spent = nothingSpent;
  let line: string | undefined;
  const file = store.describe(key);
  for await (const next of (await store.readLines(key)) ?? []) {
    if (line !== undefined) spent = addSpent(spent, spentOn(line, file));
    line = next;
  }
  return line?.endsWith('}') ? addSpent(spent, spentOn(line, file)) : spent;
}

/** What a call has cost. An answer of another run was paid there. @param file for messages */
export function spentOn(line: string, file: string): Spent {
  const { cached, costDkk, status, attempts } = parseLine(line, CallSchema, { file });
  if (cached !== undefined) return nothingSpent;
  if (costDkk !== undefined) return { allDkk: costDkk, dearestDkk: costDkk, failed: 0 };
  const failed = attempts > 0 && (status === 'failed' || status === 'timedOut');
  return failed ? { ...nothingSpent, failed: 1 } : nothingSpent;
}

export function addSpent(a: Spent, b: Spent): Spent {
  const dearest = [a.dearestDkk, b.dearestDkk].filter((each) => each !== null);
  return {
    allDkk: a.allDkk + b.allDkk,
    dearestDkk: dearest.length === 0 ? null : Math.max(...dearest),
    failed: a.failed + b.failed,
  };
}
