import type { CitationInput } from '../../datasets/rules/citation.ts';

export const naiveLevels = ['exact', 'paragraph', 'hierarchical'] as const;
export type NaiveLevel = (typeof naiveLevels)[number];

/** One citation as somebody wrote it: the provisions it names as plain ids, and whether they are in force. */
export interface NaiveCitation {
  /** Empty where it names none. */
  ids: readonly string[];
  words: string;
  validity: 'valid' | 'outdated' | 'nonexistent' | 'unverifiable' | 'unknownLaw' | 'unparsable';
  tooBroad: boolean;
}

type Known = Pick<NaiveCitation, 'ids' | 'validity'>;

/**
 * What a reader with the regulations at hand knows of the words that the arbitraries use, on
 * 1 September 2024. § 10 has numbers in stk. 1 and 2; § 82 only in stk. 2; § 177 has one stk.; BR18 ends at
 * § 565; BR15 ended with 2017; of vejloven only a part was read.
 */
const inWords: Record<string, readonly Known[]> = {
  'ingen hjemmel': [{ ids: [], validity: 'unparsable' }],
  'BR18 § 812': [{ ids: ['br18/812'], validity: 'nonexistent' }],
  'BR18 § 10, stk. 1, nr. 2': [{ ids: ['br18/10/1/2'], validity: 'valid' }],
  'BR18 § 10, stk. 1, nr. 1 og 2': [{ ids: ['br18/10/1/1', 'br18/10/1/2'], validity: 'valid' }],
  'BR18 § 10, stk. 1, nr. 2 og 1': [{ ids: ['br18/10/1/2', 'br18/10/1/1'], validity: 'valid' }],
  'BR18 § 10, stk. 1, nr. 2 og § 812': [{ ids: ['br18/10/1/2', 'br18/812'], validity: 'nonexistent' }],
  'BR18 § 10, stk. 1, nr. 2; planloven § 18': [
    { ids: ['br18/10/1/2'], validity: 'valid' },
    { ids: ['planloven/18'], validity: 'valid' },
  ],
  'BR18 § 177, stk. 1, nr. 2': [{ ids: ['br18/177//2'], validity: 'valid' }],
  'BR18 § 82, stk. 1, nr. 2': [{ ids: ['br18/82/1/2'], validity: 'nonexistent' }],
  'BR18 § 82, nr. 2': [{ ids: ['br18/82/2/2'], validity: 'valid' }],
  'BR18 §§ 168-170': [{ ids: ['br18/168', 'br18/169', 'br18/170'], validity: 'valid' }],
  BR18: [{ ids: ['br18'], validity: 'valid' }],
  'BR18, kap. 5': [{ ids: ['br18/kap5'], validity: 'valid' }],
  'BR15, kap. 2.2.3, stk. 1': [{ ids: ['br15/2.2.3/1'], validity: 'outdated' }],
  'vejloven § 49': [{ ids: ['vejloven/49'], validity: 'unverifiable' }],
  'jagtloven § 3': [{ ids: ['jagtloven/3'], validity: 'unknownLaw' }],
  '§ 7': [{ ids: ['?/7'], validity: 'unknownLaw' }],
};

/** The words above, to draw from. */
export const knownWords: readonly string[] = Object.keys(inWords);

/** The plan that a case may carry; it has a § 6 and nothing else. */
export const ownPlan = '7';

/**
 * Reads what was cited: a canonical id is itself, known words are looked up.
 * @param hasPlan whether the case carries {@link ownPlan}, so that `lokalplanens` means it
 */
export function readNaively(inputs: readonly CitationInput[], hasPlan: boolean): NaiveCitation[] {
  return inputs.flatMap((input) => {
    const words = typeof input === 'string' ? input : idOfParts(input);
    return lookUp(words, hasPlan).map((known) => ({
      ...known,
      words,
      tooBroad: known.ids.some((id) => !id.includes('/') || id.includes('/kap')),
    }));
  });
}

function lookUp(words: string, hasPlan: boolean): readonly Known[] {
  if (words === 'lokalplanens § 6.2') {
    return hasPlan
      ? [{ ids: [`lokalplan:${ownPlan}/6.2`], validity: 'valid' }]
      : [{ ids: ['lokalplan/6.2'], validity: 'unverifiable' }];
  }
  if (words.startsWith('lokalplan:')) return [{ ids: [words], validity: hasPlan ? 'valid' : 'unverifiable' }];
  return inWords[words] ?? [{ ids: [words], validity: 'valid' }];
}

/** Structured citations in the arbitraries are of BR18, with all three levels. */
function idOfParts({ paragraph, stk, nr }: Exclude<CitationInput, string>): string {
  return `br18/${paragraph}/${stk}/${nr}`;
}

/** The distinct nodes that citations stand for at a level; what names no provision is a node of its own. */
export function nodesOf(citations: readonly NaiveCitation[], level: NaiveLevel): Set<string> {
  const nodes = new Set<string>();
  for (const { ids, words } of citations) {
    if (ids.length === 0) nodes.add(`words: ${words}`);
    for (const id of ids) for (const node of nodesOfId(id, level)) nodes.add(node);
  }
  return nodes;
}

function nodesOfId(id: string, level: NaiveLevel): string[] {
  const [law, paragraph, ...below] = id.split('/');
  if (level === 'exact' || paragraph === undefined || paragraph.startsWith('kap')) return [id];
  if (level === 'paragraph') return [`${law}/${paragraph}`];
  const nodes: string[] = [];
  const numbers = paragraph.split('.');
  for (let length = 1; length <= numbers.length; length += 1) {
    nodes.push(`${law}/${numbers.slice(0, length).join('.')}`);
  }
  for (let length = 1; length <= below.length; length += 1) {
    if (below[length - 1] !== '') nodes.push([law, paragraph, ...below.slice(0, length)].join('/'));
  }
  return nodes;
}

export function countCommon(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  return [...a].filter((element) => b.has(element)).length;
}
