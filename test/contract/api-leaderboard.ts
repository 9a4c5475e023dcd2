import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type Board, BoardListSchema, BoardSchema } from '../../evals/publishing/board.ts';
import { idOf, submit } from '../support/api-submission.ts';
import type { TenantApi } from '../support/api-tenants.ts';
import { openPublishing } from '../support/published-runs.ts';
import { smallAnswers, smallSplit } from '../support/small-runs.ts';

export interface LeaderboardApi extends TenantApi {
  /** Puts the files of a folder where the static site lies, in the place of all that was there. */
  placeSite(folder: string): Promise<void>;
}

const BoardsSchema = z.object({
  boards: z.array(
    z.object({
      comparabilityKey: z.string(),
      dataset: z.object({ split: z.string() }),
      runs: z
        .looseObject({ entries: z.array(z.looseObject({ model: z.looseObject({ id: z.string() }) })) })
        .nullable(),
      entries: z.array(z.object({ model: z.object({ id: z.string() }) })),
    }),
  ),
});

/** What the API's leaderboard tells of runs that are published, and of submissions beside them. */
export function describeLeaderboard(name: string, open: () => Promise<LeaderboardApi>): void {
  describe(`the leaderboard of ${name}`, { timeout: 120_000 }, () => {
    let place: Awaited<ReturnType<typeof openPublishing>>;
    let api: LeaderboardApi;
    beforeAll(async () => {
      [place, api] = await Promise.all([openPublishing(), open()]);
      const file = await place.consent(['god', 'anden']);
      for (const run of [place.one, place.other]) expect((await place.publish(run, file)).code).toBe(0);
      expect((await place.build()).code).toBe(0);
    }, 120_000);
    afterAll(() => Promise.all([place.close(), api.close()]));

    const read = async () => {
      const reply = await api.ask('GET', '/v1/leaderboard');
      expect(reply.status, reply.text).toBe(200);
      return { ...BoardsSchema.parse(reply.body), text: reply.text };
    };
    const onSite = async (path: string): Promise<unknown> =>
      JSON.parse(await readFile(join(place.site, 'api', path), 'utf8'));
    const boardsOfSite = async (): Promise<Board[]> => {
      const { boards } = BoardListSchema.parse(await onSite('boards.json'));
      return Promise.all(boards.map(async ({ path }) => BoardSchema.parse(await onSite(path))));
    };

    it('is empty where nothing is published', async () => {
      expect((await read()).boards).toEqual([]);
    });

    it('has the boards of the static site: the same keys, order, ranks and intervals', async () => {
      await api.placeSite(place.site);
      const expected = (await boardsOfSite()).map(
        ({ comparabilityKey, about: { id, version, split }, current, updated, level, entries }) => ({
          ...{ comparabilityKey, dataset: { id, version, split }, entries: [] },
          runs: {
            ...{ current, updated, level },
            entries: entries.map(({ model, measured, published, counts, figures, cost, rank }) => ({
              ...{ model, measured, published, counts, figures, cost, rank },
            })),
          },
        }),
      );
      expect(expected.map(({ runs }) => runs.entries.length).sort()).toEqual([2, 3]);
      const reply = await api.ask('GET', '/v1/leaderboard');
      expect(reply.body).toEqual({ boards: expected });
    });

    it('shows a published submission beside the runs under its key, and under no other', async () => {
      const [slug, dataset] = ['operator', 'small'];
      await api.placeDataset(slug, dataset, { test: smallSplit(''), validation: smallSplit('p') });
      const made = await api.as('operator', 'POST', '/v1/datasets', {
        body: { folder: dataset, shared: true },
      });
      const sent = smallAnswers('acme', true).filter(({ caseId }) => !caseId.startsWith('p'));
      const file = sent.map((line) => `${JSON.stringify(line)}\n`).join('');
      const model = { id: 'acme', version: '1' };
      const submission = { datasetId: idOf(made), split: 'test', model };
      const { id, state } = await submit(api, 'vendor:acme', file, submission);
      expect(state).toBe('scored');
      expect((await api.as('vendor:acme', 'POST', `/v1/submissions/${id}/publish`)).status).toBe(200);
      const before = (await boardsOfSite()).map(({ comparabilityKey }) => comparabilityKey);
      const { boards } = await read();
      expect(boards.map(({ comparabilityKey }) => comparabilityKey)).toEqual(before);
      const beside = boards.map(({ dataset: { split }, entries }) => [
        split,
        entries.map((each) => each.model.id),
      ]);
      expect(Object.fromEntries(beside)).toEqual({ test: ['acme'], validation: [] });
      // Nobody has a rank whose answers nobody saw being given.
      expect(boards.flatMap(({ runs }) => runs?.entries ?? []).map((each) => each.model.id)).not.toContain(
        'acme',
      );
    });

    it('loses a model whose consent is withdrawn, when the site does', async () => {
      expect((await read()).text).toContain('"anden"');
      const file = await place.consent(['god', 'anden'], { anden: '2026-10-03' });
      for (const run of [place.one, place.other]) expect((await place.publish(run, file)).code).toBe(0);
      expect((await place.build()).code).toBe(0);
      await api.placeSite(place.site);
      const { boards, text } = await read();
      expect(text).not.toContain('"anden"');
      const board = boards.find(({ dataset: { split } }) => split === 'test');
      expect(board?.runs?.entries.map(({ model }) => model.id)).toEqual(
        (await boardsOfSite())
          .find(({ about }) => about.split === 'test')
          ?.entries.map(({ model }) => model.id),
      );
    });

    it('ranks nobody on a practice split, and bears a board that is not there', async () => {
      const [first, second] = await boardsOfSite();
      const path = (board: Board) => join(place.site, 'api', 'boards', `${board.comparabilityKey}.json`);
      await writeFile(
        path(first!),
        JSON.stringify({ ...first!, about: { ...first!.about, split: 'practice' } }),
      );
      await rm(path(second!));
      await api.placeSite(place.site);
      expect((await read()).boards.filter(({ runs }) => runs !== null)).toEqual([]);
    });

    it('says that it is damaged where it is, and tells nothing of where it lies', async () => {
      const [first] = await boardsOfSite().catch(() => []);
      expect(first).toBeUndefined();
      await writeFile(join(place.site, 'api', 'boards.json'), '{"boards": [{}]}');
      await api.placeSite(place.site);
      const reply = await api.ask('GET', '/v1/leaderboard');
      expect([reply.status, reply.text.includes('api/boards')]).toEqual([500, false]);
    });
  });
}
