import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { computeHeadline, isMet, listBars, renderLastLine } from './headline.ts';
import { planBenchmark, SEED } from './plan-benchmark.ts';
import { renderReport } from './render-report.ts';
import { runTasks } from './run-tasks.ts';
import { FULL_SCALE, QUICK_SCALE } from './scale.ts';
import { writeDocs } from './write-docs.ts';

const USAGE = `npm run bench:coverage -- [--quick] [--write] [--seed TEXT] [--workers N]

Simulates how often the intervals cover the truth and equal models are called different.
--quick    a small version, in seconds; its figures are rough and no bar is held against it
--write    renews the tables of docs/statistics.md and docs/statistics-cells.csv
--seed     another seed than the fixed one
--workers  threads, all cores unless told; they change no figure

Tables go to stdout, the last line is one JSON; progress goes to stderr. Exit 1 where a bar is not met.`;

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
    seed: { type: 'string', default: SEED },
    workers: { type: 'string', default: `${availableParallelism()}` },
  },
});
if (values.help) console.log(USAGE);
else await main();

async function main(): Promise<void> {
  const { quick, write, seed } = values;
  const workers = Number(values.workers);
  if (!Number.isInteger(workers) || workers < 1) throw new Error(`Cannot run on ${values.workers} workers`);
  if (quick && write) throw new Error('Cannot write the docs from a quick run: its figures are too rough');
  const start = performance.now();
  const tasks = planBenchmark(quick ? QUICK_SCALE : FULL_SCALE);
  const onProgress = createProgress(start);
  const results = await runTasks({ tasks, seed, workers, onProgress });
  const headline = computeHeadline(results);
  const report = renderReport({ results, headline, seed, isRough: quick });
  if (write) writeDocs(report, results);
  if (!quick && !listBars(headline).every(isMet)) process.exitCode = 1;
  console.log(`${report}\n\n${renderLastLine(headline)}`);
}

/** A line to stderr for every tenth of the way. */
function createProgress(start: number): (done: number, planned: number) => void {
  let shown = -1;
  return (done, planned) => {
    const tenths = Math.floor((10 * done) / planned);
    if (tenths === shown) return;
    shown = tenths;
    const seconds = Math.round((performance.now() - start) / 1000);
    console.error(`${done} of ${planned} cells and scenarios, ${seconds} s`);
  };
}
