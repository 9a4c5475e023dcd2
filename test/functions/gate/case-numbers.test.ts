import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { PrivacyFinding } from '../../../datasets/privacy/finding.ts';
import { gate } from '../../../functions/cli/gate.ts';
import { captureOutput } from '../../support/capture-output.ts';
import { gateSuite } from '../../support/gate-suite.ts';
import { runCli } from '../../support/run-cli.ts';
import {
  smallCase,
  smallLabel,
  temporaryFolder,
  toLines,
  writeSmallDataset,
} from '../../support/small-dataset.ts';

describe('case numbers as ids of cases', () => {
  it('are findings in the data set; once signed off there, the run that shows them is at 0', async () => {
    await using temporary = await temporaryFolder();
    const { folder } = temporary;
    const data = join(folder, 'data');
    const ids = ['24-0001', '24-0002'];
    // The builder of small data sets signs off what it has planted.
    await writeSmallDataset(data, {
      test: {
        cases: ids.map((id) => smallCase(id)),
        labels: [smallLabel('24-0001', []), smallLabel('24-0002', ['x1'], { twinOf: '24-0001' })],
      },
    });
    const gated = await captureOutput(() => gate(data, { json: true }));
    process.exitCode = undefined;
    const { findings } = JSON.parse(gated.stdout) as { findings: PrivacyFinding[] };
    expect(new Set(findings.map(({ kind, field, signedOff }) => `${kind} ${field} ${signedOff}`))).toEqual(
      new Set([
        'sagsnummer caseId true',
        'sagsnummer twinOf true',
        'sagsnummer documents[0].pages[0].text true',
      ]),
    );
    await writeFile(join(folder, 'suite.yaml'), gateSuite(folder));
    const ran = await runCli([
      'run',
      '--suite',
      join(folder, 'suite.yaml'),
      '--out',
      join(folder, 'runs'),
      '--language',
      'en',
    ]);
    const run = /(?:Report|Rapport): (.*?)[\\/]report[\\/]/u.exec(ran.stdout)![1]!;
    const ofRun = await runCli(['gate', run]);
    expect({ code: ofRun.code, stderr: ofRun.stderr }).toEqual({ code: 0, stderr: '' });
    expect(ofRun.stdout).toContain('sagsnummer');
    const signed = await runCli(['gate', run, '--sign-off', 'me', '--why', 'known to everybody']);
    expect(signed.code).toBe(2);
    expect(signed.stderr).toMatch(/npx maalestok gate \S+data --sign-off WHO/u);
    expect(signed.stderr).toContain("Sign off in the run's data set");
  });
});

it('a word for made-up data that a change has made void is named, with the command that gives it again', async () => {
  await using temporary = await temporaryFolder();
  const data = join(temporary.folder, 'data');
  await writeSmallDataset(data, { test: { cases: [smallCase('c1')], labels: [smallLabel('c1', [])] } });
  const why = 'Made up for a test, all of it.';
  await captureOutput(() => gate(data, { madeUp: 'the test', why }));
  const page = { page: 1, text: 'Ejer: Quixa Zolmer' };
  const documents = smallCase('c1').documents.map((each) => ({ ...each, pages: [page] }));
  await writeFile(join(data, 'test.cases.jsonl'), toLines([smallCase('c1', { documents })]));
  const command = `npx maalestok gate ${data} --made-up 'the test' --why '${why}'`;
  const written = await runCli(['dataset', data, '--write']);
  expect({ code: written.code, stderr: written.stderr }).toEqual({ code: 0, stderr: '' });
  expect(written.stdout).toContain(`made up. The files have changed since`);
  expect(written.stdout).toContain(command);
  expect((await runCli(['gate', data])).code).toBe(1);
  const again = await runCli(['gate', data, '--made-up', 'the test', '--why', why]);
  expect(again).toMatchObject({ code: 0, stderr: '' });
});
