import { CardSchema } from '../../datasets/card.ts';
import { InputError } from '../../datasets/errors.ts';
import { parseJson } from '../../datasets/parse-line.ts';
import { dealSplits } from '../../datasets/synthesis/deal-splits.ts';
import { makeCase } from '../../datasets/synthesis/make-family.ts';
import { type PlannedCase, planCases } from '../../datasets/synthesis/plan-families.ts';
import { composeSynthesisCard } from '../../datasets/synthesis/synthesis-card.ts';
import type { BlobStore } from '../../evals/ports.ts';
import { createFileStore } from '../adapters/file-store.ts';
import { dataset as checkDataset } from './dataset.ts';
import { readCount } from './read-options.ts';
import { shareLines } from './share-lines.ts';

export interface SynthesiseOptions {
  cases: string;
  seed: string;
  out: string;
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
  const started = performance.now();
  const splits = dealSplits(planCases(count, options.seed));
  const filled = [...splits].filter(([, planned]) => planned.length > 0);
  const card = composeSynthesisCard({
    cases: count,
    seed: options.seed,
    splits: filled.map(([name]) => name),
  });
  const to = createFileStore(options.out);
  await refuseOther(to, card.id);
  for (const [name, planned] of filled) {
    const lines = shareLines(pairsOf(planned));
    await Promise.all([
      to.write(`${name}.cases.jsonl`, lines.first),
      to.write(`${name}.labels.jsonl`, lines.second),
    ]);
  }
  await to.write('card.json', `${JSON.stringify(CardSchema.parse(card), null, 2)}\n`);
  await checkDataset(options.out, { write: true, madeUp });
  const seconds = (performance.now() - started) / 1000;
  process.stdout.write(
    `${count} cases in ${seconds.toFixed(1)} s (${(count / seconds).toFixed(0)} cases/s)\n`,
  );
}

function* pairsOf(planned: readonly PlannedCase[]): Generator<[string, string]> {
  for (const { plan, member } of planned) {
    const made = makeCase(plan, member);
    yield [`${JSON.stringify(made.case)}\n`, `${JSON.stringify(made.label)}\n`];
  }
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
