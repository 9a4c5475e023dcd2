import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { csv, goodRow, header, tryIntake } from '../../support/intake.ts';
import { runCli } from '../../support/run-cli.ts';
import { temporaryFolder } from '../../support/small-dataset.ts';

it('a run on cases without labels says that it needs them, before any model is asked', async () => {
  await using temporary = await temporaryFolder();
  const { folder } = temporary;
  await tryIntake(folder, { input: 'a.csv', files: { 'a.csv': csv(header, goodRow) } });
  const suite = [
    'schema: maalestok.suite.v1',
    'id: s',
    'titleDa: S',
    'titleEn: S',
    'dataset: ud',
    'models: [{ adapter: silent }]',
  ].join('\n');
  await writeFile(join(folder, 'suite.yaml'), suite);
  await runCli(['gate', 'ud', '--sign-off', 'Prøve', '--why', 'Syntetisk sag.'], { cwd: folder });
  const { code, stderr } = await runCli(['run', '--suite', 'suite.yaml', '--out', 'runs'], { cwd: folder });
  expect(stderr).toContain(
    'Error: ud/card.json, field splits.test.labels: no labels, expected a file of labels, one a case\n' +
      '  Cases that were taken in without labels are labelled by people first: `npx maalestok labels export --dataset ud --split test --annotator ID --out FILE.xlsx`, then `import` and `adjudicate` (docs/labels.md).\n',
  );
  expect(code).toBe(2);
});
