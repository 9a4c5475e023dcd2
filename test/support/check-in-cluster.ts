import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { Case } from '../../datasets/case.ts';
import type { Label } from '../../datasets/label.ts';
import { type CheckIn, CheckInSchema } from '../../evals/check-in/check-in.ts';
import { knownCodes } from './arbitraries.ts';
import { runCli } from './run-cli.ts';
import { smallCase, smallLabel, toLines, writeSmallDataset } from './small-dataset.ts';

/** Twelve cases of Nordby, six of Sønderby, two of Vestby; every fourth is complete. */
export const clusterIds = Array.from({ length: 20 }, (_, at) => `c${String(at).padStart(2, '0')}`);

export const clusterCases = (): Case[] =>
  clusterIds.map((id, at) =>
    smallCase(id, { municipality: at < 12 ? 'Nordby' : at < 18 ? 'Sønderby' : 'Vestby' }),
  );

export const clusterLabels = (): Label[] =>
  clusterIds.map((id, at) => smallLabel(id, at % 4 === 0 ? [] : [knownCodes[at % 6]!]));

export interface Answer {
  caseId: string;
  codes: readonly string[];
  status?: string;
}

/** Answers that name these codes. */
export function answersOf(model: string, version: string, answers: readonly Answer[]): string {
  return toLines(
    answers.map(({ caseId, codes, status = 'answered' }) => ({
      model: { id: model, version },
      caseId,
      status,
      findings: codes.map((code, at) => ({ findingId: `f${at + 1}`, text: code, code })),
    })),
  );
}

/** Right in every case but those at these places. */
export function rightBut(labels: readonly Label[], wrong: (at: number) => boolean): Answer[] {
  return labels.map(({ caseId, defects }, at) => ({
    caseId,
    codes: wrong(at) ? ['z2'] : defects.map(({ code }) => code),
  }));
}

export async function writeData(folder: string, cases: readonly Case[], labels: readonly Label[]) {
  await writeSmallDataset(join(folder, 'data'), { test: { cases, labels } });
}

/** Runs the command as a user would. */
export function runCheckIn(folder: string, month: string, flags: readonly string[] = []) {
  return runCli(['check-in', '--cluster', 'cluster.yaml', '--month', month, ...flags], { cwd: folder });
}

export async function readCheckIn(folder: string, month: string): Promise<CheckIn> {
  const text = await readFile(join(folder, `check-ins/klynge/${month}/check-in.json`), 'utf8');
  return CheckInSchema.parse(JSON.parse(text));
}

/** Every file under a folder that is the same from run to run, by its path. */
export async function readStable(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files: Record<string, string> = {};
  for (const entry of entries.filter((each) => each.isFile())) {
    const path = join(entry.parentPath, entry.name);
    if (/(?:^|\/)(?:run\.json|operation\.json|calls\/)/u.test(relative(folder, path))) continue;
    files[relative(folder, path)] = await readFile(path, 'latin1');
  }
  return files;
}

export const clusterYaml = `id: klynge
title: Klyngen
members:
  - {id: Nordby, name: Nordby Kommune}
  - {id: Sønderby, name: Sønderby Kommune}
  - {id: Vestby, name: Vestby Kommune}
datasets:
  - {folder: data}
models:
  - {adapter: replay, id: god, screenings: god.jsonl, vendor: Eksempel A/S}
  - {adapter: replay, id: anden, screenings: anden.jsonl, vendor: Eksempel A/S}
  - {adapter: silent}
schedule: "0 7 1 * *"
timezone: Europe/Copenhagen
gates:
  - {measure: defectF1, min: 0.05}
  - {measure: defectF1, min: 0.6}
  - {measure: cleanFalseAlarmRate, max: 0.5}
recipients: [byg@example.dk]
decisionsFile: decisions.yaml
`;

/** September: `god` errs in most cases, `anden` in a few. */
export async function writeSeptember(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const labels = clusterLabels();
  await writeData(folder, clusterCases(), labels);
  await writeFile(join(folder, 'cluster.yaml'), clusterYaml);
  await writeFile(
    join(folder, 'god.jsonl'),
    answersOf(
      'god',
      '1',
      rightBut(labels, (at) => at < 14),
    ),
  );
  await writeFile(
    join(folder, 'anden.jsonl'),
    answersOf(
      'anden',
      '1',
      rightBut(labels, (at) => at % 5 === 0),
    ),
  );
  await writeFile(
    join(folder, 'decisions.yaml'),
    '- {date: 2026-09-03, code: x1, decision: Skal altid findes., by: klyngen}\n',
  );
}

/** October: `god` is better; one case is new and one is gone; one label is corrected. */
export async function writeOctober(folder: string): Promise<void> {
  const cases = [...clusterCases().slice(1), smallCase('c20', { municipality: 'Nordby' })];
  const labels = [...clusterLabels().slice(1), smallLabel('c20', ['x1'])].map((label) =>
    label.caseId === 'c02' ? smallLabel('c02', ['y2']) : label,
  );
  await writeData(folder, cases, labels);
  const before = [...clusterLabels().slice(1), smallLabel('c20', ['x1'])];
  await writeFile(
    join(folder, 'god.jsonl'),
    answersOf(
      'god',
      '2',
      rightBut(before, (at) => at > 18),
    ),
  );
  await writeFile(
    join(folder, 'anden.jsonl'),
    answersOf('anden', '1', [
      ...rightBut(clusterLabels(), (at) => at % 5 === 0).slice(1),
      { caseId: 'c20', codes: [] },
    ]),
  );
  await writeFile(
    join(folder, 'decisions.yaml'),
    `- {date: 2026-09-03, code: x1, decision: Skal altid findes., by: klyngen}
- {date: 2026-09-20, case: c02, decision: Facit rettes., by: klyngen}
- {date: 2026-11-02, case: c03, decision: Hører til næste gang., by: klyngen}
`,
  );
}
