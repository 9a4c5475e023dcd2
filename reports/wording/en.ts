import { caseViewEn } from './case-view-en.ts';
import { chanceEn } from './chance-en.ts';
import { checkInEn } from './check-in-en.ts';
import { choiceEn } from './choice-en.ts';
import { commonEn } from './common-en.ts';
import { detailEn } from './detail-en.ts';
import { errorKindsEn } from './error-kinds-en.ts';
import { furtherEn } from './further-en.ts';
import { furtherMeasuresEn } from './further-measures-en.ts';
import { glossaryEn } from './glossary-en.ts';
import { leaderboardEn } from './leaderboard-en.ts';
import { measuresEn } from './measures-en.ts';
import { methodEn } from './method-en.ts';
import { operationEn } from './operation-en.ts';
import { overviewEn } from './overview-en.ts';
import { peopleEn } from './people-en.ts';
import { recipientsEn } from './recipients-en.ts';
import { robustnessEn } from './robustness-en.ts';
import { robustnessMeasuresEn } from './robustness-measures-en.ts';
import { versionsEn } from './versions-en.ts';
import type { Wording } from './wording.ts';
import { workbookEn } from './workbook-en.ts';

/** The report's words in English, with the same keys as the Danish. */
export const en: Wording = {
  ...commonEn,
  ...versionsEn,
  ...workbookEn,
  ...overviewEn,
  ...detailEn,
  ...chanceEn,
  ...choiceEn,
  ...furtherEn,
  ...peopleEn,
  ...operationEn,
  ...robustnessEn,
  ...recipientsEn,
  ...caseViewEn,
  ...checkInEn,
  ...errorKindsEn,
  ...leaderboardEn,
  measures: { ...measuresEn, ...furtherMeasuresEn, ...robustnessMeasuresEn },
  glossary: glossaryEn,
  method: methodEn,
};
