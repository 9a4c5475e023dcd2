import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Card, CardSchema } from '../../datasets/card.ts';
import type { BlobStore, Registry } from '../../evals/ports.ts';
import type { SuiteModel } from '../../evals/suite-model.ts';
import { createDynamoRegistry } from '../../functions/adapters/registry/create-dynamo-registry.ts';
import {
  createRoutedStore,
  routeEndings,
  routeParts,
  routeRest,
} from '../../functions/adapters/routed-store.ts';
import { createS3Store } from '../../functions/adapters/s3/create-s3-store.ts';
import { storeWithin } from '../../functions/adapters/store-within.ts';
import type { DatasetRecord, ModelRecord, RunJob } from '../../functions/api/resources.ts';
import { env, resultParts, sealedEndings } from '../../functions/cloud-names.ts';
import type { AskedOfAws } from './asked-of-aws.ts';
import { fakeAwsEnvironment } from './aws-environment.ts';
import { startDynamoServer } from './dynamo-server.ts';
import { startKmsServer } from './kms-server.ts';
import { type S3Server, startS3Server } from './s3-server.ts';

const buckets = { cases: 'cases', labels: 'labels', runs: 'runs', results: 'results', site: 'site' } as const;
const times = { createdAt: '2025-01-01T00:00:00.000Z', updatedAt: '2025-01-01T00:00:00.000Z' };
const datasetId = `operator.${'d'.repeat(20)}`;
export const datasetPlace = 'datasets/operator/small-1';

export interface Cloud {
  s3: S3Server;
  /** All that S3, DynamoDB and KMS were asked, but by the test itself. */
  asked(): AskedOfAws[];
  registry: Registry;
  /** The bucket of runs. */
  runs: BlobStore;
  /** What a function is told of its surroundings. */
  env: Record<string, string>;
  /** Registers the data set in a folder, its labels apart. */
  register(folder: string): Promise<void>;
  /** @param vendors of models, by their ids; of others there is none */
  registerModels(entries: readonly SuiteModel[], vendors?: Readonly<Record<string, string>>): Promise<void>;
  /** Orders a run of registered models on the registered data set. @returns its record's id */
  order(run: string, models: readonly string[]): Promise<string>;
  jobOf(run: string): Promise<RunJob>;
  change(run: string, changes: Partial<RunJob>): Promise<void>;
  /** The run's folder, of both buckets. */
  storeOf(run: string): BlobStore;
  close(): Promise<void>;
}

/** The wire servers that functions meet: S3, DynamoDB, KMS. */
export async function startCloud(): Promise<Cloud> {
  const [s3, dynamo, kms] = await Promise.all([startS3Server(), startDynamoServer(), startKmsServer('own')]);
  for (const bucket of Object.values(buckets)) await s3.makeBucket(bucket);
  const client = s3.client();
  const bucketOf = (bucket: string) => createS3Store({ client, bucket });
  const registry = createDynamoRegistry({ client: dynamo.client(), table: dynamo.table });
  const jobOf = async (run: string) => (await registry.read('runs', run))!.value as RunJob;
  return {
    s3,
    asked: () =>
      [...s3.asked(), ...dynamo.asked, ...kms.asked].filter(
        ({ by }) => by !== fakeAwsEnvironment.AWS_ACCESS_KEY_ID,
      ),
    registry,
    runs: bucketOf(buckets.runs),
    env: {
      ...fakeAwsEnvironment,
      AWS_REGION: 'eu-central-1',
      AWS_ENDPOINT_URL_S3: s3.url,
      AWS_ENDPOINT_URL_DYNAMODB: dynamo.url,
      AWS_ENDPOINT_URL_KMS: kms.url,
      [env.casesBucket]: buckets.cases,
      [env.labelsBucket]: buckets.labels,
      [env.runsBucket]: buckets.runs,
      [env.resultsBucket]: buckets.results,
      [env.siteBucket]: buckets.site,
      [env.registryTable]: dynamo.table,
      [env.signingKeyId]: 'own',
      [env.signedBy]: 'Målestok, prøve',
    },
    async register(folder) {
      const sealed = routeEndings(sealedEndings, bucketOf(buckets.labels), 'datasets/');
      const place = createRoutedStore([sealed, routeRest(bucketOf(buckets.cases))]);
      const files = await readdir(folder, { recursive: true, withFileTypes: true });
      for (const file of files.filter((each) => each.isFile())) {
        const path = join(file.parentPath, file.name);
        await place.write(`${datasetPlace}${path.slice(folder.length)}`, await readFile(path));
      }
      const card = CardSchema.parse(JSON.parse(await readFile(join(folder, 'card.json'), 'utf8')));
      await registry.write('datasets', datasetId, datasetRecord(card), null);
    },
    async registerModels(entries, vendors = {}) {
      for (const entry of entries) {
        const id = entry.id ?? entry.adapter;
        const record: ModelRecord = {
          ...{ schema: 'maalestok.api.model.v1', id, owner: 'operator', entry },
          ...{ ...times, vendor: vendors[id] ?? null },
        };
        await registry.write('models', id, record, null);
      }
    },
    async order(run, models) {
      await registry.write('runs', run, runJob(run, [...models]), null);
      return run;
    },
    jobOf,
    async change(run, changes) {
      const { version } = (await registry.read('runs', run))!;
      await registry.write('runs', run, { ...(await jobOf(run)), ...changes }, version);
    },
    storeOf: (run) =>
      createRoutedStore([
        routeParts(resultParts, storeWithin(bucketOf(buckets.results), `runs/${run}/`)),
        routeRest(storeWithin(bucketOf(buckets.runs), `runs/${run}/`)),
      ]),
    async close() {
      await registry.close?.();
      client.destroy();
      await Promise.all([s3.close(), dynamo.close(), kms.close()]);
    },
  };
}

function datasetRecord({
  id,
  version,
  titleDa,
  titleEn,
  synthetic,
  noticeDa,
  noticeEn,
  splits,
}: Card): DatasetRecord {
  const named = Object.entries(splits).map(([name, { count, labels }]) => [
    name,
    { cases: count, labelled: labels !== undefined },
  ]);
  return {
    ...{ schema: 'maalestok.api.dataset.v1', id: datasetId, owner: 'operator', shared: false },
    ...times,
    place: datasetPlace,
    dataset: {
      ...{ id, version, titleDa, titleEn, synthetic, noticeDa, noticeEn },
      splits: Object.fromEntries(named),
    },
  };
}

/** A run of the registered data set as it was just ordered. */
export function runJob(id: string, models: string[]): RunJob {
  return {
    ...{ schema: 'maalestok.api.run.v1', id, owner: 'operator', shared: false, publish: false, note: '' },
    ...times,
    ...{ datasetId, split: 'test', models, policy: 'standard', repeats: 1, limit: null },
    ...{ maxCostDkk: null, limitSharedWith: [], estimate: null },
    ...{ state: 'queued', starts: 1, retryFailed: false, startedBy: 'test', checkIn: null },
    ...{ place: null, failure: null },
  };
}
