import { Worker } from 'node:worker_threads';
import { type PdfLimits, pdfLimits } from './pdf-limits.ts';
import type { PdfAnswer, PdfQuestion } from './pdf-worker.ts';

const watchMs = 50;

/**
 * Reads PDFs in a thread of its own, which is ended when a file takes too long or too much memory: a PDF is a program
 * of sorts, and some are made to run for ever.
 */
export class PdfReader {
  readonly #limits: PdfLimits;
  #worker: Worker | undefined;

  constructor(limits: Partial<PdfLimits> = {}) {
    this.#limits = { ...pdfLimits, ...limits };
  }

  async read(bytes: Uint8Array): Promise<PdfAnswer> {
    const limits = this.#limits;
    if (bytes.length > limits.bytes) {
      return {
        is: `a PDF of ${Math.ceil(bytes.length / 1024 / 1024)} MiB`,
        expected: `at most ${Math.floor(limits.bytes / 1024 / 1024)} MiB`,
      };
    }
    this.#worker ??= new Worker(new URL('./pdf-worker.ts', import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: 1024 },
    });
    const answer = await ask(this.#worker, { bytes, limits });
    if (answer !== undefined && 'pages' in answer) return answer;
    await this.close();
    return answer ?? { is: 'a PDF that cannot be read', expected: 'a PDF that opens without an error' };
  }

  async close(): Promise<void> {
    await this.#worker?.terminate();
    this.#worker = undefined;
  }
}

/** Undefined: the thread died of it. */
function ask(worker: Worker, question: PdfQuestion): Promise<PdfAnswer | undefined> {
  const { limits } = question;
  const before = process.memoryUsage.rss();
  const started = performance.now();
  return new Promise((settle) => {
    const finish = (answer: PdfAnswer | undefined) => {
      clearInterval(watch);
      worker.off('message', finish).off('error', died).off('exit', died);
      settle(answer);
    };
    const died = () => finish(undefined);
    const watch = setInterval(() => {
      if (process.memoryUsage.rss() - before > limits.memoryBytes) {
        finish({
          is: `a PDF that takes more than ${Math.round(limits.memoryBytes / 1024 / 1024)} MiB to open`,
          expected: 'one that takes less',
        });
      } else if (performance.now() - started > limits.timeMs) {
        finish({
          is: `a PDF that takes longer than ${limits.timeMs / 1000} s to read`,
          expected: 'one that takes less',
        });
      }
    }, watchMs);
    worker.on('message', finish).on('error', died).on('exit', died);
    worker.postMessage(question);
  });
}
