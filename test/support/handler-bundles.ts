import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { z } from 'zod';
import type { HandlerName } from '../../functions/cloud-names.ts';
import { writeHandler } from '../../infra/bundling/write-handler.ts';

/** An error as Step Functions gets it of a Lambda: its name, and JSON as its cause. */
export class LambdaError extends Error {
  override readonly name: string;

  constructor(told: { errorType: string; errorMessage: string }) {
    super(JSON.stringify({ ...told, trace: [] }));
    this.name = told.errorType;
  }
}

export interface InvokeOptions {
  /** All that the function knows of its surroundings. */
  env: Record<string, string>;
  /** Until Lambda ends the function. */
  remainingMs?: number | undefined;
  /** The process is killed when it resolves. */
  killWhen?: Promise<unknown> | undefined;
}

export interface Invoked {
  answer: unknown;
  /** The lines that it logged. */
  log: unknown[];
}

/** A process that a handler's bundle is loaded in once, as Lambda keeps one. */
export interface WarmHandler {
  /** One call after the other. @throws {LambdaError} */
  invoke(event: unknown): Promise<unknown>;
  close(): Promise<void>;
}

export interface HandlerBundles extends Disposable {
  /** Runs a handler in a clean process. @throws {LambdaError} */
  invoke(name: HandlerName, event: unknown, options: InvokeOptions): Promise<Invoked>;
  /** Starts a clean process for many calls. */
  start(name: HandlerName, options: Pick<InvokeOptions, 'env'>): WarmHandler;
}

/** Handlers in the bundles that are deployed, each call in a process of its own. */
export function openBundles(): HandlerBundles {
  const folder = mkdtempSync(join(tmpdir(), 'maalestok-bundles-'));
  const files = new Map<HandlerName, string>();
  const fileOf = (name: HandlerName): string => {
    const file = files.get(name) ?? writeHandler(name, join(folder, name));
    files.set(name, file);
    return file;
  };
  return {
    invoke: (name, event, options) => invoke(fileOf(name), event, options),
    start: (name, { env }) => start(fileOf(name), env),
    [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }),
  };
}

const ReplySchema = z.union([
  z.strictObject({ answer: z.unknown() }),
  z.strictObject({ errorType: z.string(), errorMessage: z.string() }),
]);

const program = resolve(import.meta.dirname, 'invoke-handler.mjs');
const warmProgram = resolve(import.meta.dirname, 'serve-handler.mjs');

async function invoke(
  file: string,
  event: unknown,
  { env, remainingMs = 900_000, killWhen }: InvokeOptions,
): Promise<Invoked> {
  const child = spawn(process.execPath, [program, file, JSON.stringify(event), String(remainingMs)], {
    cwd: tmpdir(),
    env,
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
  });
  void killWhen?.then(() => child.kill('SIGKILL'));
  const texts = ['', '', ''];
  for (const at of [1, 2, 3]) {
    const stream = child.stdio[at];
    if (stream === null || stream === undefined || !('read' in stream)) continue;
    stream.setEncoding('utf8').on('data', (part: string) => {
      texts[at - 1] += part;
    });
  }
  const signal = await new Promise<NodeJS.Signals | null>((done, failed) => {
    child.once('error', failed);
    child.once('close', (_code, by) => done(by));
  });
  const [log = '', errors, reply = ''] = texts;
  if (reply === '') {
    const errorMessage = `RequestId: 0 Error: Runtime exited with error: ${signal ?? errors}`;
    throw new LambdaError({ errorType: 'Runtime.ExitError', errorMessage });
  }
  const told = ReplySchema.parse(JSON.parse(reply));
  if ('errorType' in told) throw new LambdaError(told);
  const lines = log.split('\n').filter((line) => line !== '');
  return { answer: told.answer, log: lines.map((line): unknown => JSON.parse(line)) };
}

function start(file: string, env: Record<string, string>): WarmHandler {
  const child = spawn(process.execPath, [warmProgram, file], {
    cwd: tmpdir(),
    env,
    stdio: ['pipe', 'ignore', 'inherit', 'pipe'],
  });
  const replies = createInterface({ input: child.stdio[3] as Readable })[Symbol.asyncIterator]();
  const ended = new Promise<void>((done) => child.once('close', () => done()));
  let last: Promise<unknown> = Promise.resolve();
  const call = async (event: unknown): Promise<unknown> => {
    child.stdin!.write(`${JSON.stringify(event)}\n`);
    const { value, done } = await replies.next();
    if (done === true)
      throw new LambdaError({ errorType: 'Runtime.ExitError', errorMessage: 'The process has ended' });
    const told = ReplySchema.parse(JSON.parse(value));
    if ('errorType' in told) throw new LambdaError(told);
    return told.answer;
  };
  return {
    invoke(event) {
      const answer = last.then(() => call(event));
      last = answer.catch(() => undefined);
      return answer;
    },
    async close() {
      child.stdin!.end();
      await ended;
    },
  };
}
