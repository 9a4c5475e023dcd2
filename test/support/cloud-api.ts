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
import { env, sealedEndings } from '../../functions/cloud-names.ts';
import type { ApiEventAnswer } from '../../functions/handlers/api-event.ts';
import type { LeaderboardApi } from '../contract/api-leaderboard.ts';
import { audience, createAsk, issuerKeys, placeDataset } from './api-server.ts';
import { setCloudEnvironment } from './cloud-environment.ts';
import { startDynamoServer } from './dynamo-server.ts';
import { startHttpApiGateway } from './http-api-gateway.ts';
import { filesIn } from './published-runs.ts';
import { runCli } from './run-cli.ts';
import { startS3Server } from './s3-server.ts';
import { temporaryFolder } from './small-dataset.ts';
import { startWireServer } from './wire-server.ts';

const buckets = ['cases', 'labels', 'runs', 'results', 'uploads', 'site'] as const;
const scoring = 'maalestok-score-submission';

export interface CloudApi extends LeaderboardApi {
  /** What the functions that the API starts ended with, where they broke. */
  broken: unknown[];
  /** Calls of the stores by the API's own functions, labels among them. */
  calls: string[];
  /** Who must have given a token. */
  issuer: string;
  /** Calls the function with an event; unlike `ask`, it does not come again where its rate is used. */
  call(event: object): Promise<ApiEventAnswer>;
}

/**
 * The API's function behind a gateway, with wire servers of S3, DynamoDB, Step Functions, Lambda and Cognito's keys. The function
 * that scores submissions is the true one; runs are made by `maalestok run` and put where the state machine puts them.
 */
export async function openCloudApi(): Promise<CloudApi> {
  const place = await temporaryFolder();
  const [s3, dynamo] = [await startS3Server(), await startDynamoServer()];
  for (const bucket of buckets) await s3.makeBucket(bucket);
  const published = await issuerKeys();
  const cognito = await startWireServer(() => ({ body: published }));
  const broken: unknown[] = [];
  const later: Promise<void>[] = [];
  const begin = (action: () => Promise<void>) => {
    later.push(action().catch((error: unknown) => void broken.push(error)));
  };
  const registry = createDynamoRegistry({ client: dynamo.client(), table: dynamo.table });
  const machine = await startWireServer(({ body }) => {
    const { input } = z.looseObject({ input: z.string() }).parse(JSON.parse(body));
    begin(() => finishRun(z.object({ run: z.string() }).parse(JSON.parse(input)).run));
    return { body: { executionArn: 'arn:aws:states:eu-central-1:123456789012:execution:m:e', startDate: 1 } };
  });
  const lambda = await startWireServer(({ path, body }) => {
    if (path.includes('maalestok-publish')) return { status: 202 };
    begin(
      async () => void (await scorer.handler(JSON.parse(body), { getRemainingTimeInMillis: () => 60_000 })),
    );
    return { status: 202 };
  });
  const shared = {
    AWS_ENDPOINT_URL_S3: s3.url,
    AWS_ENDPOINT_URL_DYNAMODB: dynamo.url,
    AWS_ENDPOINT_URL_SFN: machine.url,
    AWS_ENDPOINT_URL_LAMBDA: lambda.url,
    [env.registryTable]: dynamo.table,
    [env.casesBucket]: 'cases',
    [env.resultsBucket]: 'results',
    [env.uploadsBucket]: 'uploads',
  };
  const restore = [
    setCloudEnvironment({
      ...shared,
      [env.siteBucket]: 'site',
      [env.stateMachineArn]: 'arn:aws:states:eu-central-1:123456789012:stateMachine:maalestok-evaluation',
      [env.scoreSubmissionFunction]: scoring,
      [env.publishFunction]: 'maalestok-publish',
      [env.userPoolIssuer]: cognito.url,
      [env.userPoolAudience]: audience,
    }),
  ];
  const api = await import('../../functions/handlers/api.ts');
  restore.unshift(setCloudEnvironment({ ...shared, [env.labelsBucket]: 'labels' }));
  const scorer = await import('../../functions/handlers/score-submission.ts');
  const gateway = await startHttpApiGateway(waitAsTold(api.handler));

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

  return {
    ...createAsk(gateway.url, { claims: { iss: cognito.url } }),
    registry,
    broken,
    calls: s3.calls,
    issuer: cognito.url,
    call: api.handler,
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
      for (const each of restore) each();
      for (const each of [gateway, machine, lambda, cognito, s3, dynamo]) await each.close();
      await place[Symbol.asyncDispose]();
    },
  };
}

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
