import type { Catalogue } from './catalogue.ts';
import type { Citation, CitationInput } from './citation.ts';
import { parseCitationId } from './citation-id.ts';
import { findLaw } from './find-law.ts';
import { type ParsedCitation, parseWithLaw } from './parse-citation.ts';
import { lawByName } from './parsing/law-names.ts';
import { normaliseText } from './parsing/normalise-text.ts';
import { readItems } from './parsing/read-items.ts';

export interface ReadOptions {
  /** The law of a § that names none. */
  defaultLaw?: string | undefined;
}

/**
 * Reads a citation as it was handed in: a canonical id (`br18/49/2`), free text (one string may name
 * several provisions, or a whole law: `BR18`), or the structured form, whose law may be a name
 * (`BR18`, `byggelovens`) and whose levels are made uniform (`16 C` → `16c`). Nothing readable: [].
 */
export function readCitations(
  input: CitationInput,
  catalogue: Catalogue,
  options: ReadOptions = {},
): ParsedCitation[] {
  const defaultLaw = options.defaultLaw ?? null;
  if (typeof input !== 'string') return asWritten(readStructured(input, catalogue, defaultLaw), '');
  const text = input.trim();
  const id = readId(text, catalogue);
  if (id !== null) return asWritten({ ...id, law: id.law ?? defaultLaw }, input);
  const parsed = parseWithLaw(input, catalogue, defaultLaw);
  if (parsed.length > 0) return parsed;
  const law = wholeLaw(text, catalogue);
  return law === null ? [] : asWritten({ law }, input);
}

function asWritten(citation: Citation, input: string): ParsedCitation[] {
  return [{ citation, written: { start: 0, end: input.length, index: 0 } }];
}

/** Only ids of laws the catalogue knows, of plans, or with a § are ids; other text may hold a `/` too. */
function readId(text: string, catalogue: Catalogue): Citation | null {
  const citation = parseCitationId(text);
  if (citation === null) return null;
  const { law, paragraph, chapter } = citation;
  if (paragraph !== undefined && !/^\d+(?:\.\d+)*[a-zæøå]?$/u.test(paragraph)) return null;
  if (law === null) return paragraph === undefined && chapter === undefined ? null : citation;
  const known = findLaw(catalogue, law) !== undefined || /^lokalplan(?::|$)/.test(law);
  return known || (paragraph !== undefined && /^\p{L}[\p{L}\d-]{3,}$/u.test(law)) ? citation : null;
}

/** The law where the whole text is the name of one: `BR18`, `lokalplan nr. 211`. */
function wholeLaw(text: string, catalogue: Catalogue): string | null {
  const items = readItems(normaliseText(text).text, catalogue).filter((item) => item.kind !== 'mark');
  const reference = items[0]?.reference;
  if (items.length !== 1 || reference === undefined) return null;
  if (reference.how === 'named') return reference.id;
  return reference.how === 'somePlan' ? 'lokalplan' : null;
}

function readStructured(c: Citation, catalogue: Catalogue, defaultLaw: string | null): Citation {
  const citation: Citation = { law: c.law === null ? defaultLaw : readLaw(c.law, catalogue) };
  if (c.chapter !== undefined && c.paragraph === undefined)
    citation.chapter = readLevel(c.chapter, /^(?:kap\.?|kapitel)\s*/iu);
  if (c.paragraph !== undefined) citation.paragraph = readLevel(c.paragraph, /^(?:§+|paragraf)\s*/iu);
  if (c.stk !== undefined) citation.stk = c.stk;
  if (c.nr !== undefined) citation.nr = c.nr;
  if (c.litra !== undefined)
    citation.litra = c.litra
      .replace(/^litra\s*/iu, '')
      .replace(/\)$/u, '')
      .trim()
      .toLowerCase();
  return citation;
}

function readLaw(name: string, catalogue: Catalogue): string {
  if (findLaw(catalogue, name) !== undefined || name.startsWith('lokalplan:')) return name;
  return lawByName(name, catalogue)?.id ?? wholeLaw(name, catalogue) ?? name;
}

function readLevel(level: string, sign: RegExp): string {
  const text = normaliseText(level).text.trim().replace(sign, '').trim();
  const items = [...text.matchAll(/\d+(?:\.\d+)*|\p{L}+/gu)].map((match) => match[0]);
  if (items.length > 2 || readNumberText(items) === null) return text;
  return readNumberText(items)!;
}

function readNumberText(parts: readonly string[]): string | null {
  const [number, letter] = parts;
  if (number === undefined || !/^\d/.test(number) || (letter !== undefined && letter.length !== 1))
    return null;
  return number.replace(/^0+(?=\d)/, '') + (letter?.toLowerCase() ?? '');
}
