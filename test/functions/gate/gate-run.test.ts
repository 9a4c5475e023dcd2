import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { gateText } from '../../../datasets/privacy/gate-text.ts';
import { judgeRun } from '../../../functions/cli/gate/gate-run.ts';

it('knows a part of what the data set signs off, by whole words', async () => {
  const answers = [
    'Tegningen viser matr.nr. 71v, Vestermark Bygrunde.',
    'Dokumentet angiver matr.nr. 71v, som ikke er ejendommen.',
    'Dokumentet angiver matr.nr. 9971vx, som ikke er ejendommen.',
    'Dokumentet angiver matr.nr. 1v, som ikke er ejendommen.',
  ];
  const found = answers.flatMap((text) => gateText(text, { file: 'answers.jsonl' }));
  const run = { datasetFolder: '.', dataset: { split: 'practice' as const } };
  const judged = await judgeRun(run, resolve('datasets/byggesag-da'), found);
  expect(judged.map(({ signedOff }) => signedOff)).toEqual([true, true, false, false]);
});
