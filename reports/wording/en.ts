import { detailEn } from './detail-en.ts';
import { glossaryEn } from './glossary-en.ts';
import { measuresEn } from './measures-en.ts';
import { overviewEn } from './overview-en.ts';
import type { Wording } from './wording.ts';

/** The report's words in English, with the same keys as the Danish. */
export const en: Wording = {
  ...overviewEn,
  ...detailEn,
  measures: measuresEn,
  glossary: glossaryEn,
};
