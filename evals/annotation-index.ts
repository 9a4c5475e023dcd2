import { InputError } from '../datasets/errors.ts';
import { type Annotation, AnnotationSchema } from '../datasets/label.ts';
import { parseLine } from '../datasets/parse-line.ts';
import type { Annotations } from './agreement/annotations.ts';
import { canonicalHash } from './canonical-hash.ts';
import { hashLines } from './hash-lines.ts';
import { checkDefects, checkOutcome, type LabelIndexOptions, unknownCase } from './label-index.ts';

/** Caseworkers' own labels of a split, checked; kept as text until asked for. */
export interface AnnotationIndex extends Annotations {
  /** Of the file's lines, as the card has it. */
  sha256: string;
  /** How many there are. */
  count: number;
  /** Pseudonyms, sorted. */
  annotators: string[];
}

interface Entry {
  annotatorId: string;
  text: string;
  line: number;
}

/**
 * Reads and checks a file of annotations as a label file is checked, except that a case may have none or
 * several, one an annotator.
 * @throws {InputError} naming file, line and field
 */
export async function readAnnotationIndex(
  lines: AsyncIterable<string>,
  options: LabelIndexOptions,
): Promise<AnnotationIndex> {
  const { file, caseIds } = options;
  const hashed = hashLines(lines);
  const byCase = new Map<string, Entry[]>();
  const hashes: string[] = [];
  const annotators = new Set<string>();
  for await (const { text, line } of hashed) {
    const annotation = parseLine(text, AnnotationSchema, { file, line });
    const { caseId, annotatorId } = annotation;
    if (!caseIds.has(caseId)) throw unknownCase(caseId, line, file);
    const known = byCase.get(caseId) ?? [];
    requireNew(annotation, line, known, file);
    checkDefects(annotation, line, options);
    if (options.checkOutcome) checkOutcome(annotation, line, file);
    byCase.set(caseId, [...known, { annotatorId, text, line }]);
    hashes.push(canonicalHash(annotation));
    annotators.add(annotatorId);
  }
  if (hashes.length === 0) {
    throw new InputError({
      file,
      is: 'no annotation',
      expected: "at least one caseworker's own label of a case, one JSON object a line",
    });
  }
  return {
    get: (caseId) =>
      (byCase.get(caseId) ?? [])
        .toSorted((a, b) => (a.annotatorId < b.annotatorId ? -1 : 1))
        .map((entry) => parseLine(entry.text, AnnotationSchema, { file, line: entry.line })),
    sha256: hashed.read().sha256,
    contentHash: canonicalHash(hashes.sort()),
    count: hashes.length,
    annotators: [...annotators].sort(),
  };
}

function requireNew(
  { caseId, annotatorId }: Annotation,
  line: number,
  known: readonly Entry[],
  file: string,
): void {
  const first = known.find((entry) => entry.annotatorId === annotatorId);
  if (first === undefined) return;
  throw new InputError({
    file,
    line,
    field: 'annotatorId',
    is: `a second label of "${caseId}" by "${annotatorId}" (first on line ${first.line})`,
    expected: 'one label a case and annotator',
    mend: 'Remove one of them, or give each caseworker a pseudonym of their own.',
  });
}
