import { Worker } from 'node:worker_threads';
import { type PdfLimits, pdfLimits } from '../../datasets/pdf/pdf-limits.ts';
import type { ReadFile } from '../../datasets/privacy/files/part.ts';
import type { PdfAnswer, PdfFault, PdfPages, PdfQuestion } from './pdf-answer.ts';

const watchMs = 50;

/**
 * Reads PDFs in a thread of its own, which is ended when a file takes too long or too much memory: a PDF is a program
 * of sorts, and some are made to run for ever. One file at a time; an idle thread keeps no program from ending.
 */
export class PdfReader {
  readonly #limits: PdfLimits;
  #worker: Worker | undefined;
  #last: Promise<unknown> = Promise.resolve();

  constructor(limits: Partial<PdfLimits> = {}) {
    this.#limits = { ...pdfLimits, ...limits };
  }

  /** The text of each page. */
  read(bytes: Uint8Array): Promise<PdfAnswer<PdfPages>> {
    return this.#queue('pages', bytes) as Promise<PdfAnswer<PdfPages>>;
  }

  /** All that the gate reads in a PDF; a file that cannot be read within the bounds is named, whole. */
  async readParts(bytes: Uint8Array): Promise<ReadFile> {
    const answer = (await this.#queue('parts', bytes)) as PdfAnswer<ReadFile>;
    return 'is' in answer ? { parts: [], unreadable: [answer.is] } : answer;
  }

  async close(): Promise<void> {
    await this.#worker?.terminate();
    this.#worker = undefined;
  }

  #queue(want: PdfQuestion['want'], bytes: Uint8Array): Promise<PdfAnswer> {
    const answer = this.#last.then(() => this.#ask(want, bytes));
    this.#last = answer.catch(() => undefined);
    return answer;
  }

  async #ask(want: PdfQuestion['want'], bytes: Uint8Array): Promise<PdfAnswer> {
    const limits = this.#limits;
    if (bytes.length > limits.bytes) {
      return {
        is: `a PDF of ${Math.ceil(bytes.length / 1024 / 1024)} MiB`,
        expected: `at most ${Math.floor(limits.bytes / 1024 / 1024)} MiB`,
      };
    }
    this.#worker ??= start();
    const answer = await ask(this.#worker, { want, bytes, limits });
    if (answer !== undefined && !('is' in answer)) return answer;
    await this.close();
    return answer ?? unread;
  }
}

const unread: PdfFault = { is: 'a PDF that cannot be read', expected: 'a PDF that opens without an error' };

function start(): Worker {
  const worker = new Worker(new URL('./pdf-worker.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: 1024 },
  });
  worker.unref();
  return worker;
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
