import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { screeningDa1 } from '../../../functions/promptfoo/prompt.ts';
import { smallCase, smallLabel, temporaryFolder, writeSmallDataset } from '../../support/small-dataset.ts';

/** A data set whose card says whether its case is synthetic. */
async function prepare(folder: string, synthetic: boolean): Promise<string> {
  const dataset = join(folder, synthetic ? 'synthetic' : 'real');
  const split = { cases: [smallCase('c1')], labels: [smallLabel('c1', ['x1'])] };
  await writeSmallDataset(dataset, { practice: split }, { synthetic });
  return dataset;
}

describe('our prompt in promptfoo', () => {
  it('hands out a case that is not synthetic only where it is said who receives it', async () => {
    await using temporary = await temporaryFolder();
    const vars = { caseId: 'c1' };
    const [synthetic, real] = [await prepare(temporary.folder, true), await prepare(temporary.folder, false)];
    expect(await screeningDa1({ vars, config: { dataset: synthetic } })).toContain('skur på 40 m²');
    await expect(screeningDa1({ vars, config: { dataset: real } })).rejects.toThrow('config.transfer');
    const transfer = { recipient: 'Eksempel A/S', region: 'Danmark', agreement: 'DBA 2026-7' };
    expect(await screeningDa1({ vars, config: { dataset: real, transfer } })).toContain('skur på 40 m²');
  });
});
