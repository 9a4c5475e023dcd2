import { createHash, generateKeyPairSync } from 'node:crypto';
import { expect, it } from 'vitest';
import { gateJsonLine } from '../../../datasets/privacy/gate-text.ts';
import { signResult } from '../../../evals/signing/sign-result.ts';
import { createLocalSigner } from '../../../functions/adapters/signing/create-local-signer.ts';
import { docsPath } from '../../docs/compare-file.ts';
import { runCli } from '../../support/run-cli.ts';
import { temporaryFolder } from '../../support/small-dataset.ts';

it('finds nothing personal in keys, signatures and hashes', async () => {
  const files = ['figures.csv', 'findings.csv', 'rapport.html', 'report.html'];
  const found: string[] = [];
  for (let number = 0; number < 6000; number += 1) {
    const { privateKey } = generateKeyPairSync('ed25519');
    const report = files.map((file) => ({
      file,
      sha256: createHash('sha256').update(`${file}${number}`).digest('hex'),
    }));
    const signed = await signResult(`{"a":${number}}`, report, createLocalSigner(privateKey));
    const text = JSON.stringify(signed, null, 2);
    for (const { finding, value } of gateJsonLine(text, { file: 'result.sig.json', line: 1 }))
      found.push(`${finding.kind}: ${value}`);
  }
  expect(found).toEqual([]);
});

// Drawn by chance among 60,000: "v/Li" reads like "ved Li", "+WP86646+" like a number plate.
const looksPersonal = [
  'v/Li3OkWUEGQ8h0kkczYHgGEyltwMFcfkyB8bg5fkDdF0h6XxTS7jNw1ltfhaU7jzUMOagtlWfpkshCkAHz4BQ==',
  'xhHcNvL66B4OChY41suBBfX+WP86646+ahSb15KradkRhsBsUvniwDL7Zv2a5RDFwwfDD5TPj5EUAd6Gq9dABQ==',
];

it('takes a signature for no name and no plate, and the same signs in any other text for what they say', () => {
  const findings = (value: string) =>
    gateJsonLine(JSON.stringify({ signature: value }), { file: 'result.sig.json', line: 1 }).length;
  for (const signature of looksPersonal) {
    expect(findings(signature)).toBe(0);
    expect(findings(`${signature} `)).toBe(1);
    expect(findings(signature.slice(0, -1))).toBe(1);
  }
});

it('passes a signed run', async () => {
  await using temporary = await temporaryFolder();
  const suite = docsPath('vendors/example/suite.yaml');
  expect((await runCli(['run', '--suite', suite, '--out', temporary.folder])).code).toBe(0);
  const done = await runCli(['gate', temporary.folder, '--json']);
  const { findings } = JSON.parse(done.stdout) as { findings: { file: string }[] };
  expect(findings.map(({ file }) => file).filter((file) => file.includes('sig'))).toEqual([]);
});
