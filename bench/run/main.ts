import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { makeDataset } from './make-dataset.ts';
import { runBareClient } from './run-bare-client.ts';
import { runMaalestok } from './run-maalestok.ts';
import { runPromptfoo } from './run-promptfoo.ts';
import { startStub } from './start-stub.ts';

const { values: options } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    'without-promptfoo': { type: 'boolean', default: false },
  },
});
const sizes = [
  { cases: 20_000, bytes: 2_000 },
  { cases: 2_000, bytes: 30_000 },
].map(({ cases, bytes }) => ({ cases: options.quick ? cases / 10 : cases, bytes }));
const delayMs = 20;
const concurrency = 64;
const answerBytes = 1_500;

interface Measured {
  timesIdeal: number;
  timesPromptfoo: number;
  peakMb: number;
  diskRatio: number;
}

/** Times one size; everything it makes is removed. */
async function measure({ cases, bytes }: { cases: number; bytes: number }): Promise<Measured> {
  const root = await mkdtemp(join(tmpdir(), 'maalestok-bench-'));
  const stub = await startStub(delayMs, answerBytes);
  try {
    const folder = join(root, 'data');
    await mkdir(folder);
    await makeDataset(folder, cases, bytes);
    const times = await runMaalestok(folder, stub, concurrency);
    const seen = await stub.report();
    const bareMs = await runBareClient(stub, { cases, bytes, concurrency });
    const promptfooSeconds = options['without-promptfoo']
      ? Number.NaN
      : await runPromptfoo(root, stub, { cases, bytes, concurrency });
    const idealMs = (cases * delayMs) / concurrency;
    const line = {
      timesIdeal: times.askingMs / idealMs,
      // promptfoo has nothing to score here; so for us, too, it is what comes before.
      timesPromptfoo: promptfooSeconds / (times.askedMs / 1000),
      peakMb: times.peakMb,
      diskRatio: times.diskBytes / seen.answerBytes,
    };
    console.log(
      `${cases} cases × ${bytes} B: asked in ${(times.askingMs / 1000).toFixed(2)} s (ideal ${(idealMs / 1000).toFixed(2)} s, ` +
        `× ${line.timesIdeal.toFixed(3)}; the model itself took ${(seen.serviceMs / seen.requests).toFixed(2)} ms a case, ` +
        `${seen.requests} requests, ${seen.mostInFlight} at most in flight)\n` +
        `  a bare HTTP client that only posts and reads: ${(bareMs / 1000).toFixed(2)} s, × ${(bareMs / idealMs).toFixed(3)}; ` +
        `we took × ${(times.askingMs / bareMs).toFixed(3)} of that\n` +
        `  whole command ${(times.wholeMs / 1000).toFixed(2)} s, peak ${times.peakMb.toFixed(0)} MB while asking, ${times.wholePeakMb.toFixed(0)} MB in all; ` +
        `on disk × ${line.diskRatio.toFixed(3)} of ${(seen.answerBytes / 1e6).toFixed(1)} MB answered\n` +
        `  promptfoo eval ${promptfooSeconds.toFixed(1)} s: × ${line.timesPromptfoo.toFixed(1)} of our command until then ` +
        `(${(times.askedMs / 1000).toFixed(2)} s)`,
    );
    return line;
  } finally {
    stub.stop();
    await rm(root, { recursive: true, force: true });
  }
}

console.log(`A model that takes ${delayMs} ms, over HTTP, ${concurrency} at once; synthetic cases.
${cpus().length} cores, Node ${process.version}.\n`);
const lines: Measured[] = [];
for (const size of sizes) lines.push(await measure(size));
const worst = (of: (line: Measured) => number, pick: (...all: number[]) => number) =>
  Number(pick(...lines.map(of)).toFixed(3));
console.log(
  JSON.stringify({
    timesIdeal: worst((line) => line.timesIdeal, Math.max),
    timesPromptfoo: worst((line) => line.timesPromptfoo, Math.min),
    peakMb: Math.round(worst((line) => line.peakMb, Math.max)),
    diskRatio: worst((line) => line.diskRatio, Math.max),
  }),
);
