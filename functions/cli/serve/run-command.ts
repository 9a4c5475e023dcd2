import { type ChildProcess, spawn } from 'node:child_process';
import { resolve } from 'node:path';

const entry = resolve(import.meta.dirname, '../maalestok.ts');
/** Of what a command printed as an error. */
const keptCharacters = 4000;
/** A command that was told to stop and has not is ended. */
const graceMs = 10_000;

export interface CommandEnd {
  /** null: it could not be started, or was ended by a signal. */
  code: number | null;
  stdout: string;
  /** The end of what it printed as an error. */
  stderr: string;
}

/**
 * Runs a command of `maalestok` in a process of its own.
 * @param started told of the process, so that it can be stopped
 * @param keepsOutput what it prints is wanted
 */
export async function runCommand(
  args: readonly string[],
  started: (child: ChildProcess) => void,
  keepsOutput = false,
): Promise<CommandEnd> {
  const child = spawn(process.execPath, [entry, ...args], {
    stdio: ['ignore', keepsOutput ? 'pipe' : 'ignore', 'pipe'],
  });
  started(child);
  let [stdout, stderr] = ['', ''];
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    stderr = (stderr + text).slice(-keptCharacters);
  });
  const code = await new Promise<number | null>((done) => {
    child.once('error', () => done(null));
    child.once('close', (status) => done(status));
  });
  return { code, stdout, stderr };
}

export function stopCommand(child: ChildProcess | undefined): void {
  if (child === undefined) return;
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), graceMs);
  child.once('close', () => clearTimeout(timer));
}
