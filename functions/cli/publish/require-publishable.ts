import { InputError } from '../../../datasets/errors.ts';
import type { FoundValue } from '../../../datasets/privacy/gate-text.ts';
import type { Result, RunRecord } from '../../../evals/artifacts.ts';
import type { BlobStore } from '../../../evals/ports.ts';
import { quoteArgument } from '../../../evals/quote-argument.ts';
import { runKeys } from '../../../evals/run-keys.ts';
import { readResult } from '../../../evals/steps/read-result.ts';
import { reportFiles } from '../../../reports/render/report-files.ts';
import { isMostlyVariants } from '../../../reports/variants.ts';
import { gateFolder } from '../gate/gate-folder.ts';
import { judgeRun } from '../gate/gate-run.ts';
import { verifyPath } from '../verify.ts';

/** Who signed the run's result, with which key. */
export interface SignedResult {
  result: Result;
  signedBy: string;
  fingerprint: string;
}

/**
 * The result of a run that may be published: signed and as it was signed, fit to rank by, and with nothing that the
 * anonymisation gate has still to settle, in answers, scores and report.
 * @param key the file of the public key that it must be signed with
 * @throws {InputError} naming the first of these that is not so
 */
export async function requirePublishable(
  folder: string,
  store: BlobStore,
  record: RunRecord,
  key?: string,
): Promise<SignedResult> {
  const refuse = (is: string, expected: string, mend?: string) =>
    new InputError({ file: folder, is, expected, mend });
  const result = await readResult(store, record);
  if (result === null)
    throw refuse(`a run that is not finished (${runKeys.result} is not there)`, 'a run that is scored');
  if (result.comparability.split === 'practice') {
    throw refuse(
      'a run on the practice split',
      'a run on another split: practice scores are never ranked',
      'Its labels are given out to practise with. Run the same models on the test split.',
    );
  }
  if (isMostlyVariants(result)) {
    throw refuse(
      'a run on cases that are mostly variants of each other',
      'a run that can rank: how far answers hold ranks nobody',
    );
  }
  const { genuine, problems, signedBy, fingerprint } = await verifyPath(folder, key);
  if (!genuine || signedBy === null || fingerprint === null) {
    const { file, problem, because } = problems[0]!;
    throw refuse(
      problem === 'unsigned'
        ? 'a result without a signature'
        : `a result that is not genuine (${file}: ${because})`,
      'a result that is as it was signed',
      'Where the run itself is yours and untouched, `maalestok report RUN` writes its report and signature again.',
    );
  }
  await requireGated(folder, store, record);
  return { result, signedBy, fingerprint };
}

const casePages = Object.values(reportFiles).map(({ cases }) => runKeys.report(`${cases}/`));

/**
 * A page of a case shows the data set's texts, its labels and the answers: each is gated where it lies. Side by side on a page
 * their words make names that nobody has, and no page is published.
 */
const isCasePage = (key: string) => casePages.some((folder) => key.startsWith(folder));

async function requireGated(folder: string, store: BlobStore, record: RunRecord): Promise<void> {
  const found: FoundValue[] = [];
  for await (const each of gateFolder(store, folder, isCasePage)) found.push(each);
  const open = (await judgeRun(record, folder, found)).filter(({ signedOff }) => signedOff !== true);
  if (open.length === 0) return;
  const kinds = [...new Set(open.map(({ kind }) => kind))].sort().join(', ');
  throw new InputError({
    file: folder,
    is: `${open.length} open findings of the anonymisation gate (${kinds})`,
    expected: 'none before anything is published',
    mend: `See them with: maalestok gate ${quoteArgument(folder)}`,
  });
}
