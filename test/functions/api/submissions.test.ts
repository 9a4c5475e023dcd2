import { createHash, randomUUID } from 'node:crypto';
import { appendFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type ApiServer,
  answersOf,
  apiCaseIds,
  apiSplit,
  placeDataset,
  startApi,
} from '../../support/api-server.ts';
import { announce, CreatedSchema, idOf, submit, upload } from '../../support/api-submission.ts';

const acme = 'vendor:acme';
const model = { id: 'acme', version: '1' };
const quotas = {
  submissions: { name: 'submissions', limit: 400, period: 'day' },
  practiceScorings: { name: 'practice-scorings', limit: 100, period: 'day' },
  closedScorings: { name: 'closed-scorings', limit: 3, period: 'month' },
  runs: { name: 'runs', limit: 50, period: 'day' },
} as const;

let api: ApiServer;
let datasetId: string;
beforeAll(async () => {
  api = await startApi({ limits: { quotas } });
  await placeDataset(api.folder, 'operator', 'open', { practice: apiSplit('p'), sealed: apiSplit('s') });
  const made = await api.as('operator', 'POST', '/v1/datasets', { body: { folder: 'open', shared: true } });
  expect(made.status, made.text).toBe(201);
  datasetId = idOf(made);
});
afterAll(() => api.close());

const practice = () => ({ datasetId, split: 'practice', model });
const sealed = (id: string) => ({ datasetId, split: 'sealed', model: { id, version: '1' } });

describe('a submission on a practice split', () => {
  it('is scored, and all its figures are told', async () => {
    const done = await submit(api, acme, answersOf(model, 'p'), practice());
    expect(done).toMatchObject({
      state: 'scored',
      faults: [],
      headline: { counts: { planned: 12, answered: 12 } },
    });
    const result = await api.as(acme, 'GET', `/v1/submissions/${done.id}/result`);
    expect(result.status).toBe(200);
    expect(result.body).toMatchObject({ model: { id: 'acme', vendor: 'acme', provenance: 'self-reported' } });
    const published = await api.as(acme, 'POST', `/v1/submissions/${done.id}/publish`);
    expect(published.status).toBe(409);
  });

  it.each([
    ['no JSON', (file: string) => `${file}{`, { line: 13 }],
    ['a case of another split', (file: string) => file.replaceAll('"p03"', '"s03"'), { field: 'caseId' }],
    ['an answer too few', (file: string) => file.slice(file.indexOf('\n') + 1), { field: 'caseId' }],
    [
      'an answer twice',
      (file: string) => file + file.slice(file.lastIndexOf('{"model"')),
      { field: 'caseId', line: 13 },
    ],
    ['another model', (file: string) => file.replaceAll('"acme"', '"other"'), { field: 'model' }],
  ])('is rejected with line and field where the file has %s', async (_, change, place) => {
    const done = await submit(api, acme, change(answersOf(model, 'p')), practice());
    expect(done).toMatchObject({ state: 'rejected', headline: null, faults: [place] });
    const result = await api.as(acme, 'GET', `/v1/submissions/${done.id}/result`);
    expect(result.status).toBe(409);
    const again = await api.as(acme, 'POST', `/v1/submissions/${done.id}/score`);
    expect(again.status).toBe(409);
  });

  it('takes no other file than the one announced, and none after it was scored', async () => {
    const file = answersOf(model, 'p');
    const created = CreatedSchema.parse((await announce(api, acme, file, practice())).body);
    const { url } = created.upload;
    const other = await api.ask('PUT', url, { body: file.replace('p01', 'p02') });
    expect(other.status).toBe(422);
    expect((await api.ask('PUT', url, { body: `${file}x` })).status).toBe(413);
    expect(
      (
        await api.ask(
          'PUT',
          // The first letter of the signature: the last one holds two bits that count for nothing.
          url.replace(/[\w-](?=[\w-]{42}$)/u, (letter) => (letter === 'A' ? 'B' : 'A')),
          { body: file },
        )
      ).status,
    ).toBe(403);
    const early = await api.as(acme, 'POST', `/v1/submissions/${created.submission.id}/score`);
    expect(early.status).toBe(409);
    const done = await submit(api, acme, file, practice());
    expect(done.state).toBe('scored');
  });

  it('is the vendor’s own model', async () => {
    for (const id of ['acmex', 'other', 'other.acme', 'Acme']) {
      const reply = await announce(api, acme, 'x', { ...practice(), model: { id, version: '1' } });
      expect(reply.status).toBe(422);
      expect(reply.body).toMatchObject({ errors: [{ field: 'model.id' }] });
    }
    expect(
      (await announce(api, acme, 'x', { ...practice(), model: { id: 'acme.x', version: '1' } })).status,
    ).toBe(201);
  });
});

