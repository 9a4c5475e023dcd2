import { createHash } from 'node:crypto';
import { type Judged, JudgedSchema } from '../datasets/judged.ts';
import { parseLine } from '../datasets/parse-line.ts';
import { unknownCase } from './label-index.ts';

/** Judged findings of a split, checked; `sha256` is of the file's lines, as the card has it. @throws {InputError} */
export async function readJudged(
  lines: AsyncIterable<string>,
  { file, caseIds }: { file: string; caseIds: ReadonlySet<string> },
): Promise<{ judged: Judged[]; sha256: string }> {
  const hash = createHash('sha256');
  const judged: Judged[] = [];
  let line = 0;
  for await (const text of lines) {
    line += 1;
    if (text === '') continue;
    hash.update(text).update('\n');
    const each = parseLine(text, JudgedSchema, { file, line });
    if (!caseIds.has(each.caseId)) throw unknownCase(each.caseId, line, file);
    judged.push(each);
  }
  return { judged, sha256: hash.digest('hex') };
}
