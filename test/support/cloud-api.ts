import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { PutObjectCommand } from '@aws-sdk/client-s3';
import { z } from 'zod';
import { createDynamoRegistry } from '../../functions/adapters/registry/create-dynamo-registry.ts';
import { createS3Store } from '../../functions/adapters/s3/create-s3-store.ts';
import { createSystemClock } from '../../functions/adapters/system-clock.ts';
import { createDesk } from '../../functions/api/desk.ts';
import { orderOf } from '../../functions/api/order-run.ts';
import { env, type HandlerName, sealedEndings } from '../../functions/cloud-names.ts';
import type { ApiEventAnswer } from '../../functions/handlers/api-event.ts';
import type { LeaderboardApi } from '../contract/api-leaderboard.ts';
import { audience, createAsk, issuerKeys, placeDataset } from './api-server.ts';
import { type AskedOfAws, askedOverWire } from './asked-of-aws.ts';
import { fakeAwsEnvironment } from './aws-environment.ts';
import { startDynamoServer } from './dynamo-server.ts';
import { openBundles } from './handler-bundles.ts';
import { startHttpApiGateway } from './http-api-gateway.ts';
import { ownEnvironment } from './own-environment.ts';
import { filesIn } from './published-runs.ts';
import { runCli } from './run-cli.ts';
import { startS3Server } from './s3-server.ts';
import { temporaryFolder } from './small-dataset.ts';
import { startWireServer } from './wire-server.ts';

const buckets = ['cases', 'labels', 'runs', 'results', 'uploads', 'site'] as const;

export interface CloudApi extends LeaderboardApi {
  /** What the functions that the API starts ended with, where they broke. */
  broken: unknown[];
  /** Calls of the stores by the functions, labels among them. */
  calls: string[];
  /** Who must have given a token. */
  issuer: string;
  /** Calls the function with an event; unlike `ask`, it does not come again where its rate is used. */
  call(event: object): Promise<ApiEventAnswer>;
  /** All that services were asked, signed by the names of the functions. */
  asked(): AskedOfAws[];
  /** What comes of an execution that is started: its run is made, it goes on for ever, or it is none. */
  executions: 'made' | 'endless' | 'refused';
  /** Puts a text into a bucket. */
  putText(bucket: string, key: string, text: string): Promise<void>;
}

/**
 * The bundle of the API's function in a clean process behind a gateway, with wire servers of S3, DynamoDB, Step Functions, Lambda
 * and Cognito's keys. The function that scores submissions is the true one, too; runs are made by `maalestok run` and put where the
 * state machine puts them.
 */
