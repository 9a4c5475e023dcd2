import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type SuiteModel, SuiteModelSchema } from '../../../evals/suite-model.ts';
import { env } from '../../../functions/cloud-names.ts';
import { account } from '../../infra/support/resolve-values.ts';
import { withoutPermission } from '../../infra/support/take-permission.ts';
import { templates } from '../../infra/support/templates.ts';
import { apiSplit } from '../../support/api-server.ts';
import { type AskedOfAws, askedOverWire } from '../../support/asked-of-aws.ts';
import { type Cloud, startCloud } from '../../support/cloud.ts';
import { startConverseServer, toolUse } from '../../support/converse-server.ts';
import { type HandlerBundles, openBundles } from '../../support/handler-bundles.ts';
import { refusedByTemplates } from '../../support/judge-asked.ts';
import { ownEnvironment } from '../../support/own-environment.ts';
import { startSecretsServer } from '../../support/secrets-server.ts';
import { temporaryFolder, writeSmallDataset } from '../../support/small-dataset.ts';
import { unusedGrants } from '../../support/unused-grants.ts';
import { startWireServer, type WireServer } from '../../support/wire-server.ts';

const PlanSchema = z.looseObject({ models: z.array(z.looseObject({ at: z.int(), kind: z.string() })) });
const EventSchema = z.looseObject({ case: z.object({ caseId: z.string() }) });
const cases = 6;

const bedrock = (id: string, modelId: string) => ({ adapter: 'bedrock', id, modelId });
const lambda = (id: string, functionName: string) => ({ adapter: 'lambda', id, version: '1', functionName });

let cloud: Cloud;
let bundles: HandlerBundles;
let place: Awaited<ReturnType<typeof temporaryFolder>>;
const servers: WireServer[] = [];
/** Of Secrets Manager, Bedrock and Lambda. */
const asked = () => servers.flatMap(({ requests }) => requests.map(askedOverWire));
let vendor: WireServer;

/** By the contract: nothing was found. */
const answer = ({ body }: { body: string }) => {
  const { caseId } = EventSchema.parse(JSON.parse(body)).case;
  return { body: { caseId, outcome: 'complete', findings: [] } };
};

beforeAll(async () => {
  [cloud, place] = await Promise.all([startCloud(), temporaryFolder()]);
  bundles = openBundles();
  vendor = await startWireServer(answer);
  const secrets = await startSecretsServer({
    'maalestok/vendors/acme': JSON.stringify({ key: 'hemmelig' }),
  });
  const converse = await startConverseServer(() =>
    toolUse({ status: 'answered', outcome: 'complete', findings: [] }),
  );
  const functions = await startWireServer(answer);
  servers.push(secrets, converse, functions);
  const data = join(place.folder, 'data');
  await writeSmallDataset(data, { test: apiSplit('t', cases) });
  await cloud.register(data);
  const entries: SuiteModel[] = [
    {
      ...{ adapter: 'http', id: 'acme', version: '1', url: vendor.url },
      auth: { type: 'bearer', token: 'secretsmanager:maalestok/vendors/acme#key' },
    },
    bedrock('sonnet', 'eu.anthropic.claude-sonnet-4-5-20250929-v1:0'),
    bedrock('nova', 'eu.amazon.nova-pro-v1:0'),
    bedrock('one-region', 'arn:aws:bedrock:eu-central-1::foundation-model/amazon.nova-lite-v1:0'),
    bedrock('imported', `arn:aws:bedrock:eu-central-1:${account}:imported-model/a1b2c3d4e5f6`),
    lambda('own', 'maalestok-model-own'),
    lambda('own-alias', 'maalestok-model-own:live'),
  ].map((entry) => SuiteModelSchema.parse(entry));
  await cloud.registerModels(entries, { acme: 'acme' });
  const run = await cloud.order(
    `operator.${'1'.repeat(20)}`,
    entries.map(({ id }) => id!),
  );
  const told = {
    ...cloud.env,
    AWS_ENDPOINT_URL_SECRETS_MANAGER: secrets.url,
    AWS_ENDPOINT_URL_BEDROCK_RUNTIME: converse.url,
    AWS_ENDPOINT_URL_LAMBDA: functions.url,
    [env.egressAllow]: new URL(vendor.url).origin,
  };
  const plan = await bundles.invoke('plan', { run }, { env: ownEnvironment('plan', told) });
  for (const { at, kind } of PlanSchema.parse(plan.answer).models) {
    const name = kind === 'vendor' ? 'screen-vendor' : 'screen-in-house';
    await bundles.invoke(name, { run, at, shard: '00001' }, { env: ownEnvironment(name, told) });
  }
}, 120_000);
afterAll(async () => {
  bundles[Symbol.dispose]();
  await Promise.all([cloud, vendor, ...servers].map((each) => each.close()));
  await place[Symbol.asyncDispose]();
});

