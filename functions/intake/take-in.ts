import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { excerpt, InputError } from '../../datasets/errors.ts';
import { type BuiltCase, buildCase } from '../../datasets/intake/build-case.ts';
import type { LabelContext } from '../../datasets/intake/build-label.ts';
import type { InputRow } from '../../datasets/intake/input-row.ts';
import type { Mapping } from '../../datasets/intake/mapping.ts';
import { type RowProblem, renderProblem } from '../../datasets/intake/read-result.ts';
import { builtInCatalogue } from '../../datasets/rules/built-in-catalogue.ts';
import { builtInTaxonomy } from '../../datasets/taxonomy/built-in-taxonomy.ts';
import { lineLimitBytes } from '../adapters/decode-lines.ts';
import { PdfReader } from '../pdf/pdf-reader.ts';
import { attachFiles } from './attach-files.ts';
import { compareWithPresent } from './compare-with-present.ts';
import { findRepeats, type Repeats } from './find-repeats.ts';
import { freeName } from './free-name.ts';
import type { IntakeReport } from './intake-report.ts';
import { LineSink } from './line-sink.ts';
import { type OpenInput, openInput } from './open-input.ts';
import { familyHash, type PresentCases, readPresent } from './present-cases.ts';
import { openRejects, type Rejects } from './rejects.ts';
import { besideOf, openBeside, recoverFolder, swapFolder } from './swap-folder.ts';
import { withDatasetLock } from './with-dataset-lock.ts';
import { type StagedCase, writeSplits } from './write-splits.ts';

export interface TakeInInput {
  input: string;
  mapping: Mapping;
  mappingFile: string;
  /** The data set's folder: new, or one that cases are added to. */
  out: string;
  /** Where the files lie that belong to a table; absent: beside it. */
  files?: string | undefined;
  /** ISO date: no application has come in later. */
  today: string;
}

/**
 * Takes a table or a folder in. The data set is written beside its place and renamed; rows that cannot be taken in go
 * into a file beside it.
 * @throws {InputError} where nothing can be taken in, or another process works on the folder; then none is made or changed
 */
export async function takeIn(given: TakeInInput): Promise<IntakeReport> {
  return withDatasetLock(given.out, () => takeInAlone(given));
}

async function takeInAlone({
  input,
  mapping,
  mappingFile,
  out,
  files,
  today,
}: TakeInInput): Promise<IntakeReport> {
  // Only behind the lock: what lies beside the folder is a dead process's, not another's work.
  await recoverFolder(out);
  const present = await readPresent(out, mapping);
  const opened = await openInput({ input, mapping, mappingFile, files });
  const beside = besideOf(out);
  const pdfs = new PdfReader();
  try {
    await openBeside(out);
    const run = await startRun({ input, opened, mapping, present, beside, pdfs, today });
    const splits = await takeRows(run);
    await run.rejects.close();
    const { report } = run;
    if (report.accepted > 0) {
      report.splits = await writeSplits({ mapping, present, beside, staged: splits });
    }
    // Before the swap: where the disk is full, nothing is taken in rather than rows lost.
    if (report.rejected > 0) report.rejectedFile = await freeName(run.rejectsPath, out, opened.table.format);
    if (report.accepted > 0) await swapFolder(out);
    return report;
  } finally {
    await pdfs.close();
    await rm(beside, { recursive: true, force: true });
    await rm(`${beside}-rejected`, { force: true });
  }
}

interface Run {
  input: string;
  opened: OpenInput;
  mapping: Mapping;
  present: PresentCases;
  beside: string;
  pdfs: PdfReader;
  today: string;
  context: LabelContext;
  repeats: Repeats;
  /** First rows of case ids, not taken in on account of their files or of what is there. */
  refused: Set<string>;
  rejects: Rejects;
  rejectsPath: string;
  report: IntakeReport;
}

async function startRun(
  given: Pick<Run, 'input' | 'opened' | 'mapping' | 'present' | 'beside' | 'pdfs' | 'today'>,
): Promise<Run> {
  const { input, opened, mapping, beside, present } = given;
  const { table, scanned } = opened;
  const { numbers, thousands, dates } = mapping.source;
  const context: LabelContext = {
    numbers,
    thousands,
    dates,
    dateSystem: table.dateSystem,
    taxonomy: builtInTaxonomy(),
    catalogue: builtInCatalogue(),
    today: given.today,
  };
  const repeats = await findRepeats(table, mapping, context);
  if (repeats.rows === 0)
    throw new InputError({ file: input, is: 'no row under the header', expected: 'at least one row' });
  const rejectsPath = `${beside}-rejected`;
  const report: IntakeReport = {
    format: table.format,
    rows: repeats.rows,
    accepted: 0,
    already: 0,
    rejected: 0,
    splits: {},
    notes: [...table.notes],
    unmapped: [...table.unmapped],
    reasons: [],
    pagesWithoutText: [],
    odd: [],
    withoutDocuments: { count: 0, caseIds: [] },
    leftOut: scanned.leftOut.map(({ path, why }) => ({ path, why })),
    ...(opened.base === undefined ? {} : { filesFolder: opened.base }),
  };
  for (const [caseId, files] of scanned.byCase) {
    if (!repeats.first.has(caseId) && !present.hashes.has(caseId))
      report.leftOut.push(
        ...files.map(({ path }) => ({ path, why: `no row for the case "${excerpt(caseId)}"` })),
      );
  }
  return {
    ...given,
    context,
    repeats,
    refused: new Set(),
    rejects: openRejects(rejectsPath, table.shape),
    rejectsPath,
    report,
  };
}

