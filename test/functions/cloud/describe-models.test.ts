import { expect, it } from 'vitest';
import { openDataset } from '../../../evals/open-dataset.ts';
import { SuiteSchema } from '../../../evals/suite.ts';
import { createFileStore } from '../../../functions/adapters/file-store.ts';
import { describeModels } from '../../../functions/cloud/describe-models.ts';
import { smallCase, smallLabel, temporaryFolder, writeSmallDataset } from '../../support/small-dataset.ts';

it('refuses models in another region than the installation: its roles would deny each call, and the model be blamed', async () => {
  await using place = await temporaryFolder();
  await writeSmallDataset(place.folder, {
    test: { cases: [smallCase('c1')], labels: [smallLabel('c1', [])] },
  });
  const dataset = await openDataset(createFileStore(place.folder));
  const plan = (model: object, region: string | undefined) => {
    const head = { schema: 'maalestok.suite.v1', id: 's', titleDa: 's', titleEn: 's', dataset: '.' };
    const suite = SuiteSchema.parse({ ...head, models: [model] });
    return describeModels(suite, { dataset, egress: undefined, region });
  };
  const models = [
    { adapter: 'bedrock', modelId: 'eu.anthropic.claude-sonnet-4-5-20250929-v1:0', region: 'eu-north-1' },
    { adapter: 'lambda', id: 'own', version: '1', functionName: 'maalestok-model-own', region: 'eu-north-1' },
  ];
  for (const model of models) {
    await expect(plan(model, 'eu-central-1')).rejects.toMatchObject({
      name: 'InputError',
      message: expect.stringMatching(/models\[0\]\.region: "eu-north-1", expected "eu-central-1"/u),
    });
    for (const region of ['eu-north-1', undefined])
      expect((await plan(model, region)).map(({ ordered: { kind } }) => kind)).toEqual(['inHouse']);
  }
});
