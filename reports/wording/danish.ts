import { da } from './da.ts';
import type { Spoken } from './wording.ts';

/** Danish alone: a function that writes no English holds none of its words. */
export const danish: Spoken = { language: 'da', words: da };
