import { z } from 'zod';
import { ArtifactError } from '../../datasets/errors.ts';
import type { BlobStore } from '../../evals/ports.ts';
import { BoardListSchema, BoardSchema, StatedResultSchema } from '../../evals/publishing/board.ts';
import { RankSchema } from '../../evals/statistics/rank-interval.ts';
import { apiPaths } from '../../reports/leaderboard/site-paths.ts';

/** A published result of one model with its place among all that are published under its key. */
export const PublishedResultSchema = z.object(
  StatedResultSchema.pick({ model: true, measured: true, published: true, counts: true, cost: true }).extend({
    figures: StatedResultSchema.shape.figures,
    rank: RankSchema,
  }).shape,
);

// The site may have been built by a later version, which tells more.
const SiteBoardSchema = z.object({
  ...BoardSchema.pick({ comparabilityKey: true, about: true, current: true, updated: true, level: true })
    .shape,
  entries: z.array(PublishedResultSchema),
});
export type PublishedBoard = z.infer<typeof SiteBoardSchema>;

const SiteListSchema = z.object({
  boards: z.array(z.object(BoardListSchema.shape.boards.element.pick({ comparabilityKey: true }).shape)),
});

/**
 * The boards of the static site, as its own files have them and in its order: nothing is ranked again, so that both say the same.
 * @param site absent: there is none here
 * @throws {ArtifactError} where one is damaged
 */
export async function readPublishedBoards(site: BlobStore | undefined): Promise<PublishedBoard[]> {
  if (site === undefined) return [];
  const list = await readSiteFile(site, apiPaths.boards, SiteListSchema);
  const boards = await Promise.all(
    (list?.boards ?? []).map(({ comparabilityKey: key }) =>
      readSiteFile(site, apiPaths.board(key), SiteBoardSchema),
    ),
  );
  // One that is missing is being written, or was taken away, while the site is built anew. Practice ranks nobody.
  return boards.flatMap((board) => (board === null || board.about.split === 'practice' ? [] : [board]));
}

async function readSiteFile<Schema extends z.ZodType>(
  site: BlobStore,
  path: string,
  schema: Schema,
): Promise<z.output<Schema> | null> {
  const bytes = await site.read(path);
  if (bytes === null) return null;
  try {
    return schema.parse(JSON.parse(new TextDecoder().decode(bytes)));
  } catch (cause) {
    throw new ArtifactError(
      `Cannot read "${site.describe(path)}": it is damaged. Build the leaderboard again`,
      {
        cause,
      },
    );
  }
}