export async function openCloudApi(): Promise<CloudApi> {
  const place = await temporaryFolder();
  const bundles = openBundles();
  const [s3, dynamo] = [await startS3Server(), await startDynamoServer()];
  for (const bucket of buckets) await s3.makeBucket(bucket);
  const published = await issuerKeys();
  const cognito = await startWireServer(() => ({ body: published }));
  const broken: unknown[] = [];
  const later: Promise<unknown>[] = [];
  const begin = (action: () => Promise<unknown>) => {
    later.push(action().catch((error: unknown) => void broken.push(error)));
  };
  const registry = createDynamoRegistry({ client: dynamo.client(), table: dynamo.table });
  const state: Pick<CloudApi, 'executions'> = { executions: 'made' };
  const machine = await startWireServer(({ headers, body }) => {
    if (String(headers['x-amz-target']).endsWith('.StopExecution')) return { body: { stopDate: 1 } };
    const { input, stateMachineArn } = StartSchema.parse(JSON.parse(body));
    if (state.executions === 'refused') return { status: 400, body: { __type: 'StateMachineDoesNotExist' } };
    if (state.executions === 'made')
      begin(() => finishRun(z.object({ run: z.string() }).parse(JSON.parse(input)).run));
    return { body: { executionArn: stateMachineArn.replace(':stateMachine:', ':execution:'), startDate: 1 } };
  });
  const lambda = await startWireServer(({ path, body }) => {
    if (path.includes('maalestok-score-submission'))
      begin(() => bundles.invoke('score-submission', JSON.parse(body), { env: own('score-submission') }));
    return { status: 202 };
  });
  const shared = {
    ...fakeAwsEnvironment,
    AWS_REGION: 'eu-central-1',
    AWS_ENDPOINT_URL_S3: s3.url,
    AWS_ENDPOINT_URL_DYNAMODB: dynamo.url,
    AWS_ENDPOINT_URL_SFN: machine.url,
    AWS_ENDPOINT_URL_LAMBDA: lambda.url,
    [env.registryTable]: dynamo.table,
    [env.casesBucket]: 'cases',
    [env.labelsBucket]: 'labels',
    [env.resultsBucket]: 'results',
    [env.uploadsBucket]: 'uploads',
    [env.siteBucket]: 'site',
    [env.userPoolIssuer]: cognito.url,
    [env.userPoolAudience]: audience,
  };
  const own = (name: HandlerName) => ownEnvironment(name, shared);
  const warm = bundles.start('api', { env: own('api') });
  const invoke = async (event: unknown) => (await warm.invoke(event)) as ApiEventAnswer;
  const gateway = await startHttpApiGateway(waitAsTold(invoke));

  /** What the state machine leaves: the result where the API reads it, and the record's end. */
  async function finishRun(id: string): Promise<void> {
    const desk = createDesk(registry, createSystemClock(), { role: 'operator', subject: 'machine' });
    const run = await desk.read('runs', id);
    const dataset = await desk.read('datasets', run.datasetId);
    const models = await Promise.all(run.models.map((each) => desk.read('models', each)));
    const suite = { ...orderOf(run, dataset, models).suite, dataset: join(place.folder, dataset.place) };
    const [file, out] = [join(place.folder, `${id}.yaml`), join(place.folder, id)];
    await writeFile(file, JSON.stringify(suite));
    const { code, stderr } = await runCli(['run', '--suite', file, '--out', out]);
    if (code !== 0) throw new Error(stderr);
    const [name] = await readdir(out);
    await put('results', `runs/${id}/result.json`, join(out, name!, 'result.json'));
    await desk.change('runs', id, (each) => ({ ...each, state: 'done', place: `runs/${id}` }));
  }

  async function put(bucket: string, key: string, file: string): Promise<void> {
    await s3.client().send(new PutObjectCommand({ Bucket: bucket, Key: key, Body: await readFile(file) }));
  }

  const api: Omit<CloudApi, 'executions'> = {
    ...createAsk(gateway.url, { claims: { iss: cognito.url } }),
    registry,
    broken,
    calls: s3.calls,
    issuer: cognito.url,
    call: invoke,
    asked: () => [
      ...s3.asked(),
      ...dynamo.asked.filter(({ by }) => by !== fakeAwsEnvironment.AWS_ACCESS_KEY_ID),
      ...[...machine.requests, ...lambda.requests].map(askedOverWire),
    ],
    putText: (bucket, key, text) => createS3Store({ client: s3.client(), bucket }).write(key, text),
    async placeDataset(slug, name, splits, changes) {
      await placeDataset(place.folder, slug, name, splits, changes);
      const key = `datasets/${slug}/${name}`;
      for (const file of await readdir(join(place.folder, key))) {
        const sealed = sealedEndings.some((ending) => file.endsWith(ending));
        await put(sealed ? 'labels' : 'cases', `${key}/${file}`, join(place.folder, key, file));
      }
    },
    async placeSite(folder) {
      const site = createS3Store({ client: s3.client(), bucket: 'site' });
      for (const key of await site.list('')) await site.remove(key);
      for (const [key, text] of await filesIn(folder)) await site.write(key, text);
    },
    async close() {
      await Promise.all(later);
      await warm.close();
      bundles[Symbol.dispose]();
      for (const each of [gateway, machine, lambda, cognito, s3, dynamo]) await each.close();
      await place[Symbol.asyncDispose]();
    },
  };
  return Object.assign(state, api);
}

const StartSchema = z.looseObject({ input: z.string(), stateMachineArn: z.string() });

/** The function's rates are those of production, and a suite of tests is faster: a caller waits for as long as it is told. */
function waitAsTold(
  handler: (event: unknown) => Promise<ApiEventAnswer>,
): (event: unknown) => Promise<ApiEventAnswer> {
  return async (event) => {
    for (;;) {
      const answer = await handler(event);
      const { statusCode, headers, body } = answer;
      if (statusCode !== 429 || !body.includes('urn:maalestok:problem:rate-limit')) return answer;
      await setTimeout(Number(headers['retry-after']) * 1000);
    }
  };
}
