import { furtherMeasuresDa } from './further-measures-da.ts';
import type { MeasureWording } from './measure-wording.ts';
import { measuresDa } from './measures-da.ts';
import { robustnessMeasuresDa } from './robustness-measures-da.ts';

/** What every measure is called, and says; in Danish. */
export const measureWordingDa: MeasureWording = {
  ...measuresDa,
  ...furtherMeasuresDa,
  ...robustnessMeasuresDa,
};
