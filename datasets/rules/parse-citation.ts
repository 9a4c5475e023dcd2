import type { Catalogue } from './catalogue.ts';
import type { Citation } from './citation.ts';
import { normaliseText } from './parsing/normalise-text.ts';
import { readItems } from './parsing/read-items.ts';
import { readWritten } from './parsing/read-written.ts';
import type { Written } from './parsing/written.ts';

/** A provision and where the text names it. */
export interface ParsedCitation {
  citation: Citation;
  /**
   * The citation as written that it is part of: offsets in the text, end exclusive, and its number from 0.
   * The members of one list or range (`§ 10, stk. 1, nr. 1, 3 og 5`) share all three.
   */
  written: { start: number; end: number; index: number };
}

/**
 * Reads the Danish legal citations of a text, in order of appearance, one entry per provision; repeats
 * stay. Adds no level that was not written. A § whose law the text does not name has `law: null`; annexes,
 * EU articles and sentences (`2. pkt.`) are left out. Never throws; linear in the length of the text.
 */
export function parseCitations(text: string, catalogue: Catalogue): ParsedCitation[] {
  return parseWithLaw(text, catalogue, null);
}

/** As `parseCitations`, where a § without a law belongs to `defaultLaw`. */
export function parseWithLaw(
  text: string,
  catalogue: Catalogue,
  defaultLaw: string | null,
): ParsedCitation[] {
  const normalised = normaliseText(text);
  const written = readWritten(readItems(normalised.text, catalogue), catalogue, defaultLaw);
  const parsed: ParsedCitation[] = [];
  let index = -1;
  for (const part of groupLists(written)) {
    index += 1;
    const start = normalised.offsets[part[0]!.start]!;
    const end = normalised.offsets[part.at(-1)!.end - 1]! + 1;
    for (const { law, members } of part) {
      for (const levels of members) {
        parsed.push({ citation: { law, ...levels }, written: { start, end, index } });
      }
    }
  }
  return parsed;
}

/** `§ 18 og § 19` is one list where both are of the same law. */
function groupLists(written: readonly Written[]): Written[][] {
  const groups: Written[][] = [];
  for (const part of written) {
    const group = groups.at(-1);
    const before = group?.at(-1);
    if (part.link === 'list' && before?.law === part.law && !part.named) group!.push(part);
    else groups.push([part]);
  }
  return groups;
}
