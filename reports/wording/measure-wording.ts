import type { MeasureId } from '../measures.ts';

/** A figure's name, what it says, and why it may be undefined (`none`). */
export type MeasureWording = Record<MeasureId, { name: string; means: string; none: string }>;