/** One row after the other: into the files of the stage, or into the file of rejected rows. */
async function takeRows(run: Run): Promise<StagedCase[]> {
  const { opened, beside, report, mapping } = run;
  const cases = await LineSink.open(join(beside, 'stage.cases'));
  const labels = await LineSink.open(join(beside, 'stage.labels'));
  const staged: StagedCase[] = [];
  for await (const row of opened.table.rows()) {
    const outcome = await takeRow(run, row);
    if (outcome === 'already') report.already += 1;
    else if (Array.isArray(outcome)) await reject(run, row, outcome);
    else {
      report.accepted += 1;
      const { built, line } = outcome;
      remark(report, row, built);
      staged.push({
        family: built.family === undefined ? built.case.caseId : familyHash(built.family),
        named: built.family !== undefined,
      });
      await cases.line(line);
      if (mapping.labels !== undefined) await labels.line(JSON.stringify(built.label));
    }
  }
  await cases.close();
  await labels.close();
  return staged;
}

/** What whoever took a case in should look at. */
function remark(report: IntakeReport, { row }: InputRow, { case: taken, odd }: BuiltCase): void {
  const { caseId } = taken;
  for (const each of odd)
    if (report.odd.length < reasonsKept) report.odd.push({ row, caseId, what: renderProblem(each) });
  if (taken.documents.length > 0) return;
  const { withoutDocuments } = report;
  withoutDocuments.count += 1;
  if (withoutDocuments.caseIds.length < namedCases) withoutDocuments.caseIds.push(caseId);
}

/** More are counted. */
const namedCases = 10;

async function reject(
  { rejects, report }: Run,
  { row, raw, mark }: InputRow,
  problems: readonly RowProblem[],
): Promise<void> {
  const unique = [...new Set(problems.map(renderProblem))];
  report.rejected += 1;
  if (report.reasons.length < reasonsKept) report.reasons.push({ row, reasons: unique });
  await rejects.add(raw, [...(mark === undefined ? [] : [mark]), ...unique].join(' | '));
}

/** The file of rejected rows has them all. */
const reasonsKept = 1000;

type Outcome = { built: BuiltCase; line: string } | 'already' | RowProblem[];

async function takeRow(run: Run, row: InputRow): Promise<Outcome> {
  const { mapping, context } = run;
  const { built, problems } = buildCase(mapping, row, context);
  if (built === undefined) return problems;
  const { caseId } = built.case;
  const outcome = await attachAndCompare(run, row, built);
  if (Array.isArray(outcome)) run.refused.add(caseId);
  return outcome;
}

async function attachAndCompare(run: Run, row: InputRow, built: BuiltCase): Promise<Outcome> {
  const { mapping, repeats, opened, pdfs, beside, report } = run;
  const { caseId } = built.case;
  const column = mapping.case.caseId.column;
  const rows = repeats.clashing.get(caseId);
  if (rows !== undefined) {
    const shown = rows.length > 5 ? `${rows.slice(0, 5).join(', ')} …` : rows.join(', ');
    return [
      { column, is: `"${caseId}" in rows ${shown} with different contents`, expected: 'one row a case' },
    ];
  }
  const first = repeats.first.get(caseId)?.row;
  if (first !== row.row) {
    if (!run.refused.has(caseId)) return 'already';
    return [
      {
        column,
        is: `"${caseId}" again, as in row ${first}`,
        expected: 'one row a case; that one is rejected',
      },
    ];
  }
  const { problems, undo } = await attachFiles(built, { opened, mapping, pdfs, beside, report });
  if (problems !== undefined) return problems;
  const outcome = await finish(run, built);
  if (outcome === 'already' || Array.isArray(outcome)) await undo();
  return outcome;
}

/** A case with its documents beside what the data set holds. */
async function finish(run: Run, built: BuiltCase): Promise<Outcome> {
  const { caseId } = built.case;
  const column = run.mapping.case.caseId.column;
  const difference = await compareWithPresent(built, run);
  if (difference === 'same') return 'already';
  if (difference !== 'new')
    return [
      {
        column,
        is: `"${caseId}" is in the data set already and differs in ${difference}`,
        expected: 'the same content, or another id',
      },
    ];
  const line = JSON.stringify(built.case);
  if (Buffer.byteLength(line) > lineLimitBytes) {
    return [
      {
        column,
        is: `a case of ${Math.ceil(Buffer.byteLength(line) / 1024 / 1024)} MiB of text`,
        expected: `at most ${lineLimitBytes / 1024 / 1024} MiB`,
      },
    ];
  }
  return { built, line };
}
