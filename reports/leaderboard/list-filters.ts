import type { Board } from '../../evals/publishing/board.ts';
import type { Filter } from './render-site-page.ts';
import type { SiteContext } from './site-context.ts';

/** Whose model it is and who ran it, as far as the boards differ in it. */
export function listModelFilters({ words }: SiteContext, boards: readonly Board[]): Filter[] {
  const { filter } = words.leaderboard;
  const models = boards.flatMap(({ entries }) => entries.map(({ model }) => model));
  const used = <T extends string>(all: Record<T, string>, has: (id: T) => boolean) =>
    (Object.entries(all) as [T, string][]).filter(([id]) => has(id)).map(([id, name]) => ({ id, name }));
  return [
    {
      name: 'kind',
      label: filter.kind,
      options: used(filter.kinds, (id) => models.some(({ kind }) => kind === id)),
    },
    {
      name: 'provenance',
      label: filter.provenance,
      options: used(filter.provenances, (id) => models.some(({ provenance }) => provenance === id)),
    },
  ];
}

/** What tells the versions of data sets apart in the filter. */
export function versionId({ dataset }: Board): string {
  return `${dataset.id} ${dataset.version}`;
}
