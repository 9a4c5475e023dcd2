import { createHash } from 'node:crypto';
import { toCaseId } from '../../datasets/intake/build-case.ts';
import { mappedColumns } from '../../datasets/intake/mapped-columns.ts';
import type { Mapping } from '../../datasets/intake/mapping.ts';
import { readSource, type SourceContext } from '../../datasets/intake/read-source.ts';
import type { InputTable } from './input-table.ts';

export interface Repeats {
  rows: number;
  /** The first row of each case id. */
  first: ReadonlyMap<string, { row: number }>;
  /** Rows of ids that stand for different contents: none of them is taken in. */
  clashing: ReadonlyMap<string, number[]>;
}

/** Goes through the table once for its case ids: which comes again, with the same content or with another. */
export async function findRepeats(
  table: InputTable,
  mapping: Mapping,
  context: SourceContext,
): Promise<Repeats> {
  const columns = mappedColumns(mapping);
  const seen = new Map<string, { row: number; digest: string }>();
  const clashing = new Map<string, number[]>();
  const repeated = new Map<string, number[]>();
  let rows = 0;
  for await (const row of table.rows()) {
    rows += 1;
    const read = readSource(mapping.case.caseId, row, context);
    if (!read.ok || read.value === null) continue;
    const caseId = toCaseId(String(read.value));
    const digest = createHash('sha256')
      .update(JSON.stringify([row.problems.length, columns.map((name) => row.cell(name))]))
      .digest('base64url')
      .slice(0, 22);
    const known = seen.get(caseId);
    if (known === undefined) {
      seen.set(caseId, { row: row.row, digest });
      continue;
    }
    const all = [...(repeated.get(caseId) ?? [known.row]), row.row];
    repeated.set(caseId, all);
    if (digest !== known.digest || clashing.has(caseId)) clashing.set(caseId, all);
  }
  return { rows, first: seen, clashing };
}
