import { parentPort } from 'node:worker_threads';
import { runTask, type Task } from './task.ts';

/** What a worker is sent, one at a time; it answers with `{ index, result }`. */
export interface Order {
  index: number;
  task: Task;
  seed: string;
}

parentPort!.on('message', ({ index, task, seed }: Order) => {
  parentPort!.postMessage({ index, result: runTask(task, seed) });
});
