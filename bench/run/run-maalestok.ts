import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { type Call, CallSchema } from '../../evals/artifacts.ts';
import type { Stub } from './start-stub.ts';

export interface RunTimes {
  /** From the first question's start to the last answer's being safe in its closed shard. */
  askingMs: number;
  /** From the command's start to the same moment: with planning, without scoring. */
  askedMs: number;
  /** The whole command: planning, asking, scoring, report. */
  wholeMs: number;
  /** Resident memory at most while models are asked; where the system does not tell, of the whole command. */
  peakMb: number;
  /** Of the whole command, scoring and report included. */
  wholePeakMb: number;
  /** Bytes of answers, journal and calls on disk at the end. */
  diskBytes: number;
}

const entry = resolve(import.meta.dirname, '../../functions/cli/maalestok.ts');

/** Runs `maalestok run` over HTTP against the stub, in a process of its own. */
export async function runMaalestok(folder: string, stub: Stub, concurrency: number): Promise<RunTimes> {
  const suite = join(folder, 'suite.yaml');
  await writeFile(
    suite,
    `schema: maalestok.suite.v1
id: bench
titleDa: Tidsmåling
titleEn: Timing
dataset: .
models:
  - {adapter: http, id: stub, version: '1', url: '${stub.url}', concurrency: ${concurrency}}
`,
  );
  const peak = join(folder, 'peak.txt');
  const out = join(folder, 'runs');
  const started = performance.now();
  const startedAt = Date.now();
  // As in the first line of the program.
  const args = ['--max-semi-space-size=16', '--import', join(import.meta.dirname, 'report-peak.ts'), entry];
  const child = spawn(process.execPath, [...args, 'run', '--suite', suite, '--out', out, '--allow-private'], {
    // A key of its own: a measurement leaves nothing behind.
    env: {
      ...process.env,
      MAALESTOK_BENCH_PEAK: peak,
      MAALESTOK_SIGNING_KEY: join(folder, 'signing-key.pem'),
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let stderr = '';
  let askingPeakMb: number | undefined;
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
    if (text.includes('(100 %)')) askingPeakMb = readPeakMb(child.pid!);
  });
  const [code] = await once(child, 'close');
  const wholeMs = performance.now() - started;
  if (code !== 0) throw new Error(`Cannot time maalestok: it ended with ${code}\n${stderr.slice(-2000)}`);
  const wholePeakMb = Number(await readFile(peak, 'utf8'));
  const [run] = await readdir(out);
  const root = join(out, run!);
  const safeAt = await lastWrite(join(root, 'screenings'));
  return {
    askingMs: safeAt - (await firstStart(join(root, 'calls/stub.jsonl'))),
    askedMs: safeAt - startedAt,
    wholeMs,
    peakMb: askingPeakMb ?? wholePeakMb,
    wholePeakMb,
    diskBytes: await bytesUnder([join(root, 'screenings'), join(root, 'journal'), join(root, 'calls')]),
  };
}

/** Of a process that runs, where the system tells: on Linux. */
function readPeakMb(pid: number): number | undefined {
  try {
    const kilobytes = /^VmHWM:\s+(\d+) kB$/mu.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return kilobytes === undefined ? undefined : Number(kilobytes) / 1024;
  } catch {
    return undefined;
  }
}

async function firstStart(file: string): Promise<number> {
  const starts = (await readFile(file, 'utf8'))
    .trimEnd()
    .split('\n')
    .map((line): Call => CallSchema.parse(JSON.parse(line)))
    .map(({ startedAt }) => Date.parse(startedAt));
  return starts.reduce((first, each) => Math.min(first, each), Number.POSITIVE_INFINITY);
}

async function lastWrite(folder: string): Promise<number> {
  const files = await filesUnder(folder);
  const times = await Promise.all(files.map(async (file) => (await stat(file)).mtimeMs));
  return times.reduce((last, each) => Math.max(last, each), 0);
}

async function bytesUnder(folders: readonly string[]): Promise<number> {
  let bytes = 0;
  for (const folder of folders) for (const file of await filesUnder(folder)) bytes += (await stat(file)).size;
  return bytes;
}

async function filesUnder(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries.filter((each) => each.isFile()).map((each) => join(each.parentPath, each.name));
}
