import { z } from 'zod';
import { compareText } from '../../../evals/statistics/compare-text.ts';
import { readLeaderboard } from '../leaderboard.ts';
import { LeaderboardEntrySchema } from '../resources.ts';
import { defineRoute } from '../route.ts';
import { nothing } from './shapes.ts';

const BoardSchema = z.strictObject({
  comparabilityKey: LeaderboardEntrySchema.shape.comparabilityKey,
  dataset: LeaderboardEntrySchema.shape.dataset,
  entries: z
    .array(
      LeaderboardEntrySchema.pick({
        vendor: true,
        model: true,
        provenance: true,
        publishedAt: true,
        headline: true,
      }),
    )
    .describe(
      'By defect F1, best first. Rounded and self-reported: whether two differ, a comparison on one run tells.',
    ),
});

export const leaderboardRoutes = [
  defineRoute({
    method: 'GET',
    path: '/v1/leaderboard',
    operationId: 'readLeaderboard',
    tag: 'leaderboard',
    summary: 'What vendors have published of their submissions, a board for each comparability key',
    who: 'everyone',
    takes: 'nothing',
    params: nothing,
    query: nothing,
    body: z.undefined(),
    answers: { 200: z.strictObject({ boards: z.array(BoardSchema) }) },
    async handle({ context }) {
      const byKey = Map.groupBy(await readLeaderboard(context.registry), (entry) => entry.comparabilityKey);
      const boards = [...byKey].map(([comparabilityKey, entries]) => ({
        comparabilityKey,
        dataset: entries[0]!.dataset,
        entries: entries
          .map(({ vendor, model, provenance, publishedAt, headline }) => ({
            vendor,
            model,
            provenance,
            publishedAt,
            headline,
          }))
          .sort(
            (a, b) =>
              (b.headline.defectF1.value ?? -1) - (a.headline.defectF1.value ?? -1) ||
              compareText(a.model.id, b.model.id),
          ),
      }));
      return { status: 200, body: { boards } };
    },
  }),
];
