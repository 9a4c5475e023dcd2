import { type Card, CardSchema, type SplitName } from '../../datasets/card.ts';
import type { Case } from '../../datasets/case.ts';
import { InputError } from '../../datasets/errors.ts';
import { parseJson } from '../../datasets/parse-line.ts';
import { attachDrawings } from '../../datasets/synthesis/attach-drawings.ts';
import { dealSplits } from '../../datasets/synthesis/deal-splits.ts';
import { renderPdf } from '../../datasets/synthesis/drawings/render-pdf.ts';
import { type MadeCase, makeCase } from '../../datasets/synthesis/make-family.ts';
import { type PlannedCase, planCases } from '../../datasets/synthesis/plan-families.ts';
import { composeSynthesisCard } from '../../datasets/synthesis/synthesis-card.ts';
import { openDataset } from '../../evals/open-dataset.ts';
import type { BlobStore } from '../../evals/ports.ts';
import { createFileStore } from '../adapters/file-store.ts';
import { readDrawingFonts } from '../drawings/read-drawing-fonts.ts';
import { withDatasetLock } from '../intake/with-dataset-lock.ts';
import { checkFiles } from './dataset/check-files.ts';
import { flagError, readCount } from './read-options.ts';
import { readWrittenCases, type WrittenCase } from './read-written-cases.ts';
import { shareLines } from './share-lines.ts';

export interface SynthesiseOptions {
  cases: string;
  seed: string;
  out: string;
  /** A data set whose hand-written cases stand among those that are made. */
  join?: string;
  /** `none`: their text alone; `pdf`: a file of each as well. */
  drawings: string;
}

const madeUp = {
  by: 'maalestok synthesise',
  why: 'The program makes up all names, addresses and numbers; no text comes from elsewhere.',
};

/**
 * `maalestok synthesise`: a data set of applications made by a program. The same number and seed make the same bytes.
 * A case is made, written and forgotten; of all of them only plans are held.
 */
export async function synthesise(options: SynthesiseOptions): Promise<void> {
  const count = readCount('--cases', options.cases, 10);
  const drawings = readDrawings(options.drawings);
  await withDatasetLock(options.out, () => makeCases(count, drawings, options));
}

async function makeCases(
  count: number,
  drawings: ReturnType<typeof readDrawings>,
  options: SynthesiseOptions,
): Promise<void> {
  const started = performance.now();
  const splits = dealSplits(planCases(count, options.seed));
  const filled = [...splits].filter(([, planned]) => planned.length > 0);
  const made = composeSynthesisCard({
    cases: count,
    seed: options.seed,
    drawings,
    splits: filled.map(([name]) => name),
  });
  const joined = options.join === undefined ? undefined : await openJoined(options.join);
  const card =
    joined === undefined ? made : { ...joined.card, splits: { ...joined.card.splits, ...made.splits } };
  const to = createFileStore(options.out);
  await refuseOther(to, card.id);
  const kept = new Set<string>();
  const attach = drawings === 'pdf' ? await createAttach(to, kept) : undefined;
  for (const [name, planned] of filled) {
    const lines = shareLines(pairsOf(planned, attach, joined?.written.get(name) ?? []));
    await Promise.all([
      to.write(`${name}.cases.jsonl`, lines.first),
      to.write(`${name}.labels.jsonl`, lines.second),
    ]);
  }
  await removeOthers(to, kept);
  await to.write('card.json', `${JSON.stringify(CardSchema.parse(card), null, 2)}\n`);
  await checkFiles(options.out, { write: true, madeUp: joined?.card.privacy?.madeUp ?? madeUp });
  const seconds = (performance.now() - started) / 1000;
  process.stdout.write(
    `${count} cases in ${seconds.toFixed(1)} s (${(count / seconds).toFixed(0)} cases/s)\n`,
  );
}

/** @throws {InputError} */
async function openJoined(folder: string): Promise<{ card: Card; written: Map<SplitName, WrittenCase[]> }> {
  const store = createFileStore(folder);
  const { card } = await openDataset(store);
  if (card.taxonomy !== undefined || card.catalogue !== undefined) {
    throw new InputError({
      file: store.describe('card.json'),
      field: '--join',
      is: 'a data set with a taxonomy or a rule catalogue of its own',
      expected: 'one with the built-in ones: what is made is labelled with them',
    });
  }
  return { card, written: await readWrittenCases(store, card) };
}

type Attach = (made: MadeCase) => Promise<Case>;

/** Both sorted by case id: the order tells nothing of who wrote a case. */
async function* pairsOf(
  planned: readonly PlannedCase[],
  attach: Attach | undefined,
  written: readonly WrittenCase[],
): AsyncGenerator<[string, string]> {
  const waiting = [...written].sort((a, b) => (a.caseId < b.caseId ? -1 : 1));
  for (const { plan, member } of planned) {
    const made = makeCase(plan, member);
    while (waiting.length > 0 && waiting[0]!.caseId < made.case.caseId) yield linesOf(waiting.shift()!);
    const shown = attach === undefined ? made.case : await attach(made);
    yield [`${JSON.stringify(shown)}\n`, `${JSON.stringify(made.label)}\n`];
  }
  for (const each of waiting) yield linesOf(each);
}

function linesOf(written: WrittenCase): [string, string] {
  return [`${written.case}\n`, `${written.label}\n`];
}

/** Writes the files of a case before the case that names them; only their keys are held. */
async function createAttach(to: BlobStore, kept: Set<string>): Promise<Attach> {
  const fonts = await readDrawingFonts();
  return async (made) => {
    const attached = await attachDrawings(made, (first, further) => renderPdf(first, fonts, further));
    for (const { sha256, bytes } of attached.files) {
      const key = `files/${sha256}`;
      if (!kept.has(key)) await to.write(key, bytes);
      kept.add(key);
    }
    return attached.case;
  };
}

/** Files of an earlier run into the same folder, which no case names any more. */
async function removeOthers(to: BlobStore, kept: ReadonlySet<string>): Promise<void> {
  for (const key of await to.list('files/')) {
    if (/^files\/[0-9a-f]{64}$/u.test(key) && !kept.has(key)) await to.remove(key);
  }
}

/** @throws {InputError} */
function readDrawings(value: string): 'none' | 'pdf' {
  if (value === 'none' || value === 'pdf') return value;
  throw flagError('--drawings', value, 'none or pdf');
}

/** A folder that holds another data set is left alone. @throws {InputError} */
async function refuseOther(to: BlobStore, id: string): Promise<void> {
  const bytes = await to.read('card.json');
  if (bytes === null) return;
  const file = to.describe('card.json');
  const known = parseJson(new TextDecoder().decode(bytes), { file }) as { id?: unknown } | null;
  if (known?.id === id) return;
  throw new InputError({
    file,
    field: '--out',
    is: 'the card of another data set',
    expected: `an empty folder, or one that holds "${id}"`,
  });
}
