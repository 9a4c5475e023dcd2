import type { SplitName } from '../../datasets/card.ts';
import { writeXlsx } from '../../datasets/tables/write-xlsx.ts';
import type { Taxonomy } from '../../datasets/taxonomy/taxonomy.ts';
import type { CheckIn, CheckInCase } from '../../evals/check-in/check-in.ts';
import type { CaseHashes } from '../../evals/check-in/month-run.ts';
import type { BlobStore } from '../../evals/ports.ts';
import { hashWrites } from '../../evals/signing/hash-writes.ts';
import { hashToSign, type ToSign } from '../../evals/signing/sign-result.ts';
import { buildCheckInWorkbook } from '../../reports/check-in/build-check-in-workbook.ts';
import type { CheckInContext } from '../../reports/check-in/check-in-context.ts';
import { checkInFiles } from '../../reports/check-in/check-in-files.ts';
import { renderCheckIn } from '../../reports/check-in/render-check-in.ts';
import { renderMail } from '../../reports/check-in/render-mail.ts';
import { buildTables, renderTableCsv } from '../../reports/check-in/tables/build-tables.ts';
import type { CheckInWording, Languages } from '../../reports/wording/wording.ts';

/** What is kept of a data set's cases. */
export interface WrittenCases {
  id: string;
  split: SplitName;
  cases: CaseHashes;
  taxonomy: Taxonomy;
}

export interface WriteCheckInInput {
  /** The month's folder. */
  store: BlobStore;
  record: CheckIn;
  /** One a data set, in the order of the record. */
  cases: readonly WrittenCases[];
  languages: Languages<CheckInWording>;
  hasDecisions: boolean;
  /** Makes a PDF of the page in the first language. */
  print?: (page: string) => Promise<Uint8Array>;
}

/**
 * Writes a month's record, its cases, its tables, and the report; in an other language too where one is there. A PDF is
 * removed, and made again when asked for.
 * @returns what is to be signed of it; an earlier signature is gone
 */
export async function writeCheckIn(input: WriteCheckInInput): Promise<ToSign> {
  const { store: plain, record, cases, languages, hasDecisions, print } = input;
  await plain.remove(checkInFiles.signature);
  const { store, hashes } = hashWrites(plain);
  await store.write(checkInFiles.cases, linesOf(cases));
  await writeTables(store, record);
  for (const language of ['da', 'en'] as const) await plain.remove(checkInFiles[language].print);
  const [first] = languages;
  for (const spoken of languages) {
    const { page, mail, workbook, print: printed } = checkInFiles[spoken.language];
    if (spoken !== first && (await plain.read(page)) === null) continue;
    const context: CheckInContext = {
      ...spoken,
      record,
      taxonomies: cases.map(({ taxonomy }) => taxonomy),
      placeOf: (caseId) => {
        const at = cases.findIndex((dataset) => dataset.cases.has(caseId));
        return at < 0 ? undefined : at;
      },
      hasDecisions,
    };
    const shown = await renderCheckIn(context);
    await store.write(page, shown);
    await store.write(mail, renderMail(context));
    await store.write(workbook, await writeXlsx(buildCheckInWorkbook(context)));
    if (spoken === first && print !== undefined) await store.write(printed, await print(shown));
  }
  const files = [...hashes].map(([file, sha256]) => ({ file, sha256 }));
  await plain.write(checkInFiles.record, `${JSON.stringify(record, null, 2)}\n`);
  return hashToSign(JSON.stringify(record), files);
}

/** A file of CSV a table; what lies among them and is none is removed. */
async function writeTables(store: BlobStore, record: CheckIn): Promise<void> {
  const stale = new Set(await store.list(`${checkInFiles.tables}/`));
  for (const table of buildTables(record)) {
    const key = `${checkInFiles.tables}/${table.id}.csv`;
    await store.write(key, renderTableCsv(table));
    stale.delete(key);
  }
  for (const key of stale) await store.remove(key);
}

async function* linesOf(datasets: readonly WrittenCases[]): AsyncGenerator<string> {
  for (const { id, split, cases } of datasets) {
    for (const [caseId, hashes] of cases) {
      const line: CheckInCase = {
        schema: 'maalestok.check-in-case.v1',
        dataset: id,
        split,
        caseId,
        ...hashes,
      };
      yield `${JSON.stringify(line)}\n`;
    }
  }
}
