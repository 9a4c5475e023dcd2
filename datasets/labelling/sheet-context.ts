import type { Language } from '../language.ts';
import type { Catalogue } from '../rules/catalogue.ts';
import type { Taxonomy } from '../taxonomy/taxonomy.ts';
import type { SheetWords } from './sheet-words.ts';
import { sheetWordsOf } from './sheet-words-of.ts';

/** What every sheet is written and read with. */
export interface SheetContext {
  words: SheetWords;
  language: Language;
  taxonomy: Taxonomy;
  catalogue: Catalogue;
}

export function createSheetContext(
  data: { taxonomy: Taxonomy; catalogue: Catalogue },
  language: Language,
): SheetContext {
  return { words: sheetWordsOf(language), language, taxonomy: data.taxonomy, catalogue: data.catalogue };
}
