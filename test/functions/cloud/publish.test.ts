import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ResultSchema } from '../../../evals/artifacts.ts';
import type { BlobStore } from '../../../evals/ports.ts';
import { countModel } from '../../../evals/publishing/count-model.ts';
import { extractPublication } from '../../../evals/publishing/extract-publication.ts';
import { SuiteModelSchema } from '../../../evals/suite-model.ts';
import { createS3Store } from '../../../functions/adapters/s3/create-s3-store.ts';
import type { ConsentRecord } from '../../../functions/api/resources.ts';
import { env } from '../../../functions/cloud-names.ts';
import { type Cloud, startCloud } from '../../support/cloud.ts';
import { runHere, textsOf, writeData } from '../../support/cloud-run.ts';
import { startCountingVendor } from '../../support/counting-vendor.ts';
import { type HandlerBundles, openBundles } from '../../support/handler-bundles.ts';
import { refusedByTemplates } from '../../support/judge-asked.ts';
import { runCli } from '../../support/run-cli.ts';
import { temporaryFolder } from '../../support/small-dataset.ts';
import { unusedGrants } from '../../support/unused-grants.ts';

const run = `operator.${'1'.repeat(20)}`;
const office = 'Nordlys Eksempel, produktkontoret';
const PlanSchema = z.looseObject({ models: z.array(z.looseObject({ at: z.int(), kind: z.string() })) });
const OutcomeSchema = z.looseObject({
  runs: z.array(
    z.looseObject({
      published: z.array(z.string()),
      leftOut: z.array(z.string()),
      because: z.string().nullable(),
    }),
  ),
  files: z.int().nullable(),
});

const EntrySchema = z.object({
  rank: z.strictObject({ id: z.string(), rank: z.int(), low: z.int(), high: z.int() }),
  figures: z.object({ defectF1: z.unknown() }),
});
const SiteBoardSchema = z.object({ comparabilityKey: z.string(), entries: z.array(EntrySchema) });
const LeaderboardSchema = z.object({
  boards: z.array(
    z.object({ comparabilityKey: z.string(), runs: z.object({ entries: z.array(EntrySchema) }) }),
  ),
});
/** What the API is told beside: nothing of it is asked here. */
const apiSurroundings = {
  [env.uploadsBucket]: 'uploads',
  [env.stateMachineArn]: 'arn:aws:states:eu-central-1:123456789012:stateMachine:maalestok-evaluation',
  [env.scoreSubmissionFunction]: 'maalestok-score-submission',
  [env.publishFunction]: 'maalestok-publish',
  [env.userPoolIssuer]: 'https://nowhere.example',
  [env.userPoolAudience]: 'client',
};

let cloud: Cloud;
let bundles: HandlerBundles;
let place: Awaited<ReturnType<typeof temporaryFolder>>;
let here: BlobStore;
let own: Record<string, string>;
beforeAll(async () => {
  bundles = openBundles();
  [cloud, place] = await Promise.all([startCloud(), temporaryFolder()]);
  await cloud.s3.makeBucket('site');
  own = { ...cloud.env, [env.siteBucket]: 'site', [env.siteUrl]: 'https://maalestok.example.dk/' };
  await using vendor = await startCountingVendor();
  const data = join(place.folder, 'data');
  await writeData(data);
  await cloud.register(data);
  const http = (id: string) => ({ adapter: 'http', id, version: '1', url: vendor.url });
  const entries = [{ adapter: 'checklist' }, http('nordlys'), http('byglaeser')].map((entry) =>
    SuiteModelSchema.parse(entry),
  );
  await cloud.registerModels(entries, { nordlys: 'nordlys', byglaeser: 'byglaeser' });
  await cloud.order(
    run,
    entries.map((entry) => entry.id ?? entry.adapter),
  );
  const asking = { env: { ...own, [env.egressAllow]: new URL(vendor.url).origin } };
  const plan = PlanSchema.parse((await bundles.invoke('plan', { run }, asking)).answer);
  for (const { at, kind } of plan.models)
    for (const shard of ['00001', '00002', '00003'])
      await bundles.invoke(
        kind === 'builtIn' ? 'screen-built-in' : 'screen-vendor',
        { run, at, shard },
        asking,
      );
  for (const name of ['collect', 'score', 'report', 'sign'] as const)
    await bundles.invoke(name, { run }, asking);
  await bundles.invoke('settle', { run, state: 'done' }, asking);
  here = (await runHere(place.folder, entries, {})).store;
}, 120_000);
afterAll(async () => {
  await cloud.close();
  bundles[Symbol.dispose]();
  await place[Symbol.asyncDispose]();
});

