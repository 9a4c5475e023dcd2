import { InputError } from '../../datasets/errors.ts';
import { parseJson } from '../../datasets/parse-line.ts';
import {
  buildDocumentChecks,
  type DocumentCheck,
} from '../../datasets/synthesis/document-checks/build-document-checks.ts';
import { composeDocumentChecksCard } from '../../datasets/synthesis/document-checks/document-checks-card.ts';
import { renderPdf } from '../../datasets/synthesis/drawings/render-pdf.ts';
import { builtInTaxonomy } from '../../datasets/taxonomy/built-in-taxonomy.ts';
import type { BlobStore } from '../../evals/ports.ts';
import { createFileStore } from '../adapters/file-store.ts';
import { readDrawingFonts } from '../drawings/read-drawing-fonts.ts';
import { withDatasetLock } from '../intake/with-dataset-lock.ts';
import { checkFiles } from './dataset/check-files.ts';

export interface DocumentChecksOptions {
  out: string;
  seed: string;
}

/** `maalestok document-checks`: the data set of single documents. The same seed makes the same bytes. */
export async function documentChecks(options: DocumentChecksOptions): Promise<void> {
  await withDatasetLock(options.out, () => writeChecks(options));
}

async function writeChecks({ out, seed }: DocumentChecksOptions): Promise<void> {
  const to = createFileStore(out);
  await refuseOther(to);
  const fonts = await readDrawingFonts();
  const checks: DocumentCheck[] = [];
  for await (const check of buildDocumentChecks(seed, builtInTaxonomy(), (drawing) =>
    renderPdf(drawing, fonts),
  )) {
    const { file, ...rest } = check;
    if (file !== undefined) await to.write(`files/${check.case.files[0]!.sha256}`, file);
    // The files are written and let go; the texts of a hundred documents are small.
    checks.push(rest);
  }
  checks.sort((a, b) => (a.case.caseId < b.case.caseId ? -1 : 1));
  const card = composeDocumentChecksCard(checks, seed);
  for (const split of ['practice', 'validation', 'test'] as const) {
    const own = checks.filter((check) => check.split === split);
    await to.write(`${split}.cases.jsonl`, toLines(own.map((check) => check.case)));
    await to.write(`${split}.labels.jsonl`, toLines(own.map(({ label }) => label)));
  }
  await to.write('card.json', `${JSON.stringify(card, null, 2)}\n`);
  await checkFiles(out, { write: true, madeUp });
}

const madeUp = {
  by: 'maalestok document-checks',
  why: 'The program makes up all names, addresses and numbers; no text comes from elsewhere.',
};

/** A folder that holds another data set is left alone. @throws {InputError} */
async function refuseOther(to: BlobStore): Promise<void> {
  const bytes = await to.read('card.json');
  if (bytes === null) return;
  const file = to.describe('card.json');
  const known = parseJson(new TextDecoder().decode(bytes), { file }) as { id?: unknown } | null;
  if (known?.id === 'byggesag-da-bilag') return;
  throw new InputError({
    file,
    field: '--out',
    is: 'the card of another data set',
    expected: 'an empty folder, or one that holds "byggesag-da-bilag"',
  });
}

function toLines(records: readonly unknown[]): string {
  return records.map((record) => `${JSON.stringify(record)}\n`).join('');
}