describe('a submission on a sealed split', () => {
  it('reveals no label: not by its record, result, errors or the leaderboard', async () => {
    const own = { id: 'acme.sealed', version: '1' };
    const done = await submit(api, acme, answersOf(own, 's'), sealed(own.id));
    expect(done.state).toBe('scored');
    const texts: string[] = [JSON.stringify(done)];
    const result = await api.as(acme, 'GET', `/v1/submissions/${done.id}/result`);
    expect(result.status).toBe(403);
    texts.push(result.text);
    expect((await api.as(acme, 'POST', `/v1/submissions/${done.id}/publish`)).status).toBe(200);
    for (const path of ['/v1/leaderboard', '/v1/submissions', `/v1/datasets/${datasetId}`, '/v1/datasets'])
      texts.push((await api.as(acme, 'GET', path)).text);
    const cases = await api.as(acme, 'GET', `/v1/datasets/${datasetId}/splits/sealed/cases`);
    expect(cases.text.trim().split('\n')).toHaveLength(12);
    for (const line of cases.text.trim().split('\n'))
      expect(Object.keys(JSON.parse(line) as object)).not.toContain('defects');
    texts.push(cases.text);
    for (const text of texts) {
      expect(text).not.toMatch(
        /defectId|citationSets|labelVersion|truePositives|falsePositives|falseNegatives|missed/u,
      );
      expect(text).not.toMatch(/requiredDefects|completeCases|deficient|"outcome"/u);
    }
    // Of single cases nothing but what they are: their ids stand in the cases alone.
    for (const text of texts.slice(0, -1))
      for (const id of apiCaseIds('s')) expect(text).not.toContain(`"${id}"`);
    const board = await api.ask('GET', '/v1/leaderboard');
    expect(board.body).toMatchObject({
      boards: [
        {
          dataset: { split: 'sealed' },
          entries: [{ vendor: 'acme', model: own, provenance: 'self-reported' }],
        },
      ],
    });
    const values = JSON.stringify(board.body).match(/0\.\d+/gu) ?? [];
    expect(values.filter((each) => each.length > 4)).toEqual([]);
    expect((await api.as(acme, 'POST', `/v1/submissions/${done.id}/withdraw`)).status).toBe(200);
    expect((await api.ask('GET', '/v1/leaderboard')).body).toEqual({ boards: [] });
  });

  it('is refused where it asks about a few cases instead of answering all', async () => {
    const own = { id: 'probe', version: '1' };
    const [first] = answersOf(own, 's').split('\n');
    const done = await submit(api, 'vendor:probe', `${first}\n`, sealed('probe'));
    expect(done).toMatchObject({ state: 'rejected', faults: [{ is: 'no answer to "s01" in repeat 0' }] });
  });
});

