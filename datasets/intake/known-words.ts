import { didYouMean } from '../did-you-mean.ts';
import { excerpt } from '../errors.ts';
import type { Taxonomy } from '../taxonomy/taxonomy.ts';
import { zones } from '../zones.ts';
import { wordKey } from './clean-cell.ts';
import { bad, good, type ReadResult } from './read-result.ts';

/** Words of ours, and what they are called. */
export interface KnownWords {
  /** `case type`. */
  what: string;
  words: readonly { id: string; nameDa: string }[];
}

/** What stands in a case from a list of ours. Other words would go unnoticed until a model is asked. */
export function knownWordsOf({ caseTypes, documentTypes }: Taxonomy) {
  const word = (id: string) => ({ id, nameDa: id });
  return {
    task: { what: 'task', words: ['application', 'document'].map(word) },
    caseType: { what: 'case type', words: caseTypes },
    zone: { what: 'zone', words: zones },
    documentType: { what: 'document type', words: documentTypes },
  } satisfies Record<string, KnownWords>;
}

const shown = 14;

/** The id that a word stands for: the id itself or its Danish name, whatever the case. */
export function readKnown(word: string, { what, words }: KnownWords): ReadResult<string> {
  const key = wordKey(word);
  const found = words.find(({ id, nameDa }) => wordKey(id) === key || wordKey(nameDa) === key);
  if (found !== undefined) return good(found.id);
  const names = words.slice(0, shown).map(({ id }) => id);
  const rest = words.length > shown ? ` … (\`npx maalestok taxonomy --json\` lists all ${words.length})` : '';
  const meant = didYouMean(
    word,
    words.flatMap(({ id, nameDa }) => [id, nameDa]),
  );
  return bad(
    `the unknown ${what} "${excerpt(word)}"${meant === undefined ? '' : ` (${meant.replace(/\.$/u, '')})`}`,
    `one of ${names.join(', ')}${rest}, or a \`map\` in the mapping that leads to one`,
  );
}
