import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import type { ModelResult } from '../../evals/scores/model-result.ts';
import { runNaive } from './run-naive.ts';
import { runOurs } from './run-ours.ts';

const seed = 'bench:scoring 2026-11-25';
const { values: options } = parseArgs({ options: { quick: { type: 'boolean', default: false } } });
const sizes = options.quick ? [200, 600, 2_000] : [1_000, 10_000, 100_000];
const largest = sizes.at(-1)!;
const middle = sizes[1]!;

/** Slope of log time on log cases, by least squares. */
function fitGrowth(points: readonly { cases: number; seconds: number }[]): number {
  const logs = points.map(({ cases, seconds }) => ({ x: Math.log(cases), y: Math.log(seconds) }));
  const mean = (of: (each: { x: number; y: number }) => number) =>
    logs.reduce((sum, each) => sum + of(each), 0) / logs.length;
  const [x, y] = [mean((each) => each.x), mean((each) => each.y)];
  return mean((each) => (each.x - x) * (each.y - y)) / mean((each) => (each.x - x) ** 2);
}

/** The point estimates that both computed must be the same, or the comparison of their times means nothing. */
function requireSame(ours: readonly ModelResult[], naive: readonly Record<string, number>[]): void {
  for (const [at, { defects, separation, evidence, confidence, model }] of ours.entries()) {
    const figures = { ...defects, ...separation, ...evidence, ...confidence } as Record<string, unknown>;
    for (const [name, value] of Object.entries(naive[at]!)) {
      const own = (figures[name] as { value: number | null }).value;
      if (own === null || Math.abs(own - value) <= 1e-9) continue;
      throw new Error(`Cannot compare times: ${name} of ${model.id} is ${own}, naively ${value}`);
    }
  }
}

console.log(`Scoring and statistics: cases × 5 models, 10,000 bootstrap replicates, 9,999 permutations a pair,
1,000 deals a model; synthetic cases, made as they are scored (in the time). Seed "${seed}".
${cpus().length} cores, Node ${process.version}.\n`);
const points: { cases: number; seconds: number }[] = [];
for (const cases of sizes) {
  const { seconds, results, board } = await runOurs(cases, seed, 2);
  points.push({ cases, seconds });
  const [best] = board.ranks;
  const f1 = results.find(({ model }) => model.id === best!.id)!.defects.f1;
  console.log(
    `${String(cases).padStart(7)} cases: ${seconds.toFixed(2).padStart(6)} s on 2 threads; best F1 ${f1.value!.toFixed(4)} ` +
      `[${f1.interval!.low.toFixed(4)}, ${f1.interval!.high.toFixed(4)}]`,
  );
}
const peakMb = process.resourceUsage().maxRSS / 1024;
const growthExponent = fitGrowth(points);
console.log(
  `\npeak memory ${peakMb.toFixed(0)} MB; time grows as cases to the power of ${growthExponent.toFixed(2)}`,
);

const ours = await runOurs(middle, seed, 1);
const naive = runNaive(middle, seed);
requireSame(ours.results, naive.figures);
console.log(`\n${middle} cases on one thread: ours ${ours.seconds.toFixed(2)} s; by the plain definitions`);
for (const { name, seconds, how } of naive.parts) {
  console.log(`  ${name.padEnd(14)} ${seconds.toFixed(1).padStart(9)} s  (${how})`);
}
const timesNaive = naive.seconds / ours.seconds;
console.log(
  `  together       ${naive.seconds.toFixed(1).padStart(9)} s: ${timesNaive.toFixed(0)} times ours\n`,
);
console.log(
  JSON.stringify({
    cases: largest,
    seconds: Number(points.at(-1)!.seconds.toFixed(2)),
    peakMb: Math.round(peakMb),
    growthExponent: Number(growthExponent.toFixed(3)),
    timesNaive: Number(timesNaive.toFixed(1)),
  }),
);
