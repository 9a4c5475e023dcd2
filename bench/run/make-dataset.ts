import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Case } from '../../datasets/case.ts';
import type { Label } from '../../datasets/label.ts';
import { dataset } from '../../functions/cli/dataset.ts';

const sentence = 'Ansøgningen omfatter en tilbygning på 40 m², som opføres i én etage med sadeltag. ';

/** A synthetic case whose JSON has about so many bytes. */
export function makeCase(index: number, bytes: number): Case {
  const empty = caseOf(index, '');
  const room = Math.max(0, bytes - Buffer.byteLength(JSON.stringify(empty)));
  const sentenceBytes = Buffer.byteLength(sentence);
  return caseOf(index, sentence.repeat(Math.round(room / sentenceBytes)));
}

function caseOf(index: number, text: string): Case {
  const caseId = `c${String(index).padStart(6, '0')}`;
  const page = { page: 1, text: `Sag ${caseId}. ${text}` };
  return {
    schema: 'maalestok.case.v1',
    caseId,
    task: 'application',
    caseType: 'tilbygning',
    municipality: 'Nordby',
    applicationDate: '2024-09-01',
    zone: 'byzone',
    fields: { grundareal_m2: 800, bebygget_areal_m2: 180 },
    documents: [
      { documentId: 'situationsplan', type: 'situationsplan', title: 'Situationsplan', pages: [page] },
    ],
    files: [],
    localRules: [],
  };
}

function labelOf({ caseId }: Case): Label {
  return {
    schema: 'maalestok.label.v1',
    caseId,
    labelVersion: '1',
    outcome: 'complete',
    provenance: 'synthetic',
    defects: [],
  };
}

/** Writes a synthetic data set of so many cases of so many bytes each; a case at a time is held. */
export async function makeDataset(folder: string, cases: number, bytes: number): Promise<void> {
  await mkdir(folder, { recursive: true });
  const made = function* () {
    for (let index = 0; index < cases; index += 1) yield makeCase(index, bytes);
  };
  await writeFile(join(folder, 'test.cases.jsonl'), linesOf(made()));
  await writeFile(join(folder, 'test.labels.jsonl'), linesOf(made().map(labelOf)));
  const split = { cases: 'test.cases.jsonl', labels: 'test.labels.jsonl', count: cases };
  const unknown = '0'.repeat(64);
  const card = {
    schema: 'maalestok.card.v1',
    id: 'bench',
    version: '1',
    labelVersion: '1',
    titleDa: 'Syntetiske sager til tidsmåling',
    titleEn: 'Synthetic cases for timing',
    synthetic: true,
    noticeDa: 'Syntetiske sager, lavet til tidsmåling.',
    noticeEn: 'Synthetic cases, made for timing.',
    origin: 'bench/run',
    licence: 'EUPL-1.2',
    splits: { test: { ...split, casesSha256: unknown, labelsSha256: unknown } },
  };
  await writeFile(join(folder, 'card.json'), JSON.stringify(card));
  await dataset(folder, { write: true });
}

function* linesOf(records: Iterable<object>): Generator<string> {
  for (const record of records) yield `${JSON.stringify(record)}\n`;
}
