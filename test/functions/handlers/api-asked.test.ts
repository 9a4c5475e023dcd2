import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { routes } from '../../../functions/api/routes.ts';
import { withoutPermission } from '../../infra/support/take-permission.ts';
import { answersOf, apiSplit, type Reply } from '../../support/api-server.ts';
import { CreatedSchema, idOf, settled, submit, upload } from '../../support/api-submission.ts';
import type { AskedOfAws } from '../../support/asked-of-aws.ts';
import { type CloudApi, openCloudApi } from '../../support/cloud-api.ts';
import { refusedByTemplates } from '../../support/judge-asked.ts';
import { unusedGrants } from '../../support/unused-grants.ts';

const [municipality, vendor] = ['municipality:0101', 'vendor:acme'];
const known = ['operator', municipality, vendor];
const authorities = ['operator', municipality];
const everyone = [null, ...known];

const roleOf = (principal: string | null) => principal?.replace(/:.*$/u, '') ?? 'anonymous';

let cloud: CloudApi;
const covered = new Set<string>();
beforeAll(async () => {
  cloud = await openCloudApi();
}, 60_000);
afterAll(() => cloud.close());

/** Asks a route, which must answer as it declares. @param ids in the order of the path's parameters */
async function done(
  principal: string | null,
  operationId: string,
  ids: readonly string[] = [],
  body?: object,
): Promise<Reply> {
  const { method, path, answers } = routes.find((each) => each.operationId === operationId)!;
  const rest = [...ids];
  const filled = path.replaceAll(/\{\w+\}/gu, () => encodeURIComponent(rest.shift()!));
  const reply = await cloud.as(principal, method, filled, body === undefined ? {} : { body });
  expect(Object.keys(answers), `${operationId} by ${principal}: ${reply.text}`).toContain(
    String(reply.status),
  );
  covered.add(`${operationId} by ${roleOf(principal)}`);
  return reply;
}

/** Each test goes on where the one before it stopped. */
describe('the bundle of the API behind an HTTP API', { timeout: 120_000 }, () => {
  const datasets: Record<string, string> = {};

  it('answers everyone', async () => {
    for (const principal of everyone) {
      for (const operationId of ['readHealth', 'readDocument', 'readLeaderboard'])
        await done(principal, operationId);
      // Files go to S3 itself here.
      expect((await cloud.as(principal, 'PUT', '/v1/uploads/token', { body: 'x' })).status).toBe(403);
      covered.add(`putUpload by ${roleOf(principal)}`);
    }
  });

  it('registers data sets and models, and hands out cases by an address of S3', async () => {
    for (const [principal, slug] of [
      ['operator', 'operator'],
      [municipality, 'm-0101'],
    ] as const) {
      const splits = { practice: apiSplit(`${slug}p`), test: apiSplit(`${slug}t`) };
      await cloud.placeDataset(slug, 'own', splits);
      const id = idOf(await done(principal, 'registerDataset', [], { folder: 'own' }));
      datasets[principal] = id;
      await done(principal, 'shareDataset', [id], { shared: principal === 'operator' });
      const absent = await cloud.as(principal, 'POST', '/v1/datasets', { body: { folder: 'absent' } });
      expect([absent.status, absent.text]).toEqual([422, expect.stringContaining('no such file')]);
    }
    const http = { adapter: 'http', id: 'acme.endpoint', version: '1', url: 'https://acme.example/screen' };
    await done('operator', 'registerModel', [], { entry: { adapter: 'silent' } });
    await done('operator', 'registerModel', [], { entry: { adapter: 'checklist' } });
    await done('operator', 'registerModel', [], { vendor: 'acme', entry: http });
    await done('operator', 'retireModel', ['checklist'], {});
    for (const principal of known) {
      for (const operationId of ['readMe', 'listDatasets', 'listModels']) await done(principal, operationId);
      await done(principal, 'readDataset', [datasets.operator!]);
      await done(principal, 'readModel', ['acme.endpoint']);
      const cases = await done(principal, 'readCases', [datasets.operator!, 'test']);
      expect(cases.text).toContain('"operatort01"');
    }
  });

  it('records consents and their withdrawal', async () => {
    for (const [principal, model] of [
      ['operator', 'silent'],
      [vendor, 'acme.endpoint'],
    ] as const) {
      await done(principal, 'recordConsent', [model], { by: 'Kontoret' });
      await done(principal, 'recordConsent', [model], { by: 'Et andet kontor' });
      await done(principal, 'readConsent', [model]);
      await done(principal, 'withdrawConsent', [model], {});
    }
  });

  it('starts runs, tells of them, stops them and goes on with them', async () => {
    for (const principal of authorities) {
      const order = { datasetId: datasets[principal], models: ['silent'] };
      cloud.executions = 'made';
      const id = idOf(await done(principal, 'startRun', [], order));
      await settled(cloud, principal, `/v1/runs/${id}`, ['done']);
      await done(principal, 'readRun', [id]);
      await done(principal, 'listRuns');
      await done(principal, 'readRunResult', [id]);
      await done(principal, 'shareRun', [id], { shared: true });
      await done(principal, 'publishRun', [id], { published: true });
      cloud.executions = 'endless';
      const other = idOf(await done(principal, 'startRun', [], { ...order, publish: true }));
      await done(principal, 'cancelRun', [other], {});
      await done(principal, 'redriveRun', [other], {});
      // What was taken is given back, and the request may be sent again.
      cloud.executions = 'refused';
      expect((await cloud.as(principal, 'POST', '/v1/runs', { body: order })).status).toBe(500);
    }
  });

  it('takes submissions and has them scored: as they should be, rejected, and failed by our doing', async () => {
    const model = { id: 'acme', version: '1' };
    const about = (split: string) => ({ datasetId: datasets.operator, split, model });
    const whole = { practice: answersOf(model, 'operatorp'), test: answersOf(model, 'operatort') };
    for (const split of ['practice', 'test'] as const) {
      const id = await upload(cloud, vendor, whole[split], about(split));
      await done(vendor, 'scoreSubmission', [id], {});
      expect(
        await settled(cloud, vendor, `/v1/submissions/${id}`, ['scored', 'rejected', 'failed']),
      ).toMatchObject({
        state: 'scored',
      });
      for (const principal of ['operator', vendor]) {
        await done(principal, 'readSubmission', [id]);
        await done(principal, 'listSubmissions');
        if (split === 'practice') await done(principal, 'readSubmissionResult', [id]);
      }
      if (split === 'practice') continue;
      await done(vendor, 'publishSubmission', [id], {});
      const boards = { boards: [{ comparabilityKey: '0'.repeat(64) }] };
      await cloud.putText('site', 'api/boards.json', JSON.stringify(boards));
      await done(null, 'readLeaderboard');
      await done(vendor, 'withdrawSubmission', [id], {});
    }
    const announced = await done(vendor, 'createSubmission', [], {
      ...about('test'),
      bytes: 1,
      sha256: '0'.repeat(64),
    });
    // No file was put there.
    const { submission } = CreatedSchema.parse(announced.body);
    expect((await cloud.as(vendor, 'POST', `/v1/submissions/${submission.id}/score`)).status).toBe(409);
    const part = whole.practice.slice(whole.practice.indexOf('\n') + 1);
    expect(await submit(cloud, vendor, part, about('practice'))).toMatchObject({ state: 'rejected' });
    await cloud.putText('cases', 'datasets/operator/own/practice.cases.jsonl', '{}\n');
    expect(await submit(cloud, vendor, whole.practice, about('practice'))).toMatchObject({ state: 'failed' });
    expect(cloud.broken).toEqual([]);
  });

  it('shows who did what', async () => {
    await done('operator', 'readAudit');
  });

  it('was asked every route by everybody that it is for', () => {
    const all = routes.flatMap(({ operationId, who }) =>
      (who === 'everyone' ? everyone.map(roleOf) : who).map((role) => `${operationId} by ${role}`),
    );
    expect([...covered].sort()).toEqual(all.sort());
  });
});

