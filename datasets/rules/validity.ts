import type { LocalRule } from '../case.ts';
import type { Catalogue, Law, Provision } from './catalogue.ts';
import { checkLevels } from './check-levels.ts';
import type { Citation } from './citation.ts';
import { findLaw, findProvision } from './find-law.ts';
import { checkLocalPlan } from './local-plan-validity.ts';
import { type StructureAt, structureAt } from './structure-at.ts';
import * as hints from './validity-hint.ts';

/**
 * `valid`; `outdated` (was in force before, or an older regulation); `nonexistent` (the catalogue knows
 * the law or § completely, and it is not there); `unverifiable` (the catalogue's knowledge is partial);
 * `unknownLaw` (also a § whose law nobody named); `unparsable` (no provision and no law).
 */
export type Verdict = 'valid' | 'outdated' | 'nonexistent' | 'unverifiable' | 'unknownLaw' | 'unparsable';

export interface Validity {
  verdict: Verdict;
  /** What the law has instead, where the catalogue knows. */
  hint?: hints.Hint;
}

export interface ValidityContext {
  catalogue: Catalogue;
  /** ISO date of the case. */
  date: string;
  /** The case's own local rules. */
  localRules: readonly LocalRule[];
}

/**
 * Whether a cited provision exists on the case's date. A negative is given only where the catalogue is
 * sure: complete § of known version, a number above the last, a lettered § where all letters are listed.
 */
export function checkValidity(c: Citation, context: ValidityContext): Validity {
  if (c.law === null) {
    return { verdict: c.paragraph === undefined && c.chapter === undefined ? 'unparsable' : 'unknownLaw' };
  }
  if (/^lokalplan(?::|$)/.test(c.law)) return { verdict: checkLocalPlan(c, context.localRules) };
  const law = findLaw(context.catalogue, c.law);
  if (law === undefined) return { verdict: 'unknownLaw' };
  return checkLaw(law, context) ?? checkProvision(c, law, context);
}

/** The verdict where the whole law is not in force; null where it is. */
function checkLaw(law: Law, { catalogue, date }: ValidityContext): Validity | null {
  const ended = law.inForceTo === undefined ? law.supersededBy !== undefined : date > law.inForceTo;
  if (ended) {
    return {
      verdict: 'outdated',
      hint: hints.supersededHint(law, findLaw(catalogue, law.supersededBy ?? null)),
    };
  }
  if (law.inForceFrom !== undefined && date < law.inForceFrom)
    return { verdict: 'unverifiable', hint: hints.LATER };
  return null;
}

function checkProvision(c: Citation, law: Law, context: ValidityContext): Validity {
  if (c.paragraph === undefined)
    return { verdict: c.chapter === undefined ? 'valid' : checkChapter(c.chapter, law) };
  const paragraph = c.paragraph.toLowerCase();
  const provision = findProvision(context.catalogue, law.id, paragraph);
  if (provision === undefined) return checkAbsent(paragraph, law);
  return (
    checkInForce(provision, law, context.date) ?? checkStructure(c, structureAt(law, provision, context.date))
  );
}

function checkChapter(number: string, law: Law): Verdict {
  const chapter = law.chapters?.find((entry) => entry.number === number.toLowerCase());
  if (chapter !== undefined) return chapter.repealed ? 'outdated' : 'valid';
  return law.coverage === 'full' && law.chapters !== undefined ? 'nonexistent' : 'unverifiable';
}

/** A § that the catalogue does not list. */
function checkAbsent(paragraph: string, law: Law): Validity {
  if (law.coverage === 'name') return { verdict: 'unverifiable' };
  if (paragraph.includes('.')) {
    return law.numbering === 'paragraph'
      ? { verdict: 'nonexistent', hint: hints.dottedHint(law) }
      : { verdict: 'unverifiable' };
  }
  const match = /^(\d+)([a-zæøå]?)$/u.exec(paragraph);
  if (match === null) return { verdict: 'unverifiable' };
  const number = Number(match[1]);
  if (law.maxParagraph !== undefined && number > law.maxParagraph) {
    return { verdict: 'nonexistent', hint: hints.maximumHint(law) };
  }
  const lettered = law.provisions.filter(({ p }) => Number.parseInt(p, 10) === number && !/\d$/.test(p));
  const hint = match[2] === '' ? undefined : hints.lettersHint(match[1]!, lettered);
  const sure =
    match[2] === ''
      ? coversNumber(law, number)
      : coversLetters(law, number) || (law.letterSeriesKnown && lettered.length === 0);
  if (!sure) return { verdict: 'unverifiable' };
  return hint === undefined ? { verdict: 'nonexistent' } : { verdict: 'nonexistent', hint };
}

function coversNumber(law: Law, number: number): boolean {
  return law.coverage === 'full' || inRanges(law, number);
}

function coversLetters(law: Law, number: number): boolean {
  const chapter = law.chapters?.find(({ from, to, letteredComplete }) => {
    const known = letteredComplete !== undefined && from !== undefined && to !== undefined;
    return known && number >= Number.parseInt(from, 10) && number <= Number.parseInt(to, 10);
  });
  return chapter === undefined ? coversNumber(law, number) : chapter.letteredComplete === true;
}

function inRanges(law: Law, number: number): boolean {
  return law.completeRanges?.some(({ from, to }) => number >= from && number <= to) ?? false;
}

/** The verdict where the § itself is not, or not surely, in force on the day; null where it is. */
function checkInForce(provision: Provision, law: Law, date: string): Validity | null {
  const { status, from, to, sinceAfter, sinceBefore, repealedAfter, repealedBefore } = provision;
  if (status === 'omitted') return { verdict: 'unverifiable' };
  if (status === 'likely' && law.coverage !== 'full') return { verdict: 'unverifiable' };
  if (status === 'repealed' || status === 'likelyRepealed') {
    const before = to === undefined ? repealedAfter !== undefined && date <= repealedAfter : date <= to;
    if (before) return null;
    const open = repealedBefore !== undefined && date < repealedBefore;
    return open ? { verdict: 'unverifiable' } : { verdict: 'outdated', hint: hints.REPEALED };
  }
  const reused = provision.was !== undefined;
  if (from !== undefined && date < from && !reused) return { verdict: 'unverifiable', hint: hints.LATER };
  if (sinceBefore !== undefined && date < sinceBefore && !reused) {
    return sinceAfter !== undefined && date <= sinceAfter
      ? { verdict: 'unverifiable', hint: hints.LATER }
      : { verdict: 'unverifiable' };
  }
  return null;
}

function checkStructure(c: Citation, structure: StructureAt): Validity {
  const now = structure.now.map((stk) => checkLevels(c, stk));
  if (now.includes('present')) return { verdict: 'valid' };
  if (now.includes('unknown')) return { verdict: 'unverifiable' };
  if (structure.earlier.some((stk) => checkLevels(c, stk) === 'present')) {
    return { verdict: 'outdated', hint: hints.EARLIER };
  }
  const first = now[0];
  if (first === undefined || !structure.complete || typeof first === 'string')
    return { verdict: 'unverifiable' };
  return { verdict: 'nonexistent', hint: hints.levelHint(c, structure.now[0]!, first.missing) };
}
