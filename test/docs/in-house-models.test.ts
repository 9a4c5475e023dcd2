import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { PromptIdSchema } from '../../evals/prompts/prompt-id.ts';
import { SuiteSchema } from '../../evals/suite.ts';
import { requireEuModel } from '../../functions/adapters/bedrock/require-eu-model.ts';

const root = resolve(import.meta.dirname, '../..');
const page = readFileSync(join(root, 'docs/in-house-models.md'), 'utf8');

const block = (language: string): string =>
  new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\``, 'msu').exec(page)?.[1] ?? '';

describe('the page on in-house models', () => {
  it('has a suite that is valid and stays in the EU', () => {
    const suite = SuiteSchema.parse(parse(block('yaml')));
    expect(suite.models.map(({ adapter }) => adapter)).toEqual(['bedrock', 'lambda']);
    for (const model of suite.models) if (model.adapter === 'bedrock') requireEuModel(model, 'models[0]');
  });

  it('has a policy that is JSON and allows two actions', () => {
    const { Statement } = JSON.parse(block('json')) as { Statement: { Action: string }[] };
    expect(new Set(Statement.map(({ Action }) => Action))).toEqual(
      new Set(['bedrock:InvokeModel', 'lambda:InvokeFunction']),
    );
  });

  it('names every prompt', () => {
    expect(PromptIdSchema.options.filter((name) => !page.includes(`\`${name}\``))).toEqual([]);
  });
});