const bucket = (name: string) => createS3Store({ client: cloud.s3.client(), bucket: name });
const publish = async (event: object) => {
  // By its name services know who asks.
  const as = { ...own, AWS_ACCESS_KEY_ID: 'publish' };
  return OutcomeSchema.parse((await bundles.invoke('publish', event, { env: as })).answer);
};
const asked = () => cloud.asked().filter(({ by }) => by === 'publish');
const publications = () => textsOf(bucket('results'), ['publications/']);
const site = () => textsOf(bucket('site'), ['']);

async function consent(model: string, changes: Partial<ConsentRecord> = {}): Promise<void> {
  const times = { createdAt: '2026-10-01T00:00:00.000Z', updatedAt: '2026-10-01T00:00:00.000Z' };
  const record: ConsentRecord = {
    ...{ schema: 'maalestok.api.consent.v1', id: model, owner: `vendor:${model}`, ...times },
    ...{ by: office, date: '2026-10-01', withdrawn: null, ...changes },
  };
  const stored = await cloud.registry.read('consents', model);
  await cloud.registry.write('consents', model, record, stored?.version ?? null);
}

/** Each test goes on where the one before it stopped. */
describe('the publication of a run', () => {
  it('is none where its owner has not asked for it, and nothing is touched', async () => {
    await consent('nordlys');
    const outcome = await publish({ run });
    expect(outcome).toMatchObject({
      files: null,
      runs: [{ published: [], because: 'its owner has not asked for it' }],
    });
    expect([await publications(), await site()]).toEqual([{}, {}]);
    await cloud.registry.remove('consents', 'nordlys', 1);
  });

  it('is none where there is no consent, and says so', async () => {
    await cloud.change(run, { publish: true });
    const outcome = await publish({ run });
    expect(outcome.runs).toEqual([
      {
        run,
        published: [],
        leftOut: ['nordlys', 'byglaeser'],
        because: 'there is no consent to any of its models',
      },
    ]);
    expect(await publications()).toEqual({});
    const pages = await site();
    expect(Object.keys(pages)).toContain('index.html');
    expect(Object.values(pages).join()).not.toMatch(/nordlys|byglaeser/u);
  });

  it('takes nobody else’s word for a model: of the run’s vendor, not of one who took the name later', async () => {
    await consent('nordlys', { owner: 'vendor:another' });
    expect((await publish({ run })).runs).toMatchObject([
      { published: [], leftOut: ['nordlys', 'byglaeser'] },
    ]);
  });

  it('shows whom there is consent to, and nobody else', async () => {
    await consent('nordlys');
    const outcome = await publish({ run });
    expect(outcome.runs).toEqual([
      { run, published: ['checklist', 'nordlys', 'constant'], leftOut: ['byglaeser'], because: null },
    ]);
    const texts = await publications();
    const names = Object.keys(texts).map((key) => key.split('/').slice(4).join('/'));
    expect(names.sort()).toEqual([
      'counts/checklist.json',
      'counts/constant.json',
      'counts/nordlys.json',
      'publication.json',
      'result.json',
    ]);
    const pages = await site();
    expect(Object.values(pages).join()).toContain('nordlys');
    expect(Object.values({ ...pages, ...texts }).join()).not.toContain('byglaeser');
    // An office is kept with the publication, and never shown.
    expect(Object.values(pages).join()).not.toContain(office);
  });

  it('holds what is published of the same run on one machine, to the byte, and is genuine', async () => {
    const result = ResultSchema.parse(
      JSON.parse(new TextDecoder().decode((await here.read('result.json'))!)),
    );
    const shown = new Set(['checklist', 'nordlys', 'constant']);
    const extract = await extractPublication(result, shown, (model) => countModel(here, result, model));
    const store = bucket('results');
    const keys = await store.list('publications/');
    const folder = join(place.folder, 'published');
    for (const key of keys) {
      const file = join(folder, key);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, (await store.read(key))!);
    }
    const root = keys.find((key) => key.endsWith('/result.json'))!.replace(/\/result\.json$/u, '');
    const textOf = async (name: string) => new TextDecoder().decode((await store.read(`${root}/${name}`))!);
    expect(await textOf('result.json')).toBe(`${JSON.stringify(extract.result, null, 2)}\n`);
    for (const each of extract.counts)
      expect(await textOf(`counts/${each.model.id}.json`)).toBe(`${JSON.stringify(each)}\n`);
    const verified = await runCli(['verify', join(folder, root)]);
    expect(verified.code, verified.stdout + verified.stderr).toBe(0);
  });

  it('is on the API’s leaderboard as it is on the site’s, read by what its role gives', async () => {
    const event = JSON.parse(
      await readFile(join(import.meta.dirname, '../handlers/events/get-leaderboard.json'), 'utf8'),
    );
    const given = { ...apiSurroundings, ...own, AWS_ACCESS_KEY_ID: 'api' };
    const { answer } = await bundles.invoke('api', event, { env: given });
    const { boards } = LeaderboardSchema.parse(
      JSON.parse(z.looseObject({ body: z.string() }).parse(answer).body),
    );
    const pages = Object.entries(await site()).filter(([path]) => path.startsWith('api/boards/'));
    const onSite = pages.map(([, text]) =>
      SiteBoardSchema.parse(JSON.parse(Buffer.from(text, 'latin1').toString())),
    );
    expect(onSite.map(({ entries }) => entries.map(({ rank }) => rank.id).sort())).toEqual([
      ['checklist', 'constant', 'nordlys'],
    ]);
    expect(boards.map(({ comparabilityKey, runs: { entries } }) => ({ comparabilityKey, entries }))).toEqual(
      onSite,
    );
    const asked = cloud.asked().filter(({ by }) => by === 'api');
    expect(asked).toContainEqual(expect.objectContaining({ resource: 'site/api/boards.json' }));
    expect(refusedByTemplates(asked)).toEqual([]);
  });

  it('is the same when it is made again, also by many at once', async () => {
    const before = [await publications(), await site()];
    await Promise.all(Array.from({ length: 3 }, () => publish({ run })));
    expect([await publications(), await site()]).toEqual(before);
    expect(await cloud.registry.list('leases', { limit: 9 })).toEqual([]);
  });

  it('is left as it stands where no run is named and nothing has changed, and made again where it is damaged', async () => {
    const results = bucket('results');
    const written = () =>
      asked().filter(({ action, resource }) => /Put.*results/u.test(`${action} ${resource}`));
    const [before, count] = [await publications(), written().length];
    expect((await publish({})).runs).toMatchObject([{ published: ['checklist', 'nordlys', 'constant'] }]);
    expect(written()).toHaveLength(count);
    const key = Object.keys(before).find((each) => each.endsWith('publication.json'))!;
    await results.write(key, '{}');
    expect((await publish({})).runs).toMatchObject([{ published: ['checklist', 'nordlys', 'constant'] }]);
    expect(await publications()).toEqual(before);
  });

  it('has types that browsers go by', async () => {
    const { HeadObjectCommand } = await import('@aws-sdk/client-s3');
    const typeOf = async (Key: string) =>
      (await cloud.s3.client().send(new HeadObjectCommand({ Bucket: 'site', Key }))).ContentType;
    expect(await typeOf('index.html')).toBe('text/html; charset=utf-8');
    expect(await typeOf('api/boards.json')).toBe('application/json; charset=utf-8');
    expect(await typeOf('nyt.xml')).toBe('application/atom+xml; charset=utf-8');
  });

  it('loses a model whose consent is withdrawn, everywhere, and keeps the others', async () => {
    await consent('byglaeser');
    expect((await publish({})).runs).toMatchObject([
      { published: ['checklist', 'nordlys', 'byglaeser', 'constant'] },
    ]);
    await consent('nordlys', { withdrawn: '2026-11-12' });
    expect((await publish({})).runs).toMatchObject([
      { published: ['checklist', 'byglaeser', 'constant'], leftOut: ['nordlys'] },
    ]);
    expect(Object.values(await site()).join()).not.toContain('nordlys');
    const texts = await publications();
    const [publication] = Object.entries(texts).filter(([key]) => key.endsWith('publication.json'));
    expect(JSON.parse(publication![1])).toMatchObject({
      withdrawn: [{ model: 'nordlys', date: '2026-11-12' }],
    });
    delete texts[publication![0]];
    expect(JSON.stringify(texts)).not.toContain('nordlys');
    const log = (await cloud.registry.list('audit', { limit: 99 })).map(({ value }) => JSON.stringify(value));
    expect(log.filter((line) => line.includes('publication-written'))).toHaveLength(3);
  });

  it('shows nobody who took consent back, also where a run or a publication is broken, and says what is', async () => {
    const results = bucket('results');
    const text = async (key: string) => new TextDecoder().decode((await results.read(key))!);
    const result = await text(`runs/${run}/result.json`);
    await consent('nordlys', { date: '2026-11-13' });
    await publish({});
    expect(Object.values(await site()).join()).toContain('nordlys');

    // The run cannot be published anew: its publication tells of the model still, the site does not.
    await results.write(`runs/${run}/result.json`, result.replace('"nordlys"', '"nordlyz"'));
    await consent('nordlys', { withdrawn: '2026-11-14' });
    await expect(publish({})).rejects.toThrow(/does not say what was signed/u);
    expect(Object.values(await site()).join()).not.toContain('nordlys');
    expect(Object.values(await site()).join()).toContain('byglaeser');

    // Of its files, too, each is held to the signature.
    const keys = await results.list('publications/');
    for (const name of ['counts/byglaeser.json', 'publication.json']) {
      const key = keys.find((each) => each.endsWith(name))!;
      const signed = await text(key);
      await results.write(key, `${signed} `);
      await expect(publish({})).rejects.toThrow(/does not say what was signed.*not what was signed/u);
      expect(Object.values(await site()).join()).not.toContain('byglaeser');
      await results.write(key, signed);
    }
    await results.write(`runs/${run}/result.json`, result);
    expect((await publish({})).runs).toMatchObject([{ because: null }]);
    expect(Object.values(await site()).join()).toContain('byglaeser');
  });

  it('leaves out a model of whose vendor’s words the gate finds something, and nobody else', async () => {
    await consent('nordlys', { date: '2026-11-15' });
    expect((await publish({})).runs).toMatchObject([
      { published: ['checklist', 'nordlys', 'byglaeser', 'constant'] },
    ]);
    await consent('nordlys', { date: '2026-11-15', by: 'Nordlys, spørg 140244-6123' });
    for (const event of [{}, { run }])
      expect((await publish(event)).runs).toMatchObject([
        { published: ['checklist', 'byglaeser', 'constant'], leftOut: ['nordlys'], because: null },
      ]);
    expect(JSON.stringify(await publications())).not.toContain('140244');
    expect(Object.values(await site()).join()).toContain('byglaeser');
  });

  it('stands while its run is scored again, and is none once that was cancelled', async () => {
    const results = bucket('results');
    const before = await publications();
    // Failed questions are asked again first: what it is signed as still lies there.
    await cloud.change(run, { state: 'queued', retryFailed: true });
    expect((await publish({})).runs).toMatchObject([{ published: ['checklist', 'byglaeser', 'constant'] }]);
    expect(await publications()).toEqual(before);
    const signature = (await results.read(`runs/${run}/result.sig.json`))!;
    await results.remove(`runs/${run}/result.sig.json`);
    expect((await publish({})).runs).toMatchObject([{ published: ['checklist', 'byglaeser', 'constant'] }]);
    expect(await publications()).toEqual(before);
    await cloud.change(run, { state: 'cancelled' });
    expect((await publish({})).runs).toMatchObject([{ published: [] }]);
    expect(await publications()).toEqual({});
    await results.write(`runs/${run}/result.sig.json`, signature);
    await cloud.change(run, { state: 'done', retryFailed: false });
    expect((await publish({})).runs).toMatchObject([{ published: ['checklist', 'byglaeser', 'constant'] }]);
  });

  it('is not made of a result that is not as it was signed', async () => {
    const before = await publications();
    const text = new TextDecoder().decode((await bucket('results').read(`runs/${run}/result.json`))!);
    await bucket('results').write(`runs/${run}/result.json`, text.replace('"nordlys"', '"nordlyz"'));
    await expect(publish({ run })).rejects.toThrow(/does not say what was signed/u);
    expect(await publications()).toEqual(before);
    await bucket('results').write(`runs/${run}/result.json`, text);
  });

  it('is gone when its owner takes it back', async () => {
    await cloud.change(run, { publish: false });
    await publish({ run });
    expect(await publications()).toEqual({});
    expect(Object.values(await site()).join()).not.toContain('byglaeser');
  });

  it('asked nothing that roles, policies, keys and the network in the templates do not give', () => {
    expect(asked().length).toBeGreaterThan(100);
    expect(refusedByTemplates(asked())).toEqual([]);
    // What shows where an answer is lost, or something is absent or large, is not asked for here.
    const hidden = /AbortMultipart|ListBucket|^kms:|GetItem .* audit$/u;
    expect(unusedGrants('publish', asked()).filter((grant) => !hidden.test(grant))).toEqual([]);
  });
});