const count = (part: Partial<AskedOfAws>) =>
  asked().filter((each) =>
    Object.entries(part).every(([key, value]) => each[key as keyof AskedOfAws] === value),
  ).length;
const secretOf = (name: string): AskedOfAws => ({
  ...{ by: 'screen-vendor', action: 'secretsmanager:GetSecretValue' },
  resource: `arn:aws:secretsmanager:eu-central-1:${account}:secret:${name}-a1B2c3`,
});
const model = (arn: string): AskedOfAws => ({
  ...{ by: 'screen-in-house', action: 'bedrock:InvokeModel', resource: `arn:aws:bedrock:${arn}` },
});
const called = (name: string): AskedOfAws => ({
  ...{ by: 'screen-in-house', action: 'lambda:InvokeFunction' },
  resource: `arn:aws:lambda:eu-central-1:${account}:function:${name}`,
});

describe('what the bundles that ask models asked of AWS', () => {
  it('was each model once about each case, and a secret once', () => {
    expect(vendor.requests).toHaveLength(cases);
    for (const { headers } of vendor.requests) expect(headers.authorization).toBe('Bearer hemmelig');
    expect(asked().filter(({ action }) => action.startsWith('secretsmanager:'))).toEqual([
      secretOf('maalestok/vendors/acme'),
    ]);
    for (const arn of [
      `eu-central-1:${account}:inference-profile/eu.anthropic.claude-sonnet-4-5-20250929-v1:0`,
      `eu-central-1:${account}:inference-profile/eu.amazon.nova-pro-v1:0`,
      'eu-central-1::foundation-model/amazon.nova-lite-v1:0',
      `eu-central-1:${account}:imported-model/a1b2c3d4e5f6`,
    ])
      expect([arn, count(model(arn))]).toEqual([arn, cases]);
    for (const name of ['maalestok-model-own', 'maalestok-model-own:live'])
      expect([name, count(called(name))]).toEqual([name, cases]);
  });

  it('is given by roles, keys and policies in the templates', () => {
    expect(refusedByTemplates([...asked(), ...cloud.asked()])).toEqual([]);
  });

  it.each(['screen-vendor', 'screen-in-house'])(
    'is all that %s may ask of registry, secrets and functions',
    (by) => {
      const grants = unusedGrants(by, [...asked(), ...cloud.asked()]);
      expect(grants.filter((grant) => /^(?:dynamodb|secretsmanager|lambda):/u.test(grant))).toEqual([]);
    },
  );

  it.each([
    ['screen-vendor', 'secretsmanager:GetSecretValue', 1],
    // Two profiles, each with a model in six regions; a model in one; one of the account's own.
    ['screen-in-house', 'bedrock:InvokeModel', 2 * (1 + 6) + 1 + 1],
    ['screen-in-house', 'lambda:InvokeFunction', 2],
  ])('would be refused to %s without %s', (name, action, resources) => {
    const refused = refusedByTemplates(asked(), withoutPermission(name, action));
    expect(refused).toHaveLength(resources);
    for (const each of refused) expect(each).toMatch(`${name} may not ${action} arn:aws:`);
  });

  it('would be refused where a region of a profile’s were missing', () => {
    const narrow = JSON.stringify(templates()).replaceAll('bedrock:eu-south-2::', 'bedrock:eu-south-9::');
    expect(refusedByTemplates(asked(), JSON.parse(narrow))).toEqual(
      ['amazon.nova-pro-v1:0', 'anthropic.claude-sonnet-4-5-20250929-v1:0'].map(
        (name) =>
          `screen-in-house may not bedrock:InvokeModel arn:aws:bedrock:eu-south-2::foundation-model/${name}`,
      ),
    );
  });

  it.each([
    ['a secret of somebody else’s', secretOf('others/acme')],
    [
      'a secret, by the function that asks in-house models',
      { ...secretOf('maalestok/vendors/acme'), by: 'screen-in-house' },
    ],
    ['a profile that leaves the EU', model(`eu-central-1:${account}:inference-profile/us.anthropic.x`)],
    ['one for all regions', model(`eu-central-1:${account}:inference-profile/global.anthropic.x`)],
    ['a model in London', model('eu-west-2::foundation-model/anthropic.x')],
    ['a model in Zurich', model('eu-central-2::foundation-model/anthropic.x')],
    ['another account’s model', model('eu-central-1:999999999999:imported-model/x')],
    [
      'a model, by the function that asks vendors',
      { ...model('eu-central-1::foundation-model/x'), by: 'screen-vendor' },
    ],
    ['a function of ours', called('maalestok-score')],
    ['any function', called('other')],
  ])('would not be given %s', (_, request) => {
    expect(refusedByTemplates([request])).not.toEqual([]);
  });
});
