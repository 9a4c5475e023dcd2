import {
  type Board,
  type BoardList,
  BoardListSchema,
  BoardSchema,
  ModelHistorySchema,
} from '../../evals/publishing/board.ts';
import { gatherHistory } from './gather-history.ts';
import { versionId } from './list-filters.ts';
import { renderBoardPage } from './render-board-page.ts';
import { renderDatasetPage } from './render-dataset-page.ts';
import { renderFeed } from './render-feed.ts';
import { renderIndexPage } from './render-index-page.ts';
import { renderModelPage } from './render-model-page.ts';
import { renderMethodPage, renderVendorsPage } from './render-text-pages.ts';
import { siteContextOf } from './site-context.ts';
import { apiPaths } from './site-paths.ts';

/** A file of the site, by its path from the root. */
export interface SiteFile {
  path: string;
  body: string;
}

/**
 * The whole site in both languages, with its data as JSON: the same boards give the same bytes.
 * @param baseUrl where it will lie, ending in `/`; absent: no feed
 */
export async function* renderSite(boards: readonly Board[], baseUrl?: string): AsyncGenerator<SiteFile> {
  const models = gatherHistory(boards);
  const datasets = [...Map.groupBy(boards, versionId).values()];
  for (const language of ['da', 'en'] as const) {
    const context = siteContextOf(language, boards, baseUrl);
    const { paths } = context;
    yield { path: paths.index, body: renderIndexPage(context) };
    yield { path: paths.method, body: renderMethodPage(context) };
    yield { path: paths.vendors, body: renderVendorsPage(context) };
    for (const board of boards)
      yield { path: paths.board(board.comparabilityKey), body: await renderBoardPage(context, board) };
    for (const model of models)
      yield { path: paths.model(model.id), body: await renderModelPage(context, model) };
    for (const of of datasets)
      yield { path: paths.dataset(of[0]!.dataset), body: renderDatasetPage(context, of) };
    if (baseUrl !== undefined) yield { path: paths.feed, body: renderFeed(context, models, baseUrl) };
  }
  yield { path: apiPaths.boards, body: toText(BoardListSchema.parse(listBoards(boards))) };
  for (const board of boards)
    yield { path: apiPaths.board(board.comparabilityKey), body: toText(BoardSchema.parse(board)) };
  for (const model of models)
    yield { path: apiPaths.model(model.id), body: toText(ModelHistorySchema.parse(model)) };
}

function listBoards(boards: readonly Board[]): BoardList {
  return {
    schema: 'maalestok.boards.v1',
    boards: boards.map(({ comparabilityKey, dataset, current, updated, entries }) => {
      const { id, version, titleDa, titleEn, split } = dataset;
      return {
        comparabilityKey,
        dataset: { id, version, titleDa, titleEn, split },
        current,
        updated,
        models: entries.map(({ model }) => model.id),
        path: `boards/${comparabilityKey}.json`,
      };
    }),
  };
}

function toText(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
