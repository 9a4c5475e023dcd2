import { isNorm, type Measure, readAbout } from './measure.ts';
import { numberPattern, readMetres, readNumber } from './read-number.ts';
import type { PageText } from './read-pages.ts';

export interface Height extends Measure {
  of: 'building' | 'wall' | 'atBoundary';
  /** Metres from the boundary where the height is measured, if the sentence says. */
  atDistance?: number;
}

const label =
  /(?<![a-z])((?:bygnings|total|kip|rygnings?|tag|maks\.?|max\.?|storste|samlet|samlede)? ?hojde[nr]?|facadehojde|vaeghojde|sternhojde|tagfodshojde|kip(?:pen)?|rygning(?:en)?)(?![a-z])/g;
const length = new RegExp(
  String.raw`^[^\d\n+]{0,45}?(?<![+\d.,:])(${numberPattern})(?: ?(mm|cm|m)\b)?(?! ?(?:m2|%|°|x \d))`,
);
const notBuilding =
  /loft|rum|etage|vaern|brystn|sokkel|stabl|port|dor\b|fri hojde|vindue|redning|hegn|mur\b|trin|reol|kote|graenseplan/;

/** Every stated height of a building over terrain. */
export function readHeights(pages: readonly PageText[]): Height[] {
  return pages.flatMap((page) => [
    ...page.segments.flatMap((segment) => readSegment(page, segment)),
    ...readLevels(page),
  ]);
}

function readSegment(page: PageText, segment: string): Height[] {
  if (isNorm(segment)) return [];
  const found: Height[] = [];
  for (const match of segment.matchAll(label)) {
    const before = segment.slice(Math.max(0, match.index - 14), match.index);
    const rest = segment.slice(match.index + match[0].length);
    const number = rest.match(length);
    if (number === null || notBuilding.test(before) || notBuilding.test(number[0].split(/\d/)[0] ?? ''))
      continue;
    // A signed number is a level, not a height.
    const value = /^[+-]/.test(number[1] ?? '') ? undefined : readMetres(number[1] ?? '', number[2]);
    if (value === undefined || value < 1.5 || value > 60) continue;
    const phrase = `${before}${match[0]}${number[0].split(/\d/)[0]}${rest.slice(number[0].length, number[0].length + 12)}`;
    const height: Height = { value, page, segment, about: readAbout(segment), of: readOf(match[0], phrase) };
    const distance = segment.match(
      /(?:afstand\w*(?: pa| af)? |i )(\d+[.,]\d+) m (?:afstand )?(?:fra|til) (?:\w+ ){0,2}?(?:nabo)?skel/,
    );
    if (distance !== null && Number(distance.index) > match.index)
      height.atDistance = readNumber(distance[1] ?? '');
    found.push(height);
  }
  return found;
}

function readOf(word: string, phrase: string): Height['of'] {
  if (/(ved|mod|i|langs) (nabo)?skel/.test(phrase)) return 'atBoundary';
  return /facade|vaeg|stern|tagfod/.test(word) ? 'wall' : 'building';
}

/** The difference of the levels of ridge and terrain, where a page states one of each. */
function readLevels(page: PageText): Height[] {
  const ridge = page.text.match(
    /(?:kip|rygning)\w*[^\d\n+-]{0,15}(?:kote )?[^\d\n+-]{0,3}([+]? ?\d+[.,]\d{2})(?! ?m\b)/,
  );
  const terrain = page.text.match(
    /(?:terr|terraen)\w*\.?[^\d\n+-]{0,15}(?:kote )?[^\d\n+-]{0,3}([+-]? ?\d+[.,]\d{2})(?! ?m\b)/,
  );
  if (ridge === null || terrain === null || !/\+|kote|dvr/.test(`${ridge[0]}${terrain[0]}`)) return [];
  const value =
    readNumber((ridge[1] ?? '').replace(' ', '')) - readNumber((terrain[1] ?? '').replace(' ', ''));
  if (!(value >= 1.5 && value < 60)) return [];
  return [
    { value: Math.round(value * 1000) / 1000, page, segment: ridge[0], about: undefined, of: 'building' },
  ];
}
