import type { da } from './da.ts';

/** All words of a report. Danish is written first; English has the same keys, held by the compiler. */
export type Wording = typeof da;
