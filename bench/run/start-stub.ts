import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** What the stub model has seen. */
export interface StubReport {
  requests: number;
  answerBytes: number;
  mostInFlight: number;
  /** Sum over requests, from their first byte's arrival to their answer. */
  serviceMs: number;
}

export interface Stub {
  url: string;
  report(): Promise<StubReport>;
  stop(): void;
}

/** Starts the stub model in a process of its own. */
export async function startStub(delayMs: number, answerBytes: number): Promise<Stub> {
  const child = fork(join(import.meta.dirname, 'stub-server.ts'), [String(delayMs), String(answerBytes)]);
  const { port } = await told<{ port: number }>(child);
  return {
    url: `http://127.0.0.1:${port}/`,
    report() {
      child.send('report');
      return told<StubReport>(child);
    },
    stop: () => child.disconnect(),
  };
}

async function told<T>(child: ChildProcess): Promise<T> {
  const [message] = await once(child, 'message');
  return message as T;
}
