import { parseArgs } from 'node:util';
import { prepareWeightedF1 } from '../../evals/scores/f-statistics.ts';
import { FamilyTable } from '../../evals/statistics/family-table.ts';
import type { Figure } from '../../evals/statistics/interval.ts';
import { createRandom, type Random } from '../../evals/statistics/random.ts';

/**
 * Coverage of the interval of F1 under equal weight of case types: so often does it hold the truth, over samples that are
 * drawn anew. A case has one to three defects, each found with its type's rate moved by up to 0.1 for the whole case, and
 * invents one finding with half the rate of missing.
 */
const { values } = parseArgs({ options: { draws: { type: 'string', default: '600' } } });
const draws = Number(values.draws);
const mixes = [
  { name: '4 types of 5 cases', sizes: [5, 5, 5, 5] },
  { name: '6 types of 5 to 60', sizes: [5, 5, 10, 20, 40, 60] },
  { name: '3 types of 10, 30, 100', sizes: [10, 30, 100] },
  { name: '14 types of 20', sizes: new Array<number>(14).fill(20) },
];

function sample(random: Random, sizes: readonly number[], rates: readonly number[], seed: string): Figure {
  const table = new FamilyTable();
  const uniform = () => random.below(1_000_000) / 1_000_000;
  for (const [type, size] of sizes.entries()) {
    for (let place = 0; place < size; place += 1) {
      const moved = rates[type]! + (uniform() - 0.5) * 0.2;
      const defects = 1 + random.below(3);
      let found = 0;
      for (let defect = 0; defect < defects; defect += 1) if (uniform() < moved) found += 1;
      const invented = uniform() < 0.5 * (1 - rates[type]!) ? 1 : 0;
      const row = { tp: found, fn: defects - found, fp: invented };
      table.add(
        `${type}-${place}`,
        new Map(Object.entries(row).map(([count, value]) => [`type:${type}:${count}`, value])),
      );
    }
  }
  const all = () => true;
  const weightOf = (column: string) => 1 / sizes[Number(column.split(':')[1])]!;
  return table.figures({
    seed,
    reads: all,
    counts: { equalF1: all },
    items: { equalF1: 1 },
    prepare: prepareWeightedF1(weightOf),
  }).equalF1;
}

let worst = 1;
console.log(`${draws} draws a cell.\n\n| mix | rate | coverage | mean width |\n| --- | ---: | ---: | ---: |`);
for (const { name, sizes } of mixes) {
  for (const rate of [0.3, 0.6, 0.9]) {
    const random = createRandom(`case mix ${name} ${rate}`);
    // At most 0.9 and at least 0.1: moved by a case's own 0.1 they stay rates.
    const rates = sizes.map((_, type) => Math.min(0.9, Math.max(0.1, rate + 0.15 * Math.cos(type * 2.1))));
    const hits = rates.reduce((sum, each) => sum + 2 * each, 0);
    const items = rates.reduce((sum, each) => sum + 2 + 0.5 * (1 - each), 0);
    const truth = (2 * hits) / (hits + items);
    let [covered, width, counted] = [0, 0, 0];
    for (let place = 0; place < draws; place += 1) {
      const { interval } = sample(random, sizes, rates, `${place}`);
      if (interval === null) continue;
      counted += 1;
      width += interval.high - interval.low;
      if (interval.low <= truth && truth <= interval.high) covered += 1;
    }
    worst = Math.min(worst, covered / counted);
    console.log(
      `| ${name} | ${rate} | ${(covered / counted).toFixed(3)} | ${(width / counted).toFixed(3)} |`,
    );
  }
}
console.log(JSON.stringify({ worstCoverage: Number(worst.toFixed(3)) }));
