import { createHash } from 'node:crypto';
import { readdir, stat } from 'node:fs/promises';
import { type Card, CardSchema, type SplitName } from '../../datasets/card.ts';
import type { Case } from '../../datasets/case.ts';
import { parseCaseLine } from '../../datasets/case-line.ts';
import { InputError } from '../../datasets/errors.ts';
import type { Mapping } from '../../datasets/intake/mapping.ts';
import { LabelSchema } from '../../datasets/label.ts';
import { parseLine } from '../../datasets/parse-line.ts';
import { canonicalHash } from '../../evals/canonical-hash.ts';
import { linesOf, readCases } from '../../evals/open-dataset.ts';
import { createFileStore } from '../adapters/file-store.ts';

/** What the data set holds before anything is taken in. */
export interface PresentCases {
  card: Card | undefined;
  /** The card as it lies there, with parts that we do not know. */
  raw: Record<string, unknown>;
  counts: Partial<Record<SplitName, number>>;
  /** Hashes, cut, of case and label. */
  hashes: ReadonlyMap<string, { case: string; label: string | undefined }>;
  /** In which split a family is, by the family's hash. */
  families: Map<string, SplitName>;
  /** Finds a case again, to say in what it differs. */
  find(caseId: string): Promise<Case | undefined>;
}

export const familiesKey = 'intake.families.jsonl';

/** Of a case or a label, cut: 64 bits. */
export function shortHash(value: unknown): string {
  return canonicalHash(value).slice(0, 16);
}

/** A family's name may name people: only its hash is kept. */
export function familyHash(family: string): string {
  return createHash('sha256').update(family).digest('hex').slice(0, 32);
}

/** Reads the folder that cases are added to. @throws {InputError} where it is there and holds something else */
export async function readPresent(out: string, mapping: Mapping): Promise<PresentCases> {
  const nothing: PresentCases = {
    card: undefined,
    raw: {},
    counts: {},
    hashes: new Map(),
    families: new Map(),
    find: async () => undefined,
  };
  if (await isFree(out)) return nothing;
  const store = createFileStore(out);
  const bytes = await store.read('card.json');
  const file = store.describe('card.json');
  const expected = `an empty folder, a new one, or one that holds "${mapping.dataset.id}"`;
  if (bytes === null)
    throw new InputError({ file: out, field: '--out', is: 'a folder that holds something else', expected });
  const text = new TextDecoder().decode(bytes);
  const card = parseLine(text, CardSchema.loose(), { file }) as Card;
  if (card.id !== mapping.dataset.id)
    throw new InputError({ file, field: '--out', is: `the data set "${card.id}"`, expected });
  const labelled = Object.values(card.splits).some(({ labels }) => labels !== undefined);
  if (labelled && Object.values(card.splits).some(({ labels }) => labels === undefined)) {
    throw new InputError({
      file,
      is: 'a data set of which some splits have labels',
      expected: 'labels in all splits, or in none',
      mend: 'Let caseworkers label the other splits first, or take these cases in to a folder of their own.',
    });
  }
  if (labelled !== (mapping.labels !== undefined)) {
    throw new InputError({
      file,
      is: labelled ? 'a data set with labels' : 'a data set without labels',
      expected: `a mapping ${labelled ? 'with' : 'without'} \`labels\``,
      mend: 'Take these cases in to a folder of their own.',
    });
  }
  const hashes = new Map<string, { case: string; label: string | undefined }>();
  const counts: Partial<Record<SplitName, number>> = {};
  for (const [name, split] of Object.entries(card.splits) as [
    SplitName,
    Card['splits'][SplitName] & object,
  ][]) {
    for await (const found of readCases(store, split.cases)) {
      hashes.set(found.caseId, { case: shortHash(found), label: undefined });
      counts[name] = (counts[name] ?? 0) + 1;
    }
    if (split.labels === undefined) continue;
    for await (const line of await linesOf(store, split.labels)) {
      if (line === '') continue;
      const label = parseLine(line, LabelSchema, { file: store.describe(split.labels) });
      const known = hashes.get(label.caseId);
      if (known !== undefined) known.label = shortHash(label);
    }
  }
  const families = new Map<string, SplitName>();
  for await (const line of (await store.readLines(familiesKey)) ?? []) {
    if (line === '') continue;
    const { family, split } = JSON.parse(line) as { family: string; split: SplitName };
    families.set(family, split);
  }
  const find = async (caseId: string) => {
    for (const { cases } of Object.values(card.splits)) {
      for await (const line of await linesOf(store, cases)) {
        if (line.includes(JSON.stringify(caseId))) {
          const found = parseCaseLine(line, { file: store.describe(cases) });
          if (found.caseId === caseId) return found;
        }
      }
    }
    return undefined;
  };
  return { card, raw: JSON.parse(text) as Record<string, unknown>, counts, hashes, families, find };
}

async function isFree(out: string): Promise<boolean> {
  const found = await stat(out).catch(() => null);
  if (found === null) return true;
  if (!found.isDirectory())
    throw new InputError({ file: out, field: '--out', is: 'a file', expected: 'a folder' });
  return (await readdir(out)).length === 0;
}
