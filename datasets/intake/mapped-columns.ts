import type { Mapping, Source } from './mapping.ts';

/** Every column that the mapping names, once, in its order. */
export function mappedColumns(mapping: Mapping): string[] {
  const names: string[] = [];
  const visit = (value: unknown): void => {
    if (value === null || typeof value !== 'object') return;
    const { column } = value as Source;
    if (typeof column === 'string') names.push(column);
    for (const [key, each] of Object.entries(value)) if (key !== 'map') visit(each);
  };
  visit([mapping.case, mapping.documents, mapping.localRules, mapping.labels, mapping.splits.family]);
  return [...new Set(names)];
}
