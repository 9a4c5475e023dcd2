import type { Language } from '../../datasets/language.ts';
import type { checkInWordingDa } from './check-in-wording-da.ts';
import type { da } from './da.ts';

/** All words of a report. Danish is written first; English has the same keys, held by the compiler. */
export type Wording = typeof da;

/** The words of a check-in; all words of a report are these, too. */
export type CheckInWording = typeof checkInWordingDa;

/** A language, and the words of a page in it. */
export interface Spoken<Words = Wording> {
  language: Language;
  words: Words;
}

/** The languages of a page: it is written in the first, and renewed in the others where it is there. */
export type Languages<Words = Wording> = readonly [Spoken<Words>, ...Spoken<Words>[]];
