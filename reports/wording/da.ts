import { detailDa } from './detail-da.ts';
import { glossaryDa } from './glossary-da.ts';
import { measuresDa } from './measures-da.ts';
import { overviewDa } from './overview-da.ts';

/** The report's words in Danish, the language they are written in first. */
export const da = {
  ...overviewDa,
  ...detailDa,
  measures: measuresDa,
  glossary: glossaryDa as readonly { term: string; means: string }[],
};
