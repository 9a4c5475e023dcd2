import type { Case, CaseDocument } from '../case.ts';

type Page = CaseDocument['pages'][number];

/** The case with the text of every page changed; null where none changed. */
export function mapPages(
  original: Case,
  change: (text: string) => string,
  marks: Partial<Page> = {},
): Case | null {
  let changed = false;
  const documents = original.documents.map((document) => ({
    ...document,
    pages: document.pages.map((page) => {
      const text = change(page.text);
      if (text !== page.text) changed = true;
      return { ...page, text, ...marks };
    }),
  }));
  return changed ? { ...original, documents } : null;
}

/** The fields with every text changed, also within lists; numbers and yes/no stay. */
export function mapFieldTexts(
  fields: Case['fields'],
  change: (text: string, field: string) => string,
): Case['fields'] {
  return Object.fromEntries(
    Object.entries(fields).map(([field, value]) => {
      if (typeof value === 'string') return [field, change(value, field)];
      return [field, Array.isArray(value) ? value.map((text) => change(text, field)) : value];
    }),
  );
}
