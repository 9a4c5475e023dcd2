import type { Language } from '../../datasets/language.ts';
import type { Board } from '../../evals/publishing/board.ts';
import { fileNameOf } from '../render/report-files.ts';

interface SiteNames {
  /** Before every path. */
  root: string;
  boards: string;
  models: string;
  datasets: string;
  method: string;
  vendors: string;
  feed: string;
}

const names: Record<Language, SiteNames> = {
  da: {
    root: '',
    boards: 'tavler',
    models: 'modeller',
    datasets: 'datasaet',
    method: 'metode.html',
    vendors: 'leverandoerer.html',
    feed: 'nyt.xml',
  },
  en: {
    root: 'en/',
    boards: 'boards',
    models: 'models',
    datasets: 'datasets',
    method: 'method.html',
    vendors: 'vendors.html',
    feed: 'feed.xml',
  },
};

/** Where every file of the site lies, from its root. Danish is at the root, English under `en/`. */
export interface SitePaths {
  index: string;
  method: string;
  vendors: string;
  feed: string;
  board: (key: string) => string;
  model: (id: string) => string;
  dataset: (dataset: Pick<Board['dataset'], 'id' | 'version'>) => string;
}

export function sitePaths(language: Language): SitePaths {
  const { root, boards, models, datasets, method, vendors, feed } = names[language];
  return {
    index: `${root}index.html`,
    method: root + method,
    vendors: root + vendors,
    feed: root + feed,
    board: (key) => `${root}${boards}/${key}.html`,
    model: (id) => `${root}${models}/${fileNameOf(id)}.html`,
    dataset: ({ id, version }) => `${root}${datasets}/${fileNameOf(`${id} ${version}`)}.html`,
  };
}

/** The same for programs, in no language. */
export const apiPaths = {
  boards: 'api/boards.json',
  board: (key: string) => `api/boards/${key}.json`,
  model: (id: string) => `api/models/${fileNameOf(id)}.json`,
};

/** The link from one file of the site to another, or to a part of it. */
export function siteHref(from: string, to: string, id?: string): string {
  const up = '../'.repeat(from.split('/').length - 1);
  return `${up}${to}${id === undefined ? '' : `#${encodeURIComponent(id)}`}`;
}
