import type { buildDecisionWorkbook, DecisionEntry } from '../../../datasets/labelling/decision-workbook.ts';
import { casesPerFile } from '../../../datasets/labelling/label-workbook.ts';
import { partName, writeWorkbook } from './write-parts.ts';

/**
 * Writes rows to decide on, in files of at most a hundred cases; without any, one file that has none.
 * @param total how many cases there are
 */
export async function writeDecisions(
  out: string,
  total: number,
  perCase: AsyncIterable<DecisionEntry[]>,
  build: (
    entries: DecisionEntry[],
    part: { number: number; of: number },
  ) => ReturnType<typeof buildDecisionWorkbook>,
): Promise<void> {
  const of = Math.max(1, Math.ceil(total / casesPerFile));
  let batch: DecisionEntry[][] = [];
  let number = 0;
  const write = async () => {
    number += 1;
    const part = { number, of };
    const file = partName(out, part);
    const entries = batch.flat();
    await writeWorkbook(file, build(entries, part));
    process.stdout.write(`${file}: ${entries.length} points in ${batch.length} cases\n`);
    batch = [];
  };
  for await (const entries of perCase) {
    batch.push(entries);
    if (batch.length === casesPerFile) await write();
  }
  if (batch.length > 0 || number === 0) await write();
}
