import type { Drawing } from '../drawings/drawing.ts';
import type { Written } from './line.ts';

/** A document written, with what was planned and what is drawn on it. */
export interface Made extends Written {
  planned: string;
  drawings: Drawing[];
}
