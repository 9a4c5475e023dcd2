import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { InputError } from '../../../datasets/errors.ts';
import { takeFileLock } from '../../../functions/adapters/file-lock.ts';
import { datasetCard } from '../../../functions/cli/dataset/card.ts';
import { splitDataset } from '../../../functions/cli/dataset/split.ts';
import { dataset } from '../../../functions/cli/dataset.ts';
import { documentChecks } from '../../../functions/cli/document-checks.ts';
import { gate } from '../../../functions/cli/gate.ts';
import { pseudonymise } from '../../../functions/cli/pseudonymise.ts';
import { synthesise } from '../../../functions/cli/synthesise.ts';
import { variants } from '../../../functions/cli/variants.ts';
import { captureOutput } from '../../support/capture-output.ts';
import { smallCase, smallLabel, temporaryFolder, writeSmallDataset } from '../../support/small-dataset.ts';

it('whoever writes to a data set is alone: all others are refused, and write nothing', async () => {
  await using temporary = await temporaryFolder();
  const at = (name: string) => join(temporary.folder, name);
  const [data, out] = [at('data'), at('ny')];
  const ids = ['c1', 'c2'];
  await writeSmallDataset(data, {
    test: { cases: ids.map((id) => smallCase(id)), labels: ids.map((id) => smallLabel(id, [])) },
  });
  const card = await readFile(join(data, 'card.json'), 'utf8');
  const why = 'Made up for a test, all of it.';
  const writers: Record<string, () => Promise<void>> = {
    'dataset --write': () => dataset(data, { write: true }),
    'dataset card': () => datasetCard(data, { language: 'da' }),
    'gate --write': () => gate(data, { write: true }),
    'gate --sign-off': () => gate(data, { signOff: 'me', why }),
    'gate --made-up': () => gate(data, { madeUp: 'me', why }),
    'dataset split': () => splitDataset(data, { shares: 'practice=1,test=1', seed: '1', out }),
    pseudonymise: () => pseudonymise(data, { key: at('key'), out }),
    variants: () => variants({ dataset: data, out, split: 'test', attacks: '0', seed: '1' }),
    synthesise: () => synthesise({ cases: '10', seed: '1', out, drawings: 'none' }),
    'document-checks': () => documentChecks({ out, seed: '1' }),
  };
  const releases = [await takeFileLock(`${data}.lock`, data), await takeFileLock(`${out}.lock`, out)];
  for (const [name, write] of Object.entries(writers)) {
    const { error } = await captureOutput(write);
    expect([name, String(error)]).toEqual([name, expect.stringContaining('in use by process')]);
    expect(error).toBeInstanceOf(InputError);
  }
  for (const read of [
    () => dataset(data, {}),
    () => gate(data, {}),
    () => datasetCard(data, { language: 'da', print: true }),
  ]) {
    expect((await captureOutput(read)).error).toBeUndefined();
  }
  for (const release of releases) await release();
  expect(await readFile(join(data, 'card.json'), 'utf8')).toBe(card);
  expect((await readdir(temporary.folder)).sort()).toEqual(['data']);
  expect((await captureOutput(writers['gate --made-up']!)).error).toBeUndefined();
  expect((await readdir(temporary.folder)).sort()).toEqual(['data']);
});
