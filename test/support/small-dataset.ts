import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Case } from '../../datasets/case.ts';
import type { Annotation, Label } from '../../datasets/label.ts';
import { dataset } from '../../functions/cli/dataset.ts';
import { smallTaxonomy } from './arbitraries.ts';
import { captureOutput } from './capture-output.ts';

/** A folder that is removed when the test is over. */
export async function temporaryFolder(): Promise<{ folder: string; [Symbol.asyncDispose](): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'maalestok-test-'));
  return { folder, [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }) };
}

export function smallCase(caseId: string, changes: Partial<Case> = {}): Case {
  return {
    schema: 'maalestok.case.v1',
    caseId,
    task: 'application',
    caseType: 'shed',
    municipality: 'Nordby',
    applicationDate: '2024-09-01',
    zone: 'byzone',
    fields: { area_m2: 40 },
    documents: [
      {
        documentId: 'a',
        type: 'form',
        title: 'Form',
        pages: [{ page: 1, text: `Sag ${caseId}: skur på 40 m².` }],
      },
    ],
    files: [],
    localRules: [],
    ...changes,
  };
}

export function smallLabel(caseId: string, codes: readonly string[], changes: Partial<Label> = {}): Label {
  return {
    schema: 'maalestok.label.v1',
    caseId,
    labelVersion: '1',
    outcome: codes.length === 0 ? 'complete' : 'deficient',
    provenance: 'hand',
    defects: codes.map((code, index) => ({
      defectId: `d${index + 1}`,
      code,
      role: 'required',
      severity: 'major',
      discretionary: false,
      citationSets: [['br18/10/1/2']],
      evidence: [{ documentId: 'a' }],
    })),
    ...changes,
  };
}

export interface SmallSplit {
  cases: readonly Case[];
  labels: readonly Label[];
  annotations?: readonly Annotation[];
}

/** The builders' own: what tests plant in their data sets is nobody's. */
const signOff = { by: 'the test', why: 'Made up for a test; it is nobody’s.' };

/**
 * A data set of the small taxonomy, with counts and hashes as `maalestok dataset --write` writes them.
 * @param changes what its card says otherwise
 */
export async function writeSmallDataset(
  folder: string,
  splits: Record<string, SmallSplit>,
  changes: object = {},
): Promise<void> {
  await mkdir(folder, { recursive: true });
  const named: Record<string, object> = {};
  for (const [name, { cases, labels, annotations }] of Object.entries(splits)) {
    await writeFile(join(folder, `${name}.cases.jsonl`), toLines(cases));
    await writeFile(join(folder, `${name}.labels.jsonl`), toLines(labels));
    const people = annotations === undefined ? {} : { annotations: `${name}.annotations.jsonl` };
    if (annotations !== undefined) {
      await writeFile(join(folder, `${name}.annotations.jsonl`), toLines(annotations));
    }
    named[name] = { cases: `${name}.cases.jsonl`, labels: `${name}.labels.jsonl`, ...people, count: 1 };
  }
  await writeFile(join(folder, 'taxonomy.json'), JSON.stringify(smallTaxonomy));
  await writeFile(join(folder, 'card.json'), JSON.stringify({ ...smallCard(named), ...changes }));
  const { error } = await captureOutput(() => dataset(folder, { write: true, signOff }));
  if (error !== undefined) throw error;
}

/** Its card, with these splits. */
export function smallCard(splits: Record<string, object>): object {
  return {
    schema: 'maalestok.card.v1',
    id: 'small',
    version: '1',
    labelVersion: '1',
    titleDa: 'Lille',
    titleEn: 'Small',
    synthetic: true,
    noticeDa: 'Syntetisk.',
    noticeEn: 'Synthetic.',
    origin: 'test',
    licence: 'EUPL-1.2',
    taxonomy: 'taxonomy.json',
    splits,
  };
}

export function toLines(records: readonly unknown[]): string {
  return records.map((record) => `${JSON.stringify(record)}\n`).join('');
}
