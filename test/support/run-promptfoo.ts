import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');

export interface PromptfooOptions {
  /** promptfoo's own folder, with its database. */
  folder: string;
  environment?: Record<string, string>;
}

export interface PromptfooResult {
  code: number | null;
  output: string;
}

/** Starts promptfoo as `npm run promptfoo` does, by the words of package.json. */
export function startPromptfoo(
  args: readonly string[],
  { folder, environment = {} }: PromptfooOptions,
): ChildProcess {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const [node, ...words]: string[] = scripts.promptfoo.split(' ');
  if (node !== 'node') throw new Error(`"promptfoo" in package.json starts ${node}, expected node`);
  return spawn(process.execPath, [...words, ...args], {
    cwd: root,
    env: { ...process.env, PROMPTFOO_CONFIG_DIR: folder, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** 0 where all tests passed, 100 where some did not. */
export function runPromptfoo(args: readonly string[], options: PromptfooOptions): Promise<PromptfooResult> {
  const child = startPromptfoo(args, options);
  let output = '';
  for (const stream of [child.stdout!, child.stderr!]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  return new Promise((done, failed) => {
    child.on('error', failed);
    child.on('close', (code) => done({ code, output }));
  });
}

/** A port that nobody listened on a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const address = server.address();
  await new Promise((closed) => server.close(closed));
  return typeof address === 'object' && address !== null ? address.port : 0;
}
