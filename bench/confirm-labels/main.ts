import { makeCase } from '../../datasets/synthesis/make-family.ts';
import { planCases } from '../../datasets/synthesis/plan-families.ts';
import { compareWithLabel } from '../../test/support/synthesis-checker/check-case.ts';

/** Recomputes the labels of so many synthesised cases: `main.ts CASES SEED NOISE-SHARE`. Ends with one line of JSON. */
const cases = Number(process.argv[2] ?? 500);
const seed = process.argv[3] ?? 'hand';
const noise = Number(process.argv[4] ?? 0);

const rows = new Map<string, { labelled: number; confirmed: number; unlabelled: number }>();
const rowOf = (code: string) => {
  const row = rows.get(code) ?? { labelled: 0, confirmed: 0, unlabelled: 0 };
  rows.set(code, row);
  return row;
};
let agreed = 0;
for (const { plan, member } of planCases(cases, seed, { twins: 0.5, noise })) {
  const { case: made, label, brought } = makeCase(plan, member);
  const { confirmed, missed, unlabelled } = compareWithLabel(made, label);
  for (const code of [...confirmed, ...missed]) rowOf(code).labelled += 1;
  for (const code of confirmed) rowOf(code).confirmed += 1;
  for (const code of unlabelled) rowOf(code).unlabelled += 1;
  if (missed.length + unlabelled.length === 0) agreed += 1;
  else
    console.error(
      `${made.caseId} ${made.caseType} (${brought.join(', ')}): missed ${missed.join(', ') || '-'}; unlabelled ${unlabelled.join(', ') || '-'}`,
    );
}
for (const [code, row] of [...rows].sort())
  console.log(`| \`${code}\` | ${row.labelled} | ${row.confirmed} | ${row.unlabelled} |`);
console.log(JSON.stringify({ cases, seed, noise, agreed }));
