import type { Catalogue, Law } from './catalogue.ts';
import type { Citation } from './citation.ts';
import { findLaw } from './find-law.ts';

export type Language = 'da' | 'en';

const WORDS = {
  da: { plan: 'lokalplan', chapter: 'kap.', stk: 'stk.', nr: 'nr.', litra: 'litra' },
  // A provision is looked up under its Danish levels, in whatever language the report is.
  en: { plan: 'local plan', chapter: 'chapter', stk: 'stk.', nr: 'nr.', litra: 'litra' },
} as const;

/**
 * The form a caseworker writes: `BR18 § 49, stk. 2, nr. 3, litra a`, `byggeloven § 16 C, stk. 3`,
 * `lokalplan 1.23, § 6.2`, `BR15, kap. 2.2.3, stk. 1`. In Danish it reads back to the same citation.
 */
export function displayCitation(c: Citation, catalogue: Catalogue, language: Language = 'da'): string {
  const words = WORDS[language];
  const law = findLaw(catalogue, c.law);
  const name = displayLaw(c.law, law, words.plan);
  const levels: string[] = [];
  if (c.paragraph !== undefined) levels.push(displayParagraph(c.paragraph, law, words.chapter));
  else if (c.chapter !== undefined) levels.push(`${words.chapter} ${spaceLetter(c.chapter, law)}`);
  if (c.stk !== undefined) levels.push(`${words.stk} ${c.stk}`);
  if (c.nr !== undefined) levels.push(`${words.nr} ${c.nr}`);
  if (c.litra !== undefined) levels.push(`${words.litra} ${c.litra}`);
  const text = levels.join(', ');
  if (name === '' || text === '') return name + text;
  const tight = text.startsWith('§') && !c.law?.startsWith('lokalplan:');
  return tight ? `${name} ${text}` : `${name}, ${text}`;
}

/** The law's name alone, for display. */
export function displayLaw(id: string | null, law: Law | undefined, planWord = 'lokalplan'): string {
  if (id === null) return '';
  if (law !== undefined) return law.shortDa;
  if (id === 'lokalplan') return planWord;
  if (!id.startsWith('lokalplan:')) return id;
  const plan = id.slice('lokalplan:'.length);
  return plan.startsWith('byplanvedtaegt')
    ? plan.replace('byplanvedtaegt', 'byplanvedtægt').trim()
    : `${planWord} ${plan}`;
}

function displayParagraph(paragraph: string, law: Law | undefined, chapterWord: string): string {
  if (law?.numbering === 'dotted' && paragraph.includes('.')) return `${chapterWord} ${paragraph}`;
  return `§ ${paragraph.includes('.') ? paragraph : spaceLetter(paragraph, law)}`;
}

function spaceLetter(number: string, law: Law | undefined): string {
  const match = /^(\d+)([a-zæøå])$/u.exec(number);
  if (match === null) return number;
  const letter = law?.lettering === 'upper' ? match[2]!.toUpperCase() : match[2]!;
  return `${match[1]} ${letter}`;
}
