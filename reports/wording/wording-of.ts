import type { Language } from '../../datasets/language.ts';
import { da } from './da.ts';
import { en } from './en.ts';
import type { Wording } from './wording.ts';

/** The words of a report in one language. */
export function wordingOf(language: Language): Wording {
  return language === 'da' ? da : en;
}
