import type { sheetsDa } from './wording-da.ts';

/** All words of the sheets. Danish is written first; English has the same keys, held by the compiler. */
export type SheetWords = typeof sheetsDa;
