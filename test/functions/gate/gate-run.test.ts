import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { gateText } from '../../../datasets/privacy/gate-text.ts';
import { judgeRun } from '../../../functions/cli/gate/gate-run.ts';
import { runCli } from '../../support/run-cli.ts';
import {
  smallCase,
  smallLabel,
  temporaryFolder,
  toLines,
  writeSmallDataset,
} from '../../support/small-dataset.ts';

const suite = { id: 'own', titleDa: 'Mine modeller', titleEn: 'My models' };

it('knows a part of what the data set signs off, by whole words', async () => {
  const answers = [
    'Tegningen viser matr.nr. 71v, Vestermark Bygrunde.',
    'Dokumentet angiver matr.nr. 71v, som ikke er ejendommen.',
    'Dokumentet angiver matr.nr. 9971vx, som ikke er ejendommen.',
    'Dokumentet angiver matr.nr. 1v, som ikke er ejendommen.',
  ];
  const found = answers.flatMap((text) => gateText(text, { file: 'answers.jsonl' }));
  const run = { datasetFolder: '.', dataset: { split: 'practice' as const }, suite };
  const judged = await judgeRun(run, resolve('datasets/byggesag-da'), found);
  expect(judged.map(({ signedOff }) => signedOff)).toEqual([true, true, false, false]);
});

it('knows what a passed data set holds word for word, and no longer once a file or the gate has changed', async () => {
  await using temporary = await temporaryFolder();
  const { folder } = temporary;
  const page = { page: 1, text: 'Nabo: Skov og eng. Vejen hedder Quixavej Zolmer.' };
  const documents = smallCase('c1').documents.map((each) => ({ ...each, pages: [page] }));
  const cases = [smallCase('c1', { documents })];
  await writeSmallDataset(folder, { test: { cases, labels: [smallLabel('c1', [])] } });
  const run = { datasetFolder: '.', dataset: { split: 'test' as const }, suite };
  const found = ['Ejer: Quixavej Zolmer', 'Ejer: Skov'].flatMap((text) =>
    gateText(text, { file: 'screenings/a.jsonl' }),
  );
  const judge = async () => (await judgeRun(run, folder, found)).map(({ signedOff }) => signedOff);
  // A single word may stand in the data set as a wood.
  expect(await judge()).toEqual([true, false]);
  const file = join(folder, 'test.cases.jsonl');
  await writeFile(file, toLines([...cases, smallCase('c2')]));
  expect(await judge()).toEqual([false, false]);
  await writeFile(file, toLines(cases));
  expect(await judge()).toEqual([true, false]);
});

it('takes a word of the title for a name only where the title names somebody, or a model does', () => {
  const text = 'Målingens navn Mine modeller';
  const shown = gateText(text, { file: 'runs/a/report/rapport.html' });
  const said = [text, 'Ejer: Mine'].flatMap((each) =>
    gateText(each, { file: 'runs/a/screenings/m/0.jsonl' }),
  );
  expect([shown.length, said.length]).toEqual([1, 2]);
  const judge = async (titleDa: string) => {
    const run = { datasetFolder: '.', dataset: { split: 'practice' as const }, suite: { ...suite, titleDa } };
    const judged = await judgeRun(run, resolve('datasets/byggesag-da'), [...shown, ...said]);
    return judged.map(({ signedOff }) => signedOff);
  };
  return Promise.all([
    expect(judge('Mine modeller')).resolves.toEqual([true, false, false]),
    expect(judge('Mine Hansens modeller')).resolves.toEqual([false, false, false]),
    expect(judge('Vores modeller')).resolves.toEqual([false, false, false]),
  ]);
});

it('says how a title that names somebody is changed, so that the gate of the run comes to 0', async () => {
  await using temporary = await temporaryFolder();
  const { folder } = temporary;
  await writeSmallDataset(join(folder, 'data'), {
    test: { cases: [smallCase('c1')], labels: [smallLabel('c1', [])] },
  });
  const file = join(folder, 'suite.yaml');
  const runAs = async (title: string) => {
    await writeFile(
      file,
      `{ schema: maalestok.suite.v1, id: own, titleDa: ${title}, titleEn: ${title}, dataset: data, split: test, models: [{ adapter: silent }] }`,
    );
    const { stdout } = await runCli([
      'run',
      '--suite',
      file,
      '--out',
      join(folder, 'runs'),
      '--language',
      'da',
    ]);
    const run = /Rapport: (.*?)[\\/]report[\\/]/u.exec(stdout)![1]!;
    return { run, gated: await runCli(['gate', run]) };
  };
  const named = await runAs('Mette Hansens modeller');
  expect(named.gated.code).toBe(1);
  expect(named.gated.stdout).toMatch(/The suite's title reads as a name: give \S*suite\.yaml another/u);
  const changed = await runAs('Mine modeller');
  expect(changed.run).toBe(named.run);
  expect(changed.gated.stdout).not.toContain('title');
  expect(changed.gated.code).toBe(0);
});
