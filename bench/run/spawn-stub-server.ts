import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

export interface StubServer {
  url: string;
  /** Ends it; gives what it served, and what that took its process. */
  stop(): Promise<StubTotals>;
}

export interface StubTotals {
  served: number;
  cpuSeconds: number;
}

export interface StubOptions {
  delayMs: number;
  answerBytes: number;
}

/** Starts `stub-server.ts` in a process of its own, so that its work is not the benchmark's. */
export async function spawnStubServer({ delayMs, answerBytes }: StubOptions): Promise<StubServer> {
  const file = join(import.meta.dirname, 'stub-server.ts');
  const flags = [`--delay-ms=${delayMs}`, `--answer-bytes=${answerBytes}`];
  const child = spawn(process.execPath, [file, ...flags], { stdio: ['pipe', 'pipe', 'inherit'] });
  const exit = once(child, 'exit');
  const [line] = (await Promise.race([once(child.stdout, 'data'), exit])) as [unknown];
  if (!(line instanceof Buffer)) throw new Error('Cannot start the stub server: it ended at once');
  return {
    url: line.toString('utf8').trim(),
    async stop() {
      const last = once(child.stdout, 'data');
      child.stdin.end();
      const [totals] = (await last) as [Buffer];
      await exit;
      return JSON.parse(totals.toString('utf8')) as StubTotals;
    },
  };
}