describe('what was asked of AWS', () => {
  const by = (name: string) => cloud.asked().filter((each) => each.by === name);
  const actionsOf = (asked: readonly AskedOfAws[], service: RegExp) =>
    [...new Set(asked.map(({ action }) => action))].filter((action) => service.test(action)).sort();

  it('is given by roles, policies, keys and the network in the templates', () => {
    expect(new Set(cloud.asked().map((each) => each.by))).toEqual(new Set(['api', 'score-submission']));
    expect(actionsOf(by('api'), /^(?:states|lambda):/u)).toEqual([
      'lambda:InvokeFunction',
      'states:StartExecution',
      'states:StopExecution',
    ]);
    expect(refusedByTemplates(cloud.asked())).toEqual([]);
  });

  it('is all that the roles are given, but for what these calls had no need of', () => {
    const registry = 'dynamodb:eu-central-1:111122223333:table/maalestok-registry';
    expect(unusedGrants('api', cloud.asked())).toEqual([
      // Whose answer was lost looks whose line is there.
      `dynamodb:GetItem ${registry} audit`,
      // Of a file that is written in parts.
      'kms:Decrypt Usual s3:::maalestok-uploads',
      'kms:DescribeKey Usual',
      's3:AbortMultipartUpload s3:::maalestok-uploads/uploads/*',
      // Of a result that is gone.
      's3:ListBucket s3:::maalestok-results',
    ]);
    expect(unusedGrants('score-submission', cloud.asked())).toEqual([
      `dynamodb:GetItem ${registry} audit`,
      'kms:DescribeKey Usual',
      's3:AbortMultipartUpload s3:::maalestok-results/submissions/*',
      // Of what is gone.
      ...['cases', 'labels', 'results', 'uploads'].map((bucket) => `s3:ListBucket s3:::maalestok-${bucket}`),
    ]);
  });

  it.each([
    ['states:StartExecution', /^api may not states:StartExecution arn:aws:states:.*:maalestok-evaluation$/u],
    [
      'states:StopExecution',
      /^api may not states:StopExecution arn:aws:states:.*:maalestok-evaluation:.*-1$/u,
    ],
    [
      'lambda:InvokeFunction',
      /^api may not lambda:InvokeFunction .*:maalestok-(?:publish|score-submission)$/u,
    ],
    // By addresses that it signed, and that others used.
    ['s3:PutObject', /^api may not s3:PutObject .*:::maalestok-uploads-.*\/uploads\//u],
    ['s3:ListBucket', /^api may not s3:ListBucket .*:::maalestok-(?:site|uploads|results|cases)-/u],
  ])('would be refused without %s', (action, said) => {
    const refused = refusedByTemplates(cloud.asked(), withoutPermission('api', action));
    expect(refused.length).toBeGreaterThan(0);
    for (const each of refused) expect(each).toMatch(said);
  });

  it('is signed by the API where a vendor puts a file or anybody fetches cases', () => {
    const read = {
      by: 'api',
      action: 's3:GetObject',
      resource: 'cases/datasets/operator/own/test.cases.jsonl',
    };
    expect(cloud.asked()).toContainEqual(read);
    expect(refusedByTemplates([read], withoutPermission('api', 's3:GetObject'))).toEqual([
      expect.stringContaining('api may not s3:GetObject'),
    ]);
    expect(by('api').filter(({ action }) => action === 's3:PutObject').length).toBeGreaterThan(3);
  });
});
