import { afterEach, describe, expect, it } from 'vitest';
import { IdSchema } from '../../../../datasets/case.ts';
import { InputError } from '../../../../datasets/errors.ts';
import { builtInCatalogue } from '../../../../datasets/rules/built-in-catalogue.ts';
import { buildInstructions } from '../../../../evals/prompts/build-prompt.ts';
import { smallTaxonomy } from '../../../support/arbitraries.ts';
import { allShown, euModelId, type StartedBedrock, startBedrock } from '../../../support/bedrock-model.ts';
import { toolUse } from '../../../support/converse-server.ts';
import { smallCase } from '../../../support/small-dataset.ts';

let started: StartedBedrock | undefined;
afterEach(() => started?.dispose());

const context = { taxonomy: smallTaxonomy, catalogue: builtInCatalogue(), shown: allShown };

async function sent(settings: object = {}, caseId = 'c1') {
  await started?.dispose();
  started = await startBedrock(() => toolUse({ findings: [] }), settings);
  const signal = new AbortController().signal;
  await started.model.screen(smallCase(caseId), { repeat: 0, requestId: 'ab'.repeat(32), signal });
  const [{ path, headers, body }] = started.server.requests as [(typeof started.server.requests)[0]];
  return { path, headers, body: JSON.parse(body) };
}

describe('what is sent to Bedrock', () => {
  it('is the prompt: stable part, mark for the cache, the case, and the tool that must be used', async () => {
    const { path, headers, body } = await sent();
    const { system, schema } = buildInstructions('screening-da-1-catalogue', context);
    expect(path).toBe(`/model/${euModelId}/converse`);
    expect(headers.authorization).toMatch(/^AWS4-HMAC-SHA256 .+\/eu-central-1\/bedrock\/aws4_request/u);
    expect(body).toEqual({
      system: [{ text: system }, { cachePoint: { type: 'default' } }],
      messages: [{ role: 'user', content: [{ text: expect.stringContaining('Sag c1: skur på 40 m².') }] }],
      inferenceConfig: { maxTokens: 8000, temperature: 0 },
      toolConfig: {
        tools: [
          { toolSpec: { name: 'screening', description: expect.any(String), inputSchema: { json: schema } } },
        ],
        toolChoice: { tool: { name: 'screening' } },
      },
    });
  });

  it('is the same for the same case, and only the case differs between cases', async () => {
    const one = await sent();
    const again = await sent();
    const other = await sent({}, 'c2');
    expect(again.body).toEqual(one.body);
    expect({ ...other.body, messages: one.body.messages }).toEqual(one.body);
    expect(other.body.messages).not.toEqual(one.body.messages);
  });

  it('leaves out what a model refuses, as the suite says', async () => {
    const { body } = await sent({
      temperature: null,
      promptCache: false,
      answer: 'text',
      prompt: 'screening-da-1',
      maxTokens: 500,
    });
    expect(body).toEqual({
      system: [{ text: buildInstructions('screening-da-1', context).system }],
      messages: expect.any(Array),
      inferenceConfig: { maxTokens: 500 },
    });
  });

  it('is what an estimate counts', async () => {
    const { body } = await sent();
    const { inputText } = started!;
    const tool = JSON.stringify(body.toolConfig.tools[0].toolSpec.inputSchema.json);
    const texts = [tool, body.system[0].text, body.messages[0].content[0].text];
    expect(inputText(smallCase('c1'))).toBe(texts.join('\n\n'));
  });
});

describe('a Bedrock model in the plan', () => {
  const planned = async (settings: object) => {
    const made = await startBedrock(() => null, settings);
    await made.dispose();
    return { id: made.model.id, version: made.model.version, fingerprint: made.fingerprint };
  };

  it('is named after its Bedrock id and its prompt', async () => {
    expect(await planned({})).toMatchObject({
      id: euModelId,
      version: `${euModelId} screening-da-1-catalogue v1`,
    });
    expect(await planned({ id: 'sonnet', prompt: 'screening-da-1' })).toMatchObject({
      id: 'sonnet',
      version: `${euModelId} screening-da-1 v1`,
    });
  });

  it('has a valid id and version, however long its ARN', async () => {
    const profile = 'arn:aws:bedrock:eu-west-1:123456789012:application-inference-profile';
    const plannedAs = (name: string) => planned({ modelId: `${profile}/${name}`, outsideEu: true });
    expect(await plannedAs('ab12cd')).toMatchObject({ id: 'ab12cd' });
    const long = await plannedAs('x'.repeat(400));
    const other = await plannedAs(`${'x'.repeat(399)}y`);
    expect(IdSchema.safeParse(long.id).success).toBe(true);
    expect(long.version.length).toBeLessThanOrEqual(200);
    expect(other.version).not.toBe(long.version);
  });

  it('is another model to the plan where anything that could change an answer differs', async () => {
    const settings = [
      {},
      { modelId: `${euModelId}x` },
      { region: 'eu-west-1' },
      { prompt: 'screening-da-1' },
      { maxTokens: 8001 },
      { temperature: 0.5 },
      { temperature: null },
      { answer: 'text' },
    ];
    const prints = [];
    for (const each of settings) prints.push(await planned(each));
    expect(new Set(prints.map(({ fingerprint }) => fingerprint)).size).toBe(settings.length);
    const [plain] = prints;
    expect((await planned({ promptCache: false, concurrency: 2, id: 'x' })).fingerprint).toBe(
      plain?.fingerprint,
    );
  });
});

