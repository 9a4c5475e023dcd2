import { Worker } from 'node:worker_threads';
import type { ModelResult } from '../../evals/scores/model-result.ts';
import { type BoardComparison, buildBoard, listPairs } from '../../evals/statistics/compare-board.ts';
import type { PairedDifference } from '../../evals/statistics/pair-comparison.ts';
import type { Summarised, Task } from './task.ts';

/** Models by worker: those that give confidence cost more, and are two of the five. */
const shares: Record<number, readonly (readonly number[])[]> = {
  1: [[0, 1, 2, 3, 4]],
  2: [
    [0, 2],
    [1, 3, 4],
  ],
};

/** The collector is to clean up before it takes more from the machine. */
const resourceLimits = { maxOldGenerationSizeMb: 320, maxYoungGenerationSizeMb: 24 } as const;

export interface OurRun {
  seconds: number;
  results: ModelResult[];
  board: BoardComparison;
}

/** Scores made cases for five models and compares all of them, with the product's own library, on so many threads. */
export async function runOurs(cases: number, seed: string, threads: 1 | 2): Promise<OurRun> {
  const started = performance.now();
  const workers = Array.from(
    { length: threads },
    () => new Worker(new URL('./worker.ts', import.meta.url), { workerData: { seed }, resourceLimits }),
  );
  const summarised = (
    await Promise.all(
      workers.map((worker, at) =>
        ask<Summarised[]>(worker, { kind: 'summarise', cases, modelsAt: shares[threads]![at]! }),
      ),
    )
  )
    .flat()
    .sort((a, b) => a.at - b.at);
  const packed = new Map(summarised.map(({ result, families }) => [result.model.id, families]));
  const input = {
    models: summarised.map(({ result }) => ({
      id: result.model.id,
      figure: result.defects.f1,
      families: [],
    })),
    seed,
    measure: 'defects.f1',
  };
  const tasks = listPairs(input).map(({ idA, idB, ...pair }): Task => {
    return { kind: 'compare', pair: { ...pair, a: packed.get(idA)!, b: packed.get(idB)! } };
  });
  const compared = new Array<PairedDifference>(tasks.length);
  const open = [...tasks.entries()];
  await Promise.all(
    workers.map(async (worker) => {
      for (let next = open.shift(); next !== undefined; next = open.shift()) {
        compared[next[0]] = await ask<PairedDifference>(worker, next[1]);
      }
    }),
  );
  const board = buildBoard(input, compared);
  const seconds = (performance.now() - started) / 1000;
  await Promise.all(workers.map((worker) => worker.terminate()));
  return { seconds, results: summarised.map(({ result }) => result), board };
}

function ask<Answer>(worker: Worker, task: Task): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const done = (settle: () => void) => {
      worker.off('message', onMessage).off('error', onError);
      settle();
    };
    const onMessage = (answer: Answer) => done(() => resolve(answer));
    const onError = (error: Error) => done(() => reject(error));
    worker.on('message', onMessage).on('error', onError).postMessage(task);
  });
}