describe('quotas', () => {
  it('let three of 50 scorings at once through, and say when there are more', async () => {
    const own = { id: 'racer', version: '1' };
    const file = answersOf(own, 's');
    const ids = await Promise.all(
      Array.from({ length: 50 }, () => upload(api, 'vendor:racer', file, sealed('racer'))),
    );
    const replies = await Promise.all(
      ids.map((id) => api.as('vendor:racer', 'POST', `/v1/submissions/${id}/score`)),
    );
    const statuses = Map.groupBy(replies, ({ status }) => status);
    expect([...statuses].map(([status, { length }]) => [status, length]).sort()).toEqual([
      [202, 3],
      [429, 47],
    ]);
    const [late] = statuses.get(429)!;
    expect(late!.body).toMatchObject({ type: 'urn:maalestok:problem:quota', status: 429 });
    expect(Number(late!.headers.get('retry-after'))).toBeGreaterThan(0);
    await api.server.idle();
    const list = await api.as('vendor:racer', 'GET', '/v1/submissions?limit=100');
    expect(list.text.match(/"state":"scored"/gu)).toHaveLength(3);
    expect(list.text.match(/"state":"awaiting-upload"/gu)).toHaveLength(47);
  });

  it('lets one of 50 scorings of the same submission through', async () => {
    const own = { id: 'same', version: '1' };
    const id = await upload(api, 'vendor:same', answersOf(own, 'p'), { ...practice(), model: own });
    const ask = () => api.as('vendor:same', 'POST', `/v1/submissions/${id}/score`);
    const replies = await Promise.all(Array.from({ length: 50 }, ask));
    expect(replies.filter(({ status }) => status === 202)).toHaveLength(1);
    expect(replies.filter(({ status }) => status === 409)).toHaveLength(49);
  });

  it('are given back where we failed, and not where the file was wrong', async () => {
    const vendor = 'vendor:unlucky';
    const own = { id: 'unlucky', version: '1' };
    await placeDataset(api.folder, 'operator', 'breaks', { sealed: apiSplit('b') });
    const made = await api.as('operator', 'POST', '/v1/datasets', {
      body: { folder: 'breaks', shared: true },
    });
    const broken = { datasetId: idOf(made), split: 'sealed', model: own };
    const labels = join(api.folder, 'datasets/operator/breaks/sealed.labels.jsonl');
    await appendFile(labels, '{"a secret": "of the labels"}\n');
    for (let time = 0; time < 4; time += 1) {
      const failed = await submit(api, vendor, answersOf(own, 'b'), broken);
      expect(failed).toMatchObject({ state: 'failed', faults: [], headline: null });
      expect(JSON.stringify(failed)).not.toContain('secret');
    }
    expect(api.log.join('\n')).toContain('sealed.labels.jsonl');
    // Nothing was used: three wrong files may be sent, and no fourth.
    for (let time = 0; time < 3; time += 1)
      expect(await submit(api, vendor, 'x', sealed('unlucky'))).toMatchObject({ state: 'rejected' });
    const id = await upload(api, vendor, answersOf(own, 's'), sealed('unlucky'));
    expect((await api.as(vendor, 'POST', `/v1/submissions/${id}/score`)).status).toBe(429);
    await rm(labels);
  });

  it('bound what is announced', async () => {
    const tight = { ...quotas, submissions: { name: 'submissions', limit: 2, period: 'day' } as const };
    const own = await startApi({ limits: { quotas: tight } });
    await placeDataset(own.folder, 'operator', 'open', { practice: apiSplit('p') });
    const made = await own.as('operator', 'POST', '/v1/datasets', { body: { folder: 'open', shared: true } });
    const body = { datasetId: idOf(made), split: 'practice', model };
    const replies = await Promise.all(Array.from({ length: 50 }, () => announce(own, acme, 'x', body)));
    expect(replies.filter(({ status }) => status === 201)).toHaveLength(2);
    expect(replies.filter(({ status }) => status === 429)).toHaveLength(48);
    await own.close();
  });
});

describe('idempotency', () => {
  it('gives the same answer to the same key, and makes one thing', async () => {
    const file = answersOf(model, 'p');
    const key = randomUUID();
    const replies = await Promise.all(
      Array.from({ length: 20 }, () =>
        announce(api, 'vendor:again', file, { ...practice(), model: { id: 'again', version: '1' } }, key),
      ),
    );
    const first = replies.filter(({ status }) => status === 201);
    expect(first.length).toBeGreaterThanOrEqual(1);
    expect(replies.filter(({ status }) => status !== 201).every(({ status }) => status === 409)).toBe(true);
    const later = await announce(
      api,
      'vendor:again',
      file,
      { ...practice(), model: { id: 'again', version: '1' } },
      key,
    );
    expect(later.headers.get('idempotency-replayed')).toBe('true');
    expect(later.text).toBe(first[0]!.text);
    const list = await api.as('vendor:again', 'GET', '/v1/submissions');
    expect(list.body).toMatchObject({ items: [{ dataset: { split: 'practice' } }], next: null });
    expect((list.body as { items: unknown[] }).items).toHaveLength(1);
  });

  it('refuses another body, path or none under the same key', async () => {
    const key = randomUUID();
    expect((await announce(api, acme, 'x', practice(), key)).status).toBe(201);
    const other = await announce(api, acme, 'y', practice(), key);
    expect(other.status).toBe(422);
    expect(other.body).toMatchObject({
      type: 'urn:maalestok:problem:key-reused',
      errors: [{ field: 'Idempotency-Key' }],
    });
    // Another principal’s key is another key.
    expect(
      (await announce(api, 'vendor:b', 'x', { ...practice(), model: { id: 'b', version: '1' } }, key)).status,
    ).toBe(201);
  });

  it('replays what was wrong with a request, too', async () => {
    const key = randomUUID();
    const body = { ...practice(), datasetId: `operator.${'0'.repeat(20)}` };
    const [one, two] = [await announce(api, acme, 'x', body, key), await announce(api, acme, 'x', body, key)];
    expect([one.status, two.status]).toEqual([404, 404]);
    expect(two.text).toBe(one.text);
  });

  it('is required of writes', async () => {
    const sha256 = createHash('sha256').update('x').digest('hex');
    for (const key of [null, 'short', 'with space 123', 'x'.repeat(200)]) {
      const body = { ...practice(), bytes: 1, sha256 };
      const reply = await api.as(acme, 'POST', '/v1/submissions', { body, key });
      expect(reply.status).toBe(422);
      expect(reply.text).toContain('Idempotency-Key');
    }
  });
});
