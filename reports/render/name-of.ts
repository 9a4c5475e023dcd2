import type { Language } from '../../datasets/language.ts';

/** The name in the report's language of anything that carries both. */
export function nameOf(named: { nameDa: string; nameEn: string }, language: Language): string {
  return language === 'da' ? named.nameDa : named.nameEn;
}
