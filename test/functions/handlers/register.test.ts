import { rename as moveFile, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DeleteObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { CardSchema } from '../../../datasets/card.ts';
import { createDynamoRegistry } from '../../../functions/adapters/registry/create-dynamo-registry.ts';
import { dataset } from '../../../functions/cli/dataset.ts';
import { requireSealedNames } from '../../../functions/cloud/require-sealed-names.ts';
import { env, sealedEndings } from '../../../functions/cloud-names.ts';
import { withoutPermission } from '../../infra/support/take-permission.ts';
import { apiSplit } from '../../support/api-server.ts';
import { fakeAwsEnvironment } from '../../support/aws-environment.ts';
import { captureOutput } from '../../support/capture-output.ts';
import { type DynamoServer, startDynamoServer } from '../../support/dynamo-server.ts';
import { type HandlerBundles, LambdaError, openBundles } from '../../support/handler-bundles.ts';
import { refusedByTemplates } from '../../support/judge-asked.ts';
import { ownEnvironment } from '../../support/own-environment.ts';
import { type S3Server, startS3Server } from '../../support/s3-server.ts';
import { type SmallSplit, temporaryFolder, writeSmallDataset } from '../../support/small-dataset.ts';
import { unusedGrants } from '../../support/unused-grants.ts';

let s3: S3Server;
let dynamo: DynamoServer;
let bundles: HandlerBundles;
let own: Record<string, string>;
beforeAll(async () => {
  [s3, dynamo] = [await startS3Server(), await startDynamoServer()];
  for (const bucket of ['cases', 'labels']) await s3.makeBucket(bucket);
  bundles = openBundles();
  own = ownEnvironment('register', {
    ...fakeAwsEnvironment,
    AWS_REGION: 'eu-central-1',
    AWS_ENDPOINT_URL_S3: s3.url,
    AWS_ENDPOINT_URL_DYNAMODB: dynamo.url,
    [env.registryTable]: dynamo.table,
    [env.casesBucket]: 'cases',
    [env.labelsBucket]: 'labels',
  });
}, 60_000);
afterAll(async () => {
  bundles[Symbol.dispose]();
  await s3.close();
  await dynamo.close();
});

/** By the bundle in a clean process. @throws {Error} what the function ended with */
async function register(event: unknown): Promise<{ dataset: string }> {
  const { answer } = await bundles.invoke('register', event, { env: own }).catch((error: unknown) => {
    if (!(error instanceof LambdaError)) throw error;
    throw new Error(z.object({ errorMessage: z.string() }).parse(JSON.parse(error.message)).errorMessage);
  });
  return z.looseObject({ dataset: z.string() }).parse(answer);
}

const bucketOf = (file: string) =>
  sealedEndings.some((ending) => file.endsWith(ending)) ? 'labels' : 'cases';

/** Puts a data set where a steward does. @param rename a file of it, in the card too, before the gate passes it */
async function put(name: string, splits: Record<string, SmallSplit>, rename?: readonly [string, string]) {
  await using place = await temporaryFolder();
  await writeSmallDataset(place.folder, splits);
  if (rename !== undefined) {
    const card = join(place.folder, 'card.json');
    await writeFile(card, (await readFile(card, 'utf8')).replace(...rename));
    await moveFile(join(place.folder, rename[0]), join(place.folder, rename[1]));
    const signOff = { by: 'the test', why: 'Made up for a test; it is nobody’s.' };
    const { error } = await captureOutput(() => dataset(place.folder, { write: true, signOff }));
    if (error !== undefined) throw error;
  }
  for (const file of await readdir(place.folder))
    await putText(`datasets/m-0101/${name}/${file}`, await readFile(join(place.folder, file), 'utf8'));
}
const putText = (key: string, body: string) =>
  s3.client().send(new PutObjectCommand({ Bucket: bucketOf(key), Key: key, Body: body }));
const event = (folder: string) => ({ owner: 'municipality:0101', folder });
const registry = () => createDynamoRegistry({ client: dynamo.client(), table: dynamo.table });

describe('the function that registers data sets', { timeout: 60_000 }, () => {
  it('records one that is whole and gated, once, without reading a label', async () => {
    await put('own', { practice: apiSplit('p'), test: apiSplit('t') });
    s3.calls.length = 0;
    const { dataset } = await register({ ...event('own'), shared: true });
    expect(s3.calls.filter((call) => call.includes('/labels/') && !call.includes('list-type'))).toEqual([]);
    expect(s3.calls.some((call) => call.includes('/cases/datasets/m-0101/own/test.cases.jsonl'))).toBe(true);
    expect(await register({ ...event('own'), shared: true })).toMatchObject({ dataset });
    const [record, ...others] = await registry().list('datasets', { limit: 9 });
    expect(others).toEqual([]);
    expect(record!.value).toMatchObject({
      id: dataset,
      owner: 'municipality:0101',
      shared: true,
      place: 'datasets/m-0101/own',
      dataset: { splits: { test: { cases: 12, labelled: true } } },
    });
    const log = (await registry().list('audit', { limit: 9 })).map(({ value }) => value);
    expect(log[0]).toMatchObject({ phase: 'system', action: 'registerDataset', target: dataset });
  });

  it('refuses one whose names would put labels beside cases', async () => {
    await put('misnamed', { test: apiSplit('t') }, ['test.labels.jsonl', 'test.facit.jsonl']);
    await expect(register(event('misnamed'))).rejects.toThrow(/splits\.test\.labels: "test\.facit\.jsonl"/u);
  });

  it('refuses practice labels by another name than that by which built-in models are given them', async () => {
    const names = ['practice.labels.jsonl', 'train.labels.jsonl'] as const;
    await put('train', { practice: apiSplit('p'), test: apiSplit('t') }, names);
    await expect(register(event('train'))).rejects.toThrow(
      /splits\.practice\.labels: "train\.labels\.jsonl"/u,
    );
  });

  it('refuses one that the gate did not pass as it is, or whose labels are not there', async () => {
    await put('changed', { test: apiSplit('t') });
    const Key = 'datasets/m-0101/changed/test.labels.jsonl';
    await s3.client().send(new DeleteObjectCommand({ Bucket: 'labels', Key }));
    await expect(register(event('changed'))).rejects.toThrow(/"test\.labels\.jsonl", which is not there/u);
    await putText('datasets/m-0101/changed/taxonomy.json', '{}');
    await expect(register(event('changed'))).rejects.toThrow();
  });

  it('refuses one whose cases are not those of the card, or that is not there', async () => {
    await put('altered', { test: apiSplit('t') });
    const Key = 'datasets/m-0101/altered/test.cases.jsonl';
    await s3
      .client()
      .send(
        new PutObjectCommand({ Bucket: 'cases', Key, Body: `${JSON.stringify(apiSplit('t').cases[0])}\n` }),
      );
    await expect(register(event('altered'))).rejects.toThrow(/SHA-256/u);
    await s3.client().send(new DeleteObjectCommand({ Bucket: 'cases', Key }));
    await expect(register(event('altered'))).rejects.toThrow(/no such file/u);
    await expect(register(event('nowhere'))).rejects.toThrow(/cannot be registered|no such file/u);
  });

  it.each([
    { owner: 'vendor:acme', folder: 'own' },
    { owner: 'municipality:0101', folder: '../m-0102/own' },
    { owner: 'municipality:0101', folder: 'own', admin: true },
    {},
  ])('takes no other event: %j', async (given) => {
    await expect(register(given)).rejects.toThrow();
  });

  it('asks nothing that roles, policies, keys and the network in the templates do not give', () => {
    const asked = [...s3.asked(), ...dynamo.asked].filter(({ by }) => by === 'register');
    expect(new Set(asked.map(({ action }) => action))).toEqual(
      new Set(['s3:GetObject', 's3:ListBucket', 'dynamodb:GetItem', 'dynamodb:PutItem']),
    );
    expect(refusedByTemplates(asked)).toEqual([]);
    // It looks whether labels are there, and is not given any.
    expect(refusedByTemplates(asked, withoutPermission('register', 's3:ListBucket'))).toContain(
      'register may not s3:ListBucket arn:aws:s3:::maalestok-labels-111122223333-eu-central-1',
    );
    expect(unusedGrants('register', asked)).toEqual([
      'dynamodb:GetItem dynamodb:eu-central-1:111122223333:table/maalestok-registry audit',
      'kms:DescribeKey Usual',
    ]);
  });

  it('refuses a change log, which tells labels', async () => {
    const text = await readFile('datasets/byggesag-da/card.json', 'utf8');
    const card = CardSchema.parse(JSON.parse(text));
    expect(() => requireSealedNames(card)).not.toThrow();
    expect(() => requireSealedNames({ ...card, changes: 'changes.jsonl' })).toThrow(/change log/u);
  });
});
