import type { Item } from './law-reference.ts';

const LIST = new Set([
  ',',
  'og',
  'samt',
  'eller',
  '/',
  '&',
  '+',
  'hhv',
  'henholdsvis',
  'baade',
  'enten',
  'saavel',
]);
const REFERENCE = new Set([
  ...[
    ';',
    '.',
    ':',
    '(',
    ')',
    '-',
    '"',
    "'",
    'jf',
    'jfr',
    'dog',
    'se',
    'cf',
    'efter',
    'iht',
    'i',
    'henhold',
    'medfoer',
  ],
  ...[
    'sammenholdt',
    'med',
    'smh',
    'herunder',
    'men',
    'ikke',
    'ogsaa',
    'tillige',
    'saerligt',
    'saerlig',
    'isaer',
  ],
  ...[
    'navnlig',
    'som',
    'ligesom',
    'undtagen',
    'fx',
    'f',
    'eks',
    'af',
    'til',
    'endvidere',
    'derudover',
    'mod',
  ],
  ...['modsaetningsvis', 'analogt', 'kun', 'alene'],
]);
const MAX_ITEMS = 6;

/**
 * How a citation that ends before item `from` is joined to one that begins at item `to`: as members of a
 * list (comma, `og`), by reference (`jf.`, a semicolon), or not (null).
 */
export function linkBetween(items: readonly Item[], from: number, to: number): 'list' | 'reference' | null {
  if (to < from || to - from > MAX_ITEMS) return null;
  let link: 'list' | 'reference' = 'list';
  for (let at = from; at < to; at += 1) {
    const { folded } = items[at]!;
    if (LIST.has(folded)) continue;
    if (!REFERENCE.has(folded)) return null;
    link = 'reference';
  }
  return to > from ? link : 'reference';
}
