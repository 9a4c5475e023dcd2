import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Stub } from './start-stub.ts';

/**
 * Has a bare HTTP client send the same cases to the same stub, in a process of its own.
 * @returns milliseconds from the first request to the last answer
 */
export async function runBareClient(
  stub: Stub,
  { cases, bytes, concurrency }: { cases: number; bytes: number; concurrency: number },
): Promise<number> {
  const args = [join(import.meta.dirname, 'bare-client.ts'), stub.url, cases, bytes, concurrency];
  const { stdout } = await promisify(execFile)(process.execPath, args.map(String));
  return Number(stdout);
}
