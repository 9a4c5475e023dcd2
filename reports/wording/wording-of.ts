import type { Language } from '../../datasets/language.ts';
import { danish } from './danish.ts';
import { en } from './en.ts';
import type { Languages, Spoken, Wording } from './wording.ts';

const english: Spoken = { language: 'en', words: en };

/** The words of a report in one language. */
export function wordingOf(language: Language): Wording {
  return (language === 'da' ? danish : english).words;
}

/** All languages, this one first. */
export function languagesFrom(language: Language): Languages {
  return language === 'da' ? [danish, english] : [english, danish];
}
