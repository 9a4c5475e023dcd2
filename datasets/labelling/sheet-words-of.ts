import type { Language } from '../language.ts';
import type { SheetWords } from './sheet-words.ts';
import { sheetsDa } from './wording-da.ts';
import { sheetsEn } from './wording-en.ts';

export function sheetWordsOf(language: Language): SheetWords {
  return language === 'da' ? sheetsDa : sheetsEn;
}
