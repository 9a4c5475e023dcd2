import type { Language } from '../../../datasets/language.ts';
import type { FoundValue } from '../../../datasets/privacy/gate-text.ts';
import type { RunRecord } from '../../../evals/artifacts.ts';
import type { BlobStore } from '../../../evals/ports.ts';
import { quoteArgument } from '../../../evals/quote-argument.ts';
import { runKeys } from '../../../evals/run-keys.ts';
import { judgeRun } from './gate-run.ts';
import { scanLines } from './scan-lines.ts';

/**
 * Says what the gate finds in a run's answers and the data set's card does not sign off. A local run goes on; what is
 * published is checked again and refused.
 */
export async function warnOfAnswers(
  record: RunRecord,
  folder: string,
  store: BlobStore,
  language: Language,
): Promise<void> {
  const found: FoundValue[] = [];
  // A built-in model knows nothing but the case.
  for (const { id } of record.models.filter(({ kind }) => kind !== 'baseline')) {
    for (const key of await store.list(runKeys.screenings(id, '').replace(/\.jsonl$/u, ''))) {
      for await (const each of scanLines(store, key)) found.push(each);
    }
  }
  const open = (await judgeRun(record, folder, found)).filter(({ signedOff }) => signedOff !== true);
  if (open.length === 0) return;
  const kinds = [...new Set(open.map(({ kind }) => kind))].sort().join(', ');
  process.stderr.write(
    language === 'da'
      ? `Modellernes svar indeholder ${open.length} mulige personoplysninger, som datasættets kort ikke tegner for (${kinds}). Se dem med: npx maalestok gate ${quoteArgument(folder)}. De skal være afklaret, før noget offentliggøres.\n`
      : `The models' answers hold ${open.length} findings that the data set's card does not sign off (${kinds}). See them with: npx maalestok gate ${quoteArgument(folder)}. They must be settled before anything is published.\n`,
  );
}
