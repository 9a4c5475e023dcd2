import { caseViewDa } from './case-view-da.ts';
import { chanceDa } from './chance-da.ts';
import { checkInDa } from './check-in-da.ts';
import { choiceDa } from './choice-da.ts';
import { detailDa } from './detail-da.ts';
import { errorKindsDa } from './error-kinds-da.ts';
import { furtherDa } from './further-da.ts';
import { furtherMeasuresDa } from './further-measures-da.ts';
import { glossaryDa } from './glossary-da.ts';
import { leaderboardDa } from './leaderboard-da.ts';
import type { MeasureWording } from './measure-wording.ts';
import { measuresDa } from './measures-da.ts';
import { methodDa } from './method-da.ts';
import { operationDa } from './operation-da.ts';
import { overviewDa } from './overview-da.ts';
import { peopleDa } from './people-da.ts';
import { recipientsDa } from './recipients-da.ts';
import { robustnessDa } from './robustness-da.ts';
import { robustnessMeasuresDa } from './robustness-measures-da.ts';

const measures: MeasureWording = { ...measuresDa, ...furtherMeasuresDa, ...robustnessMeasuresDa };

/** The report's words in Danish, the language they are written in first. */
export const da = {
  ...overviewDa,
  ...detailDa,
  ...chanceDa,
  ...choiceDa,
  ...furtherDa,
  ...peopleDa,
  ...operationDa,
  ...robustnessDa,
  ...recipientsDa,
  ...caseViewDa,
  ...checkInDa,
  ...errorKindsDa,
  ...leaderboardDa,
  measures,
  glossary: glossaryDa as readonly { term: string; means: string }[],
  method: methodDa as readonly string[],
};
