import { mapPages } from './map-texts.ts';
import type { Transformation } from './transformation.ts';

/** Line lengths, in characters, between which one is drawn for a case. */
const shortest = 45;
const longest = 80;

/** Long lines broken at blanks, as other programs wrap them. Lines that are there stay apart: they may be a list or a plan. */
export const lineBreaks: Transformation = {
  id: 'line-breaks',
  titleDa: 'Andre linjeskift',
  titleEn: 'Other line breaks',
  apply(original, random) {
    const width = shortest + random.below(longest - shortest + 1);
    return mapPages(original, (text) =>
      text
        .split('\n')
        .map((line) => wrap(line, width))
        .join('\n'),
    );
  },
};

/** Breaks at the last blank that keeps the line within the width, else at the first one after it. */
function wrap(line: string, width: number): string {
  const lines: string[] = [];
  let rest = line;
  while (rest.length > width) {
    const before = rest.lastIndexOf(' ', width);
    const at = before > 0 ? before : rest.indexOf(' ', width);
    if (at <= 0) break;
    lines.push(rest.slice(0, at));
    rest = rest.slice(at + 1);
  }
  return [...lines, rest].join('\n');
}
