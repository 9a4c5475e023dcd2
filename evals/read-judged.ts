import { type Judged, JudgedSchema } from '../datasets/judged.ts';
import { parseLine } from '../datasets/parse-line.ts';
import { hashLines } from './hash-lines.ts';
import { unknownCase } from './label-index.ts';

/** Judged findings of a split, checked; `sha256` is of the file's lines, as the card has it. @throws {InputError} */
export async function readJudged(
  lines: AsyncIterable<string>,
  { file, caseIds }: { file: string; caseIds: ReadonlySet<string> },
): Promise<{ judged: Judged[]; sha256: string }> {
  const hashed = hashLines(lines);
  const judged: Judged[] = [];
  for await (const { text, line } of hashed) {
    const each = parseLine(text, JudgedSchema, { file, line });
    if (!caseIds.has(each.caseId)) throw unknownCase(each.caseId, line, file);
    judged.push(each);
  }
  return { judged, sha256: hashed.read().sha256 };
}
