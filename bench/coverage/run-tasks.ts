import { Worker } from 'node:worker_threads';
import type { Result, Task } from './task.ts';
import type { Order } from './worker.ts';

export interface RunTasksInput {
  tasks: readonly Task[];
  seed: string;
  workers: number;
  /** Called after every task. */
  onProgress?: (done: number, planned: number) => void;
}

/**
 * Runs all tasks over so many threads, the long ones first.
 * @returns their results in the order of the tasks: the same whatever the number of workers.
 */
export async function runTasks(input: RunTasksInput): Promise<Result[]> {
  const { tasks, seed, workers, onProgress } = input;
  const waiting = tasks.map((task, index): Order => ({ index, task, seed }));
  waiting.sort((a, b) => rankOf(a.task) - rankOf(b.task) || a.index - b.index);
  const results = new Array<Result>(tasks.length);
  let done = 0;

  function work(): Promise<void> {
    const worker = new Worker(new URL('./worker.ts', import.meta.url));
    return new Promise<void>((resolve, reject) => {
      const next = () => {
        const order = waiting.shift();
        if (order === undefined) resolve();
        else worker.postMessage(order);
      };
      worker.on('message', ({ index, result }: { index: number; result: Result }) => {
        results[index] = result;
        done += 1;
        onProgress?.(done, tasks.length);
        next();
      });
      worker.on('error', reject);
      next();
    }).finally(() => worker.terminate());
  }

  await Promise.all(Array.from({ length: workers }, work));
  return results;
}

/** Long tasks first, so that no worker is left alone with one at the end. */
function rankOf(task: Task): number {
  return ['board', 'comparison', 'power', 'bootstrap', 'f1', 'ratio'].indexOf(task.kind);
}
