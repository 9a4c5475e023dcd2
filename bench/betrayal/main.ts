import { injections } from '../../datasets/synthesis/injections/all.ts';
import { type BetrayalRow, measureBetrayal } from './measure-betrayal.ts';

const pairs = Number(process.argv[2] ?? 60);
const wanted = process.argv[3];
const rows: BetrayalRow[] = [];
for (const injection of injections) {
  if (wanted !== undefined && wanted !== injection.where && wanted !== injection.id) continue;
  const row = measureBetrayal(injection, pairs, 'betrayal');
  rows.push(row);
  console.log(
    `| ${row.id} | \`${row.code}\` | ${row.where} | ${row.pairs} | ${row.auc.toFixed(2)} | ${row.upper95.toFixed(2)} |`,
  );
}
const worst = Math.max(
  ...rows.filter(({ where }) => where === 'number' || where === 'relation').map(({ auc }) => auc),
);
console.log(
  JSON.stringify({
    injections: rows.length,
    pairs,
    worstNumberOrRelationAuc: Math.round(worst * 1000) / 1000,
  }),
);
