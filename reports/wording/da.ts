import { caseViewDa } from './case-view-da.ts';
import { chanceDa } from './chance-da.ts';
import { checkInDa } from './check-in-da.ts';
import { choiceDa } from './choice-da.ts';
import { commonDa } from './common-da.ts';
import { detailDa } from './detail-da.ts';
import { errorKindsDa } from './error-kinds-da.ts';
import { furtherDa } from './further-da.ts';
import { glossaryDa } from './glossary-da.ts';
import { leaderboardDa } from './leaderboard-da.ts';
import { measureWordingDa } from './measure-wording-da.ts';
import { methodDa } from './method-da.ts';
import { operationDa } from './operation-da.ts';
import { overviewDa } from './overview-da.ts';
import { peopleDa } from './people-da.ts';
import { recipientsDa } from './recipients-da.ts';
import { robustnessDa } from './robustness-da.ts';
import { versionsDa } from './versions-da.ts';
import { workbookDa } from './workbook-da.ts';

/** The report's words in Danish, the language they are written in first. */
export const da = {
  ...commonDa,
  ...versionsDa,
  ...workbookDa,
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
  measures: measureWordingDa,
  glossary: glossaryDa as readonly { term: string; means: string }[],
  method: methodDa as readonly string[],
};
