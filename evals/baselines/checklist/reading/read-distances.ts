import { isNorm, type Measure, readAbout } from './measure.ts';
import { numberPattern, readMetres } from './read-number.ts';
import { isDrawingType, type PageText } from './read-pages.ts';

export interface Distance extends Measure {
  to: 'neighbour' | 'path' | 'road' | 'roadMiddle';
  direction: string | undefined;
}

const target =
  /\b(?:nabo|vej|sti)?skel(?:let|s?linje\w*)?\b|\b(?:vej|sti)(?:en|ens)? ?midte?n?\b|\bvej(?:en)?\b|\bsti(?:en)?\b|\bnabo(?:en|grund\w*)?\b/g;
const point = /(?<![a-z])(?:nord|syd)(?:ost|vest)?(?![a-z])|(?<![a-z])(?:ost|vest)(?![a-z])/;
const length = new RegExp(
  String.raw`(?<![\d:.,+a-z])(${numberPattern})(?: ?(mm|cm|m)\b(?! ?2))?(?! ?(?:m2|%|x|°|\d))`,
  'g',
);
const other =
  /hojde|laengde|lang\b|bredde|areal|kote|kip|terraen|matr|rev|dato|mal\b 1|uge|etage|bolig 1|bilag|zone/;

/** Every stated distance to a boundary, path or road. */
export function readDistances(pages: readonly PageText[]): Distance[] {
  return pages.flatMap((page) => page.segments.flatMap((segment) => readSegment(page, segment)));
}

function readSegment(page: PageText, segment: string): Distance[] {
  if (!/skel|\bafst|vej|sti\b|stien|nabo/.test(segment) || isNorm(segment)) return [];
  const targets = [...segment.matchAll(target)].map((match) => ({ word: match[0], at: match.index }));
  if (targets.length === 0) return [];
  const found: Distance[] = [];
  let previousEnd = 0;
  let consumed = -1;
  for (const match of segment.matchAll(length)) {
    const start = match.index;
    const end = start + match[0].length;
    const value = readMetres(
      match[1] ?? '',
      match[2] ?? (isDrawingType(page.documentType) ? undefined : 'none'),
    );
    const after = targets.find((item) => item.at >= end && item.at - end < 40);
    const joins = after !== undefined && /^ ?(fra|til|mod|langs)\b/.test(segment.slice(end, after.at));
    const before = targets.filter((item) => item.at < start && item.at > consumed).at(-1);
    const chosen = joins ? after : before;
    if (joins) consumed = after.at;
    const between =
      chosen === undefined ? '' : segment.slice(Math.min(start, chosen.at), Math.max(start, chosen.at));
    const gap = segment.slice(previousEnd, start);
    const measuresDistance = joins
      ? !/langs/.test(between) && !other.test(gap.slice(-25))
      : between.length <= 70 &&
        !other.test(between) &&
        !/(hojde|laengde|bredde)\w* (\w+ )?$/.test(segment.slice(0, chosen?.at ?? 0)) &&
        !/^ ?(hoj|lang|bred|dyb|stor)/.test(segment.slice(end)) &&
        (/skel|midte/.test(chosen?.word ?? '') || /afst/.test(segment));
    if (
      chosen !== undefined &&
      measuresDistance &&
      value !== undefined &&
      value <= 300 &&
      match[1]?.startsWith('+') !== true
    ) {
      const directionIn = joins ? segment.slice(after?.at ?? end, (after?.at ?? end) + 35) : gap;
      const direction =
        directionIn.match(point)?.[0] ??
        segment.slice(end, end + 20).match(/^ ?(?:m )?mod (nord\w*|syd\w*|ost|vest)/)?.[1];
      const to = readTarget(chosen.word, segment.slice(chosen.at, chosen.at + 30));
      found.push({ value, page, segment, about: readAbout(segment), to, direction });
    }
    previousEnd = end;
  }
  return found;
}

function readTarget(word: string, context: string): Distance['to'] {
  if (/midt/.test(word)) return 'roadMiddle';
  if (/^vej/.test(word)) return 'road';
  if (/^sti/.test(word)) return 'path';
  if (/skel\w*,? (mod|ved|til|langs) (vej|\w+vej)/.test(context)) return 'road';
  return /skel\w*,? (mod|ved|til|langs) (sti|stien)\b/.test(context) ? 'path' : 'neighbour';
}
