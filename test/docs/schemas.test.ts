import { readdir, readFile } from 'node:fs/promises';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { type JsonSchemaName, jsonSchemaNames, renderJsonSchema } from '../../functions/json-schemas.ts';
import { runCli } from '../support/run-cli.ts';
import { compareFile, docsPath, root } from './compare-file.ts';

type Json = Record<string, unknown>;

async function compile(name: JsonSchemaName): Promise<ValidateFunction> {
  const schema = JSON.parse(await readFile(docsPath(`schemas/${name}.schema.json`), 'utf8'));
  const ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: true });
  return ajv.compile(schema);
}

async function linesOf(path: string): Promise<Json[]> {
  const text = await readFile(docsPath(path), 'utf8');
  return text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Json);
}

function expectValid(validate: ValidateFunction, value: unknown): void {
  validate(value);
  expect(validate.errors ?? []).toEqual([]);
}

describe('docs/schemas', () => {
  it.each(jsonSchemaNames)('%s is what zod exports, byte for byte', async (name) => {
    await compareFile(docsPath(`schemas/${name}.schema.json`), renderJsonSchema(name));
  });

  it('holds the schemas of `maalestok schema`, and no other', async () => {
    const files = (await readdir(docsPath('schemas'))).filter((file) => file.endsWith('.json'));
    expect(files.sort()).toEqual(jsonSchemaNames.map((name) => `${name}.schema.json`).sort());
    const page = await readFile(docsPath('schemas/README.md'), 'utf8');
    for (const name of jsonSchemaNames) expect(page).toContain(`(${name}.schema.json)`);
  });

  it('accepts the example', async () => {
    for (const name of ['case', 'label', 'screening'] as const) {
      const validate = await compile(name);
      for (const line of await linesOf(`vendors/example/${name}s.jsonl`)) expectValid(validate, line);
    }
    const card = await readFile(docsPath('vendors/example/card.json'), 'utf8');
    expectValid(await compile('card'), JSON.parse(card));
    const suite = await readFile(docsPath('vendors/example/suite.yaml'), 'utf8');
    expectValid(await compile('suite'), parseYaml(suite));
  });

  it('accepts the practice split, the taxonomy and a result', async () => {
    for (const name of ['case', 'label'] as const) {
      const validate = await compile(name);
      const text = await readFile(`${root}/datasets/byggesag-da/practice.${name}s.jsonl`, 'utf8');
      for (const line of text.trim().split('\n')) expectValid(validate, JSON.parse(line));
    }
    const taxonomy = await readFile(`${root}/datasets/taxonomy/byggesag.json`, 'utf8');
    expectValid(await compile('taxonomy'), JSON.parse(taxonomy));
    const files = ['cases', 'labels', 'screenings'].flatMap((name) => [
      `--${name}`,
      docsPath(`vendors/example/${name}.jsonl`),
    ]);
    const done = await runCli(['score-file', ...files, '--json']);
    expectValid(await compile('result'), JSON.parse(done.stdout));
  });

  it.each<[name: JsonSchemaName, change: string, changes: Json]>([
    ['screening', 'a status that is none', { status: 'ok' }],
    ['screening', 'no model', { model: undefined }],
    ['screening', 'findings that are no list', { findings: 'ingen' }],
    ['screening', 'a finding without id', { findings: [{ text: 'x' }] }],
    ['screening', 'a confidence above 1', { findings: [{ findingId: 'f1', text: '', confidence: 2 }] }],
    [
      'screening',
      'evidence without a place',
      { findings: [{ findingId: 'f1', text: '', evidence: [{ page: 1 }] }] },
    ],
    ['screening', 'another schema id', { schema: 'maalestok.screening.v2' }],
    ['case', 'no documents', { documents: undefined }],
    ['case', 'a field that is an object', { fields: { areal: { m2: 4 } } }],
    ['case', 'an id with a space', { caseId: 'eks 1' }],
    ['label', 'a role that is none', { defects: [{ code: 'modstrid_areal', role: 'optional' }] }],
  ])('%s refuses %s', async (name, _, changes) => {
    const validate = await compile(name);
    const [first] = await linesOf(`vendors/example/${name}s.jsonl`);
    const wrong = JSON.parse(JSON.stringify({ ...first, ...changes })) as Json;
    expect(validate(wrong)).toBe(false);
  });
});
