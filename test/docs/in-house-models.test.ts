import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { PromptIdSchema } from '../../evals/prompts/prompt-id.ts';
import { ScreeningStatusSchema } from '../../evals/screening/screening.ts';
import { SuiteSchema } from '../../evals/suite.ts';
import { requireEuModel } from '../../functions/adapters/bedrock/require-eu-model.ts';

const root = resolve(import.meta.dirname, '../..');
const page = readFileSync(join(root, 'docs/in-house-models.md'), 'utf8');

const block = (language: string): string =>
  new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\``, 'msu').exec(page)?.[1] ?? '';

/** Every kind of error that the adapters of in-house models name. */
function kindsInCode(): string[] {
  const folders = ['aws', 'bedrock', 'lambda'].map((folder) => join(root, 'functions/adapters', folder));
  const files = [
    join(root, 'functions/adapters/http/read-answer.ts'),
    ...folders.flatMap((folder) => readdirSync(folder).map((file) => join(folder, file))),
  ].map((file) => readFileSync(file, 'utf8'));
  const named =
    /(?:new ModelCallError|fail|refuse|invalid|invalidAnswer)\(\s*'([a-z-]+)'|kind: '([a-z-]+)'|'([a-z-]+)' : '([a-z-]+)'|"`, '([a-z-]+)'\)/gu;
  const kinds = files.flatMap((text) => [...text.matchAll(named)].flatMap((match) => match.slice(1)));
  const statuses: readonly string[] = ScreeningStatusSchema.options;
  return [
    ...new Set(kinds.filter((kind) => kind !== undefined && !statuses.includes(kind))),
  ].sort() as string[];
}

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

  it('names every prompt and every kind of error', () => {
    const kinds = kindsInCode();
    expect(kinds.length).toBeGreaterThan(15);
    expect([...PromptIdSchema.options, ...kinds].filter((name) => !page.includes(`\`${name}\``))).toEqual([]);
  });
});
