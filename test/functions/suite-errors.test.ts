import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { runCli } from '../support/run-cli.ts';
import { smallCase, smallLabel, temporaryFolder, writeSmallDataset } from '../support/small-dataset.ts';

const suite = `# Which models are asked.

schema: maalestok.suite.v1
id: small
titleDa: Lille
titleEn: Small
dataset: data
models:
  - adapter: silent
  - adapter: http
    id: vendor
    version: '1'
    url: https://vendor.example/screen
    auth:
      type: bearer
      token: env:MAALESTOK_TEST_UNSET
protocol:
  retries: 0
`;

const called = suite.slice(suite.indexOf('    id: vendor'), suite.indexOf('protocol:'));

const spelling = 'Check the spelling, or leave it out.';
const example = 'See evals/suites/ for examples.';

const table: [what: string, from: string, to: string, message: string | RegExp][] = [
  [
    'a field that is wrong',
    'retries: 0',
    'retries: many',
    ', line 18, field protocol.retries: "many", expected a number\n',
  ],
  [
    'a field that is missing in a model',
    "    version: '1'\n",
    '',
    ', line 10, field models[1].version: nothing, expected text\n',
  ],
  ['a field that is missing', 'id: small\n', '', ', line 3, field id: nothing, expected text\n'],
  [
    'an unknown field beside the one that is missing for it',
    'titleEn:',
    'titelEn:',
    `, line 6: unknown field "titelEn", expected only the fields of the schema\n  ${spelling}\n`,
  ],
  [
    'an unknown field of a model',
    '    url:',
    '    uri:',
    `, line 13, field models[1]: unknown field "uri", expected only the fields of the schema\n  ${spelling}\n`,
  ],
  [
    'an adapter that is none',
    'adapter: silent',
    'adapter: silence',
    /, line 9, field models\[0\]\.adapter: "silence", expected one of "silent"/u,
  ],
  [
    'a secret written out',
    'env:MAALESTOK_TEST_UNSET',
    'hunter2',
    /, line 16, field models\[1\]\.auth\.token: a value that is not shown, expected a reference/u,
  ],
  ['what is no YAML', '    id: vendor', '  id: vendor', /, line 11: no YAML \(/u],
  ['an empty file', suite, '# nothing\n', ': an empty file, expected a suite (YAML)\n'],
  ['a list', suite, '- a\n', ', line 1: a list of 1, expected an object\n'],
  // These keep the schema, and are found when models are made.
  [
    'an address that is not called',
    'https://vendor.example/screen',
    'http://vendor.example/screen',
    /, line 13, field models\[1\]\.url: plain http, expected https/u,
  ],
  [
    'a model that learns where there is nothing to learn from',
    'adapter: silent',
    'adapter: nearest-case',
    /, line 9, field models\[0\]: a model that learns from the practice split, which "small" does not have/u,
  ],
  [
    'two models by one id',
    called,
    called.replace('vendor', 'silent').replace(/ {4}auth:.*$/su, ''),
    /, line 11, field models\[1\]\.id: a second model "silent"/u,
  ],
  [
    'a secret that is not set, which is no line of the suite',
    'id: small',
    'id: small',
    /suite\.yaml, field env:MAALESTOK_TEST_UNSET: a variable that is not set/u,
  ],
];

it.each(table)('run names file and line of %s', async (_, from, to, message) => {
  await using temporary = await temporaryFolder();
  const { folder } = temporary;
  await writeSmallDataset(join(folder, 'data'), {
    test: { cases: [smallCase('c1')], labels: [smallLabel('c1', [])] },
  });
  const file = join(folder, 'suite.yaml');
  await writeFile(file, suite.replace(from, to));
  const { code, stderr } = await runCli(['run', '--suite', file, '--out', join(folder, 'runs')]);
  if (typeof message === 'string') expect(stderr).toContain(`${file}${message}`);
  else expect(stderr).toMatch(message);
  expect({ code, shown: /hunter2/u.test(stderr) }).toEqual({ code: 2, shown: false });
});

it('estimate and export name them too', async () => {
  await using temporary = await temporaryFolder();
  const file = join(temporary.folder, 'suite.yaml');
  await writeFile(file, suite.replace('retries: 0', 'retries: -1'));
  const message = `${file}, line 18, field protocol.retries: -1, expected at least 0\n`;
  for (const args of [
    ['estimate'],
    ['export', '--format', 'promptfoo', '--out', join(temporary.folder, 'o.yaml')],
  ]) {
    const { code, stderr } = await runCli([...args, '--suite', file]);
    expect({ code, said: stderr.includes(message) ? message : stderr }).toEqual({ code: 2, said: message });
  }
});

it('a suite that is not there names examples', async () => {
  const { code, stderr } = await runCli(['run', '--suite', 'no-such-suite.yaml']);
  expect(code).toBe(2);
  expect(stderr).toContain(`no-such-suite.yaml: no such file, expected a suite (YAML)\n  ${example}\n`);
});
