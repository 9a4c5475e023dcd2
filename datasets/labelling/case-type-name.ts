import type { Case } from '../case.ts';
import type { SheetContext } from './sheet-context.ts';

/** A case's type in the sheet's language. */
export function caseTypeName({ caseType }: Case, { taxonomy, language }: SheetContext): string {
  const type = taxonomy.caseTypes.find(({ id }) => id === caseType);
  return (language === 'da' ? type?.nameDa : type?.nameEn) ?? caseType;
}
