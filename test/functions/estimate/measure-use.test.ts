import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ProtocolSchema } from '../../../evals/artifacts.ts';
import { openDataset } from '../../../evals/open-dataset.ts';
import { createFileStore } from '../../../functions/adapters/file-store.ts';
import { openTokenCounter } from '../../../functions/estimate/count-tokens.ts';
import { measureUse } from '../../../functions/estimate/measure-use.ts';
import type { ReadyModel } from '../../../functions/models/ready-model.ts';
import { smallCase, smallLabel, temporaryFolder, writeSmallDataset } from '../../support/small-dataset.ts';

const suite = { split: 'test', protocol: ProtocolSchema.parse({ shown: { fields: false } }) } as const;

function ready(inputText: ReadyModel['inputText']): ReadyModel {
  const entry = { id: 'm', version: '1', kind: 'vendor', provenance: 'run-by-us' } as const;
  const model = { id: 'm', version: '1', screen: () => Promise.reject(new Error('asked')) };
  return { entry, fingerprint: '', model, called: true, inputText };
}

it('counts 500 cases evenly spread of more, as the protocol shows them, and asks nobody', async () => {
  await using temporary = await temporaryFolder();
  const folder = join(temporary.folder, 'data');
  const bytes = 'Tegning';
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  await mkdir(join(folder, 'files'), { recursive: true });
  await writeFile(join(folder, 'files', sha256), bytes);
  const file = { fileId: 'f', name: 'a.txt', mediaType: 'text/plain', sha256, bytes: bytes.length };
  const cases = Array.from({ length: 1250 }, (_, at) => {
    const text = 'Skuret ligger tæt på skel. '.repeat(1 + Math.floor(at / 50));
    return smallCase(`c${String(at).padStart(4, '0')}`, {
      documents: [{ documentId: 'a', type: 'form', title: 'Form', pages: [{ page: 1, text }] }],
      files: at % 2 === 0 ? [file] : [],
    });
  });
  const labels = cases.map(({ caseId }) => smallLabel(caseId, []));
  await writeSmallDataset(folder, { test: { cases, labels } });
  const dataset = await openDataset(createFileStore(folder));
  const told: string[] = [];
  const model = ready(({ caseId, fields, documents }) => {
    told.push(caseId);
    expect(fields).toEqual({});
    return documents[0]!.pages[0]!.text;
  });
  const silent = ready(undefined);

  const all = await measureUse(suite, dataset, [model, silent], 1250);
  expect(all).toMatchObject({ countedCases: 500, casesWithFiles: 250 });
  expect([told.length, told[0], told[1], told[499]]).toEqual([500, 'c0000', 'c0002', 'c1247']);
  const countTokens = await openTokenCounter();
  const exact = cases.reduce((sum, each) => sum + countTokens(each.documents[0]!.pages[0]!.text), 0) / 1250;
  expect(Math.abs(all.textOf(model, false)!.inputTokens / exact - 1)).toBeLessThan(0.005);
  expect(all.textOf(silent, false)).toBeUndefined();
  expect(all.answerTokens).toBeGreaterThan(5);

  told.length = 0;
  expect((await measureUse(suite, dataset, [model], 3)).countedCases).toBe(3);
  expect(told).toEqual(['c0000', 'c0001', 'c0002']);
});
