import { z } from 'zod';
import { BoardSchema as SiteBoardSchema } from '../../../evals/publishing/board.ts';
import { compareText } from '../../../evals/statistics/compare-text.ts';
import { readLeaderboard } from '../leaderboard.ts';
import { type PublishedBoard, PublishedResultSchema, readPublishedBoards } from '../published-boards.ts';
import { type LeaderboardEntry, LeaderboardEntrySchema } from '../resources.ts';
import { defineRoute } from '../route.ts';
import { nothing } from './shapes.ts';

const PublishedSchema = z
  .strictObject({
    current: SiteBoardSchema.shape.current,
    updated: SiteBoardSchema.shape.updated,
    level: SiteBoardSchema.shape.level,
    entries: z.array(PublishedResultSchema),
  })
  .nullable()
  .describe(
    'Results of published runs, as the static leaderboard has them: a model once, in its order, with its ranks and intervals. Null where no run is published under this key.',
  );

const SubmittedSchema = z
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
    'Published submissions, by defect F1, best first. Rounded and self-reported, and without a rank: whether two differ, a comparison on one run tells.',
  );

const BoardSchema = z.strictObject({
  comparabilityKey: LeaderboardEntrySchema.shape.comparabilityKey,
  dataset: LeaderboardEntrySchema.shape.dataset,
  runs: PublishedSchema,
  entries: SubmittedSchema,
});
type Board = z.input<typeof BoardSchema>;

export const leaderboardRoutes = [
  defineRoute({
    method: 'GET',
    path: '/v1/leaderboard',
    operationId: 'readLeaderboard',
    tag: 'leaderboard',
    summary: 'What is published of runs and of submissions, a board for each comparability key',
    description: 'Boards of the static site first, in its order; then those of submissions alone.',
    who: 'everyone',
    takes: 'nothing',
    params: nothing,
    query: nothing,
    body: z.undefined(),
    answers: { 200: z.strictObject({ boards: z.array(BoardSchema) }) },
    async handle({ context }) {
      const [published, submitted] = await Promise.all([
        readPublishedBoards(context.site),
        readLeaderboard(context.registry),
      ]);
      return { status: 200, body: { boards: joinBoards(published, submitted) } };
    },
  }),
];

/** Under each key what is published of runs beside what is published of submissions; nothing stands under two. */
function joinBoards(published: readonly PublishedBoard[], submitted: readonly LeaderboardEntry[]): Board[] {
  const byKey = Map.groupBy(submitted, ({ comparabilityKey }) => comparabilityKey);
  const ofRuns = published.map(({ comparabilityKey, about, current, updated, level, entries }): Board => {
    const { id, version, split } = about;
    const beside = byKey.get(comparabilityKey) ?? [];
    byKey.delete(comparabilityKey);
    return {
      comparabilityKey,
      dataset: { id, version, split },
      runs: { current, updated, level, entries },
      entries: beside.map(entryOf).sort(byFigure),
    };
  });
  const others = [...byKey].map(([comparabilityKey, entries]): Board => {
    const { dataset } = entries[0]!;
    return { comparabilityKey, dataset, runs: null, entries: entries.map(entryOf).sort(byFigure) };
  });
  return [...ofRuns, ...others];
}

type Submitted = Board['entries'][number];

function entryOf({ vendor, model, provenance, publishedAt, headline }: LeaderboardEntry): Submitted {
  return { vendor, model, provenance, publishedAt, headline };
}

function byFigure(a: Submitted, b: Submitted): number {
  const f1Of = ({ headline }: Submitted) => headline.defectF1.value ?? -1;
  return f1Of(b) - f1Of(a) || compareText(a.model.id, b.model.id);
}
