import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Case } from '../../../datasets/case.ts';
import { openDataset } from '../../../evals/open-dataset.ts';
import { createFileStore } from '../../../functions/adapters/file-store.ts';
import { exportLabels } from '../../../functions/cli/labels/export.ts';
import { run } from '../../../functions/cli/run.ts';
import { scoreFile } from '../../../functions/cli/score-file.ts';
import { captureOutput } from '../../support/capture-output.ts';
import {
  smallCase,
  smallLabel,
  temporaryFolder,
  toLines,
  writeSmallDataset,
} from '../../support/small-dataset.ts';

const [c1, c2] = [smallCase('c1'), smallCase('c2')];

/** A second line that says more than a case may; each gives where. */
const wrong: [string, string, string][] = [
  [
    'a field that cases do not have',
    JSON.stringify({ ...c2, outcome: 'deficient' }),
    'line 2, field outcome: a field that a case does not have',
  ],
  [
    'one in a document',
    JSON.stringify({
      ...c2,
      documents: c2.documents.map((each: Case['documents'][0]) => ({ ...each, gold: 1 })),
    }),
    'line 2, field documents[0].gold: a field that a case does not have',
  ],
  [
    'a field twice',
    JSON.stringify(c2).replace('"zone":', '"zone":"landzone","zone":'),
    'line 2: a field that is written twice',
  ],
];

describe('a case with a field that cases do not have is refused wherever cases are read', () => {
  it.each(wrong)('%s', async (_, line, message) => {
    await using temporary = await temporaryFolder();
    const at = (name: string) => join(temporary.folder, name);
    const cases = join(at('data'), 'test.cases.jsonl');
    const labels = [smallLabel('c1', []), smallLabel('c2', [])];
    await writeSmallDataset(at('data'), { test: { cases: [c1, c2], labels } });
    const suite = [
      'schema: maalestok.suite.v1',
      ...['id: unknown', 'titleDa: U', 'titleEn: U', 'dataset: data', 'split: test'],
      'models: [{ adapter: silent }]',
    ];
    await writeFile(at('suite.yaml'), suite.join('\n'));
    await writeFile(at('answers.jsonl'), '');
    await writeFile(cases, `${JSON.stringify(c1)}\n${line}\n`);
    const readAll = async () => {
      for await (const _ of (await openDataset(createFileStore(at('data')))).cases('test'));
    };
    const files = { cases, labels: join(at('data'), 'test.labels.jsonl'), screenings: at('answers.jsonl') };
    const readers = {
      openDataset: readAll,
      run: () => run({ suite: at('suite.yaml'), out: at('runs'), language: 'da' }),
      'labels export': () =>
        exportLabels({
          dataset: at('data'),
          split: 'test',
          format: 'xlsx',
          out: at('a.xlsx'),
          language: 'da',
        }),
      'score-file': () => scoreFile({ ...files, policy: 'standard', language: 'da' }),
    };
    for (const [name, read] of Object.entries(readers)) {
      const { error } = await captureOutput(read);
      expect([name, String(error)]).toEqual([name, expect.stringContaining(`test.cases.jsonl, ${message}`)]);
    }
    await writeFile(cases, toLines([c1, c2]));
    expect((await captureOutput(readAll)).error).toBeUndefined();
  });
});
