import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { PrivacyFinding } from '../../../datasets/privacy/finding.ts';
import { runCli } from '../../support/run-cli.ts';
import { temporaryFolder } from '../../support/small-dataset.ts';

it('looks at the names of folders, at lock files and at half-written files, and not into .git', async () => {
  await using temporary = await temporaryFolder();
  const { folder } = temporary;
  for (const inner of ['Mette Hansen 140244-6123', 'brev-fra_mette-hansen', '.git']) {
    await mkdir(join(folder, inner, 'deep'), { recursive: true });
  }
  const person = 'Mette Hansen, CPR 140244-6123';
  await writeFile(join(folder, 'Mette Hansen 140244-6123', 'deep', 'a.txt'), 'Skov og eng.');
  await writeFile(join(folder, 'brev.tmp'), person);
  await writeFile(join(folder, 'run.lock'), person);
  await writeFile(join(folder, '.git', 'deep', 'a.txt'), person);
  const { code, stdout } = await runCli(['gate', folder, '--json']);
  const { findings } = JSON.parse(stdout) as { findings: PrivacyFinding[] };
  const found = findings.map(({ kind, file, field }) =>
    [kind, field ?? '', file.split(/[\\/]/u).at(-1)].join('|'),
  );
  expect({ code, found: found.sort() }).toEqual({
    code: 1,
    found: [
      'cpr|file name|Mette Hansen 140244-6123',
      'cpr||brev.tmp',
      'cpr||run.lock',
      'name|file name|Mette Hansen 140244-6123',
      'name|file name|brev-fra_mette-hansen',
      'name||brev.tmp',
      'name||run.lock',
    ],
  });
});
