import { resolve } from 'node:path';
import { Validator } from '@seriousme/openapi-schema-validator';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { builtInTaxonomy } from '../../../datasets/taxonomy/built-in-taxonomy.ts';
import {
  ProblemSchema,
  VendorAnswerSchema,
  VendorRequestSchema,
} from '../../../evals/screening/vendor-contract.ts';
import {
  answerExamples,
  problemExample,
  requestExample,
} from '../../../functions/openapi/contract-examples.ts';
import { renderOpenApi } from '../../../functions/openapi/render-openapi.ts';
import { compareFile, root } from '../../docs/compare-file.ts';
import { runCli } from '../../support/run-cli.ts';

const document = JSON.parse(renderOpenApi()) as Record<string, unknown>;

/** The compiled schema of a component. */
function compile(name: string) {
  const ajv = new Ajv2020({ strict: false, validateFormats: false });
  ajv.addSchema({ ...document, $id: 'https://maalestok.example/openapi.json' });
  return ajv.compile({ $ref: `https://maalestok.example/openapi.json#/components/schemas/${name}` });
}

describe('openapi.json', () => {
  it('is what the schemas of the contract say', async () => {
    await compareFile(resolve(root, 'openapi.json'), renderOpenApi());
  });

  it('is valid OpenAPI 3.1', async () => {
    const validator = new Validator();
    expect(await validator.validate(structuredClone(document))).toEqual({ valid: true });
    expect(validator.version).toBe('3.1');
    validator.resolveRefs();
  });

  it('is printed by `maalestok schema openapi`', async () => {
    expect(await runCli(['schema', 'openapi'])).toMatchObject({
      code: 0,
      stdout: renderOpenApi(),
      stderr: '',
    });
    expect((await runCli(['schema'])).stdout.split('\n')).toContain('openapi');
  });

  it('gives examples that meet the contract', () => {
    const request = compile('Request');
    const answer = compile('Answer');
    expect(VendorRequestSchema.parse(requestExample)).toEqual(requestExample);
    expect([request(requestExample), request.errors]).toEqual([true, null]);
    for (const example of Object.values(answerExamples)) {
      VendorAnswerSchema.parse(example);
      expect([answer(example), answer.errors]).toEqual([true, null]);
    }
    ProblemSchema.parse(problemExample);
  });

  it('gives examples whose codes exist', () => {
    const { findings } = VendorAnswerSchema.parse(answerExamples.findings);
    const codes = builtInTaxonomy().defects.map(({ code }) => code);
    expect(findings.map(({ code }) => codes.includes(code!))).toEqual([true]);
  });

  it.each([
    ['Answer', { findings: [] }],
    ['Answer', { caseId: 'c1' }],
    ['Answer', { caseId: 'c1', findings: [{ text: 'x' }] }],
    ['Answer', { caseId: 'c1', status: 'failed', findings: [] }],
    ['Request', { ...requestExample, contract: 'maalestok.vendor.v2' }],
    ['Request', { ...requestExample, case: undefined }],
  ])('refuses in %s what the contract refuses', (name, value) => {
    expect(compile(name)(JSON.parse(JSON.stringify(value)))).toBe(false);
  });

  it.each([
    ['Answer', { ...answerExamples.nothing, colour: 'red' }],
    ['Request', { ...requestExample, colour: 'red' }],
  ])('lets through in %s what it does not know', (name, value) => {
    expect(compile(name)(value)).toBe(true);
  });
});