describe('where cases may go', () => {
  const account = '123456789012';
  it.each([
    ['an EU profile', euModelId, 'eu-central-1'],
    ['an EU profile from Stockholm', euModelId, 'eu-north-1'],
    ['a model in one region of the EU', 'arn:aws:bedrock:eu-west-3::foundation-model/mistral.x', 'eu-west-3'],
    ['an EU profile by its ARN', `arn:aws:bedrock:eu-west-1:${account}:inference-profile/eu.x`, 'eu-west-1'],
    ...['custom-model', 'custom-model-deployment', 'imported-model', 'provisioned-model'].map((kind) => [
      `a ${kind} there`,
      `arn:aws:bedrock:eu-west-1:${account}:${kind}/a1b2c3d4e5f6`,
      'eu-west-1',
    ]),
  ] as [string, string, string][])('%s is called as it is', async (_, modelId, region) => {
    started = await startBedrock(() => toolUse({ findings: [] }), { modelId, region });
    expect(started.model.version).toContain(modelId);
  });

  it.each([
    ['a region outside Europe', euModelId, 'us-east-1', 'region'],
    ['London', euModelId, 'eu-west-2', 'region'],
    ['Zurich', euModelId, 'eu-central-2', 'region'],
    ['a profile of the US', 'us.anthropic.x', 'eu-central-1', 'modelId'],
    ['a profile of the whole world', 'global.anthropic.x', 'eu-central-1', 'modelId'],
    ['a model that is no profile', 'anthropic.x', 'eu-central-1', 'modelId'],
    [
      'the world by its ARN',
      `arn:aws:bedrock:eu-west-1:${account}:inference-profile/global.x`,
      'eu-west-1',
      'modelId',
    ],
    ['an ARN in the US', 'arn:aws:bedrock:us-east-1::foundation-model/x', 'eu-west-1', 'modelId'],
    ...[
      'application-inference-profile/eu.x',
      'prompt-router/eu.x',
      'default-prompt-router/anthropic.claude:1',
      'prompt/ABCDEFGHIJ:1',
      'a-kind-of-tomorrow/eu.x',
    ].map((resource) => [
      resource,
      `arn:aws:bedrock:eu-west-1:${account}:${resource}`,
      'eu-west-1',
      'modelId',
    ]),
    ['an endpoint', `arn:aws:sagemaker:eu-west-1:${account}:endpoint/e`, 'eu-west-1', 'modelId'],
    ['no ARN quite', 'arn:aws:bedrock:eu-west-1', 'eu-west-1', 'modelId'],
  ] as [string, string, string, string][])(
    '%s needs a word in the suite',
    async (_, modelId, region, field) => {
      const start = startBedrock(() => null, { modelId, region });
      await expect(start).rejects.toBeInstanceOf(InputError);
      await expect(start).rejects.toMatchObject({
        problem: { field: `models[0].${field}`, mend: expect.stringContaining('outsideEu') },
      });
      started = await startBedrock(() => null, { modelId, region, outsideEu: true });
    },
  );

  it('what an application profile routes to is to be named', async () => {
    const modelId = `arn:aws:bedrock:eu-west-1:${account}:application-inference-profile/a1b2c3d4e5f6`;
    await expect(startBedrock(() => null, { modelId, region: 'eu-west-1' })).rejects.toThrow(
      'field models[0].modelId: the ARN of a kind (application-inference-profile) that does not tell where the model runs, ' +
        'expected an id that begins with "eu.", or the ARN of a model in a region of the EU\n  Name what it routes to: ',
    );
  });
});
