import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { z } from 'zod';
import { bundleOptions } from '../../functions/bundles/bundle-options.ts';
import type { HandlerName } from '../../functions/cloud-names.ts';

const root = resolve(import.meta.dirname, '../..');

/** An error as Step Functions gets it of a Lambda. */
export class LambdaError extends Error {
  override readonly name: string;

  constructor({ errorType, errorMessage }: { errorType: string; errorMessage: string }) {
    super(errorMessage);
    this.name = errorType;
  }
}

export interface InvokeOptions {
  /** All that the function knows of its surroundings. */
  env: Record<string, string>;
  /** Until Lambda ends the function. */
  remainingMs?: number;
  /** The process is killed when it resolves. */
  killWhen?: Promise<unknown>;
}

export interface Invoked {
  answer: unknown;
  /** The lines that it logged. */
  log: unknown[];
}

export interface HandlerBundles {
  fileOf(name: HandlerName): string;
  /** Runs a handler in a clean process. @throws {LambdaError} */
  invoke(name: HandlerName, event: unknown, options: InvokeOptions): Promise<Invoked>;
  close(): Promise<void>;
}

/** Handlers bundled as they are deployed. */
export async function bundleHandlers(names: readonly HandlerName[]): Promise<HandlerBundles> {
  const folder = await mkdtemp(join(tmpdir(), 'maalestok-bundles-'));
  await build({
    ...bundleOptions,
    entryPoints: names.map((name) => join(root, 'functions/handlers', `${name}.ts`)),
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    logLevel: 'error',
  });
  const fileOf = (name: HandlerName) => join(folder, `${name}.mjs`);
  return {
    fileOf,
    invoke: (name, event, options) => invoke(fileOf(name), event, options),
    close: () => rm(folder, { recursive: true, force: true }),
  };
}

const ReplySchema = z.union([
  z.strictObject({ answer: z.unknown() }),
  z.strictObject({ errorType: z.string(), errorMessage: z.string() }),
]);

const program = resolve(import.meta.dirname, 'invoke-handler.mjs');

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
  const [log, errors, reply] = [1, 2, 3].map((at) => {
    const text = { all: '' };
    const stream = child.stdio[at];
    if (stream !== null && stream !== undefined && 'read' in stream)
      stream.setEncoding('utf8').on('data', (part: string) => {
        text.all += part;
      });
    return text;
  });
  const signal = await new Promise<NodeJS.Signals | null>((done, failed) => {
    child.once('error', failed);
    child.once('close', (_code, by) => done(by));
  });
  if (reply!.all === '') {
    const errorMessage = `RequestId: 0 Error: Runtime exited with error: ${signal ?? errors!.all}`;
    throw new LambdaError({ errorType: 'Runtime.ExitError', errorMessage });
  }
  const told = ReplySchema.parse(JSON.parse(reply!.all));
  if ('errorType' in told) throw new LambdaError(told);
  const lines = log!.all.split('\n').filter((line) => line !== '');
  return { answer: told.answer, log: lines.map((line): unknown => JSON.parse(line)) };
}
