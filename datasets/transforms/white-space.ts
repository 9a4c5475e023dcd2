import { mapPages } from './map-texts.ts';
import type { Transformation } from './transformation.ts';

const noBreakSpace = '\u00A0';

/** Other blanks, as text has them that was taken out of a PDF: wider, tabs, no-break before units, blank lines. */
export const whiteSpace: Transformation = {
  id: 'white-space',
  titleDa: 'Andre mellemrum',
  titleEn: 'Other white space',
  apply(original, random) {
    return mapPages(original, (text) =>
      text
        .replace(/(?<=\d) (?=\p{L})/gu, (blank) => (random.below(2) === 0 ? noBreakSpace : blank))
        .replace(/(?<=\p{L}) (?=\p{L})/gu, (blank) => blanks[random.below(blanks.length)] ?? blank)
        .replace(/\n/gu, (end) => lineEnds[random.below(lineEnds.length)] ?? end),
    );
  },
};

/** One is drawn for each blank: most stay as they are. */
const blanks = [' ', ' ', ' ', ' ', ' ', ' ', ' ', '  ', '   ', '\t'];
const lineEnds = ['\n', '\n', '\n', ' \n', '\n\n'];
