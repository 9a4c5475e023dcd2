import type { Law, Provision, Stk } from './catalogue.ts';
import type { Citation } from './citation.ts';

/** A short remark for the reader: what the law has instead. */
export interface Hint {
  da: string;
  en: string;
}

/** What stands in the § where the cited level does not. */
export function levelHint(c: Citation, structure: readonly Stk[], missing: 'stk' | 'nr' | 'litra'): Hint {
  const p = `§ ${c.paragraph}`;
  if (missing === 'stk') {
    const count = structure.length;
    return {
      da: `${p} har ${count} stk.`,
      en: `${p} has ${count} subsection${count === 1 ? '' : 's'} (stk.)`,
    };
  }
  if (missing === 'litra')
    return { da: `Så mange bogstaver har ${p} ikke dér`, en: `${p} has fewer letters there` };
  const holding = structure.filter((s) => s.nr > 0).map((s) => s.n);
  if (holding.length === 0) return { da: `${p} har ingen numre`, en: `${p} has no numbered items` };
  if (c.stk === undefined || holding.includes(c.stk)) {
    const counted = structure.filter((s) => (c.stk === undefined ? s.nr > 0 : s.n === c.stk));
    const count = Math.max(...counted.map((s) => s.nr));
    const where = c.stk === undefined ? p : `${p}, stk. ${c.stk},`;
    return {
      da: `${where} har ${count} numre`,
      en: `${where} has ${count} numbered item${count === 1 ? '' : 's'}`,
    };
  }
  const list = holding.join(', ');
  return { da: `Numrene i ${p} står i stk. ${list}`, en: `The numbered items of ${p} stand in stk. ${list}` };
}

export function maximumHint(law: Law): Hint {
  const da = `${law.shortDa} går til § ${law.maxParagraph}`;
  return { da, en: `${law.shortDa} ends at § ${law.maxParagraph}` };
}

export function dottedHint(law: Law): Hint {
  return {
    da: `${law.shortDa} har ingen punktnumre; de hører til lokalplaner og ældre bygningsreglementer`,
    en: `${law.shortDa} has no dotted numbers; those belong to local plans and older regulations`,
  };
}

/** Which letters the number has: `§ 6 a – § 6 i`. */
export function lettersHint(number: string, lettered: readonly Provision[]): Hint {
  if (lettered.length === 0)
    return { da: `§ ${number} har ingen bogstaver`, en: `§ ${number} has no letters` };
  const letters = lettered.map(({ p }) => p.slice(number.length)).join(', ');
  return { da: `§ ${number} findes med ${letters}`, en: `§ ${number} exists with ${letters}` };
}

export function supersededHint(law: Law, successor: Law | undefined): Hint {
  if (successor === undefined)
    return { da: `${law.shortDa} gælder ikke længere`, en: `${law.shortDa} is no longer in force` };
  return {
    da: `${law.shortDa} er afløst af ${successor.shortDa}`,
    en: `${law.shortDa} has been superseded by ${successor.shortDa}`,
  };
}

export const REPEALED: Hint = { da: 'Bestemmelsen er ophævet', en: 'The provision has been repealed' };
export const EARLIER: Hint = { da: 'Stod i en tidligere udgave', en: 'Was in an earlier version' };
export const LATER: Hint = { da: 'Først i kraft senere', en: 'Not in force until later' };
