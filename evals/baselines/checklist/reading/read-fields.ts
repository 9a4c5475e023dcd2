import type { Case } from '../../../../datasets/case.ts';
import { foldText } from './fold-text.ts';
import { readNumber } from './read-number.ts';

/** The application's fields by type; what is absent, null or `ikke oplyst` is undefined. */
export interface Fields {
  number(name: string): number | undefined;
  /** Folded. */
  text(name: string): string | undefined;
  flag(name: string): boolean | undefined;
  /** Folded items; undefined where the field is absent. */
  list(name: string): string[] | undefined;
}

const unstated = /^(ikke (oplyst|angivet|udfyldt)|uoplyst|ukendt|mangler|ved ikke|-+|\?+|)$/;

export function readFields(fields: Case['fields']): Fields {
  const text = (name: string): string | undefined => {
    const value = fields[name];
    if (value === undefined || value === null || typeof value === 'boolean') return undefined;
    const folded = foldText(Array.isArray(value) ? value.join(', ') : String(value)).trim();
    return unstated.test(folded) ? undefined : folded;
  };
  return {
    text,
    number(name) {
      const value = fields[name];
      if (typeof value === 'number') return value;
      if (typeof value !== 'string') return undefined;
      const first = value.match(/-?\d+(?:[.,]\d+)*/)?.[0];
      return first === undefined ? undefined : readNumber(first);
    },
    flag(name) {
      const value = fields[name];
      if (typeof value === 'boolean') return value;
      const folded = text(name);
      if (folded === undefined) return undefined;
      if (/^(ja|true|sand)\b/.test(folded)) return true;
      return /^(nej|false|falsk)\b/.test(folded) ? false : undefined;
    },
    list(name) {
      const value = fields[name];
      if (Array.isArray(value))
        return value.map((item) => foldText(item).trim()).filter((item) => !isNothing(item));
      const folded = text(name);
      return folded?.split(/[,;]\s*/).filter((item) => !isNothing(item));
    },
  };
}

function isNothing(item: string): boolean {
  return item === '' || /^ingen\b/.test(item) || unstated.test(item);
}
