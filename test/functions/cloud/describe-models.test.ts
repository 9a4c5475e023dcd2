import { describe, expect, it } from 'vitest';
import { openDataset } from '../../../evals/open-dataset.ts';
import { SuiteSchema } from '../../../evals/suite.ts';
import { createFileStore } from '../../../functions/adapters/file-store.ts';
import { describeModels } from '../../../functions/cloud/describe-models.ts';
import { smallCase, smallLabel, temporaryFolder, writeSmallDataset } from '../../support/small-dataset.ts';

const head = { schema: 'maalestok.suite.v1', id: 's', titleDa: 's', titleEn: 's', dataset: '.' };
const sonnet = { adapter: 'bedrock', modelId: 'eu.anthropic.claude-sonnet-4-5-20250929-v1:0' };
const own = { adapter: 'lambda', id: 'own', version: '1', functionName: 'maalestok-model-own' };

/** @param region the installation's; undefined: there is none */
async function plan(model: object, region: string | undefined) {
  await using place = await temporaryFolder();
  await writeSmallDataset(place.folder, {
    test: { cases: [smallCase('c1')], labels: [smallLabel('c1', [])] },
  });
  const dataset = await openDataset(createFileStore(place.folder));
  const suite = SuiteSchema.parse({ ...head, models: [model] });
  // The folder is there until it is done.
  return await describeModels(suite, { dataset, egress: undefined, region });
}

describe('models that an installation’s roles let nobody call, so that each call would be denied and the model be blamed', () => {
  it.each([sonnet, own])('are refused in another region: %j', async (entry) => {
    const model = { ...entry, region: 'eu-north-1' };
    await expect(plan(model, 'eu-central-1')).rejects.toMatchObject({
      name: 'InputError',
      message: expect.stringMatching(/models\[0\]\.region: "eu-north-1", expected "eu-central-1"/u),
    });
    for (const region of ['eu-north-1', undefined])
      expect((await plan(model, region)).map(({ ordered: { kind } }) => kind)).toEqual(['inHouse']);
  });

  it.each([
    'screening',
    'maalestok-score',
    'arn:aws:lambda:eu-central-1:123456789012:function:maalestok-model-own',
    '123456789012:function:maalestok-model-own',
  ])(
    'are refused as functions that do not have their names, or may be another account’s: %s',
    async (functionName) => {
      const model = { ...own, functionName };
      await expect(plan(model, 'eu-central-1')).rejects.toMatchObject({
        name: 'InputError',
        message: expect.stringMatching(
          /models\[0\]\.functionName: ".*", expected a name that begins with "maalestok-model-"/u,
        ),
      });
      expect(await plan(model, undefined)).toHaveLength(1);
    },
  );

  it.each([
    'us.anthropic.claude-sonnet-4-5-20250929-v1:0',
    'global.anthropic.claude-sonnet-4-5-20250929-v1:0',
    'arn:aws:bedrock:eu-central-1:123456789012:application-inference-profile/abc',
  ])('are refused on Bedrock where they may leave the EU: %s', async (modelId) => {
    const model = { ...sonnet, modelId, outsideEu: true };
    await expect(plan(model, 'eu-central-1')).rejects.toMatchObject({
      name: 'InputError',
      message: expect.stringMatching(/models\[0\]\.outsideEu: true, expected false/u),
    });
    expect(await plan(model, undefined)).toHaveLength(1);
  });

  it.each([
    'arn:aws:bedrock:eu-north-1:123456789012:inference-profile/eu.amazon.nova-pro-v1:0',
    'arn:aws:bedrock:eu-north-1:123456789012:imported-model/a1b2c3d4e5f6',
    'arn:aws:bedrock:eu-central-1:123456789012:custom-model/amazon.nova-lite-v1:0/a1b2c3d4e5f6',
  ])('are refused on Bedrock in another region, or of another kind: %s', async (modelId) => {
    await expect(plan({ ...sonnet, modelId }, 'eu-central-1')).rejects.toMatchObject({
      name: 'InputError',
      message: expect.stringMatching(/models\[0\]\.modelId: "arn:.*", expected .* in "eu-central-1"/u),
    });
    expect(await plan({ ...sonnet, modelId }, undefined)).toHaveLength(1);
  });

  it.each([
    'arn:aws:bedrock:eu-central-1:123456789012:inference-profile/eu.amazon.nova-pro-v1:0',
    'arn:aws:bedrock:eu-central-1::foundation-model/amazon.nova-lite-v1:0',
    ...['custom-model-deployment', 'imported-model', 'provisioned-model'].map(
      (kind) => `arn:aws:bedrock:eu-central-1:123456789012:${kind}/a1b2c3d4e5f6`,
    ),
  ])('are none on Bedrock where the roles give them: %s', async (modelId) => {
    expect(await plan({ ...sonnet, modelId }, 'eu-central-1')).toHaveLength(1);
  });

  it.each(['maalestok-model-own', 'maalestok-model-own:live', 'maalestok-model-own:7'])(
    'are none where a function has such a name: %s',
    async (functionName) => {
      expect(await plan({ ...own, functionName }, 'eu-central-1')).toHaveLength(1);
    },
  );
});
