import { isNorm, type Measure } from './measure.ts';
import { numberPattern, readNumber } from './read-number.ts';
import type { PageText } from './read-pages.ts';

export type AreaKind =
  | 'extension'
  | 'carport'
  | 'garage'
  | 'shed'
  | 'loft'
  | 'basement'
  | 'dwelling'
  | 'outbuildings'
  | 'plot';

export interface Area extends Measure {
  kind: AreaKind;
}

const words: [AreaKind, string][] = [
  ['extension', 'tilbygning(?:en|ens)?'],
  ['carport', 'carport(?:en|ens)?'],
  ['garage', 'garage(?:n|ns)?'],
  ['shed', '(?:udhus|redskabsskur|skur)(?:et|ets)?'],
  ['loft', '(?:udnyttet |udnyttelig )?tagetage(?:n|ns)?'],
  ['basement', 'kaelder(?:en|ens)?'],
  ['dwelling', 'bolig(?:areal)?(?:et)?'],
  ['outbuildings', '(?:samlet |samlede |i alt )?sekundaer(?:e|t)? (?:bebyggelse|areal)'],
  ['plot', 'grundareal(?:et)?|grundens areal|grundstorrelse(?:n)?'],
];
const link = String.raw`(?:areal(?:et)?|pa|er|:|=|bliver|far|et|udgor|i alt|bebygget|nyt|ny|ca\.|,|-|\(| )*`;

const patterns = words.map(([kind, word]) => ({
  kind,
  after: new RegExp(
    String.raw`(?<![a-z/+])(?:${word})(?![a-z/+]| (?:og|med|\+))${link}(${numberPattern}) m2`,
    'g',
  ),
  before: new RegExp(
    String.raw`(${numberPattern}) m2 (?:stor |til )?(?:${word})(?![a-z/+]| (?:og|med|\+)| ?[:=]| \d| pa \d)`,
    'g',
  ),
}));

/** Every area stated right beside what it is the area of. */
export function readAreas(pages: readonly PageText[]): Area[] {
  return pages.flatMap((page) =>
    page.segments
      .filter((segment) => !isNorm(segment))
      .flatMap((segment) =>
        patterns.flatMap(({ kind, after, before }) =>
          kind === 'outbuildings' && /fradrag/.test(segment)
            ? []
            : [...segment.matchAll(after), ...segment.matchAll(before)].map((match): Area => {
                const about = /eksist|nuvaer|foer/.test(
                  segment.slice(Math.max(0, match.index - 20), match.index),
                )
                  ? 'existing'
                  : undefined;
                return { kind, value: readNumber(match[1] ?? ''), page, segment, about };
              }),
        ),
      ),
  );
}
