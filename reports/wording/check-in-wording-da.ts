import { checkInDa } from './check-in-da.ts';
import { commonDa } from './common-da.ts';
import { measureWordingDa } from './measure-wording-da.ts';
import { operationDa } from './operation-da.ts';
import { versionsDa } from './versions-da.ts';
import { workbookDa } from './workbook-da.ts';

/** The words of a check-in: a part of those of a report, so that a function that writes no report holds no more. */
export const checkInWordingDa = {
  ...commonDa,
  ...checkInDa,
  ...operationDa,
  ...versionsDa,
  ...workbookDa,
  measures: measureWordingDa,
};
