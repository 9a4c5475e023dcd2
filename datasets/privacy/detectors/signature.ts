import type { Detector } from '../detector.ts';
import { matchSpans } from '../match-spans.ts';

const patterns = [
  // Behind a greeting; and where a drawing says who made it.
  /(?<!\p{L})(?:hilsen|hilsner|mvh|(?<!:\s{0,3})vh)[.,]{0,2}(?: {1,3}| {0,8}\n[ \n]{0,40})(?<value>\p{Lu}{2,4}|\p{Lu}\.(?:\p{Lu}\.){1,3})(?=[.,]? {0,3}(?:\n|$|[-/] ?\p{L}))/dgiu,
  /(?<!\p{L})(?:kontrol|kontrolleret|godkendelse|projekteret|beregnet|udarbejdet|ansvarlig|sagsbehandler|tegner|ks)(?: af)?\.? ?:[ \u00a0]{0,3}(?<value>\p{Lu}{2,4})(?![\p{L}\d/-]| ?\d{1,3}(?![\d/-]|\.\d))/dgiu,
  /(?<!\p{L})(?:tegn|tegnet|udf|udf[øo]rt|kontr|kontrolleret|init|initialer|godk|godkendt|sign|sagsbeh|rev\.? af)(?:\s(?:af|by))?[ .:\u00a0]{1,3}(?<value>(?!(?:nr|NR)\b)\p{Lu}{2,4})(?![\p{L}\d-])/dgiu,
];
const words = new Set(
  'NORD SYD ØST VEST PLAN SNIT MED AF DEN TIL JA NEJ BOM BR OG ER PÅ NR DATO REV MÅL EMNE FASE SAG STUE ALLE KUN FRA CVR CPR BFE BEK LBK SE EAN DVR UTM AS DS EN SBI BBR KOTE TEGN KONTR'.split(
    ' ',
  ),
);

/** What else is checked, or signs a letter: classes, trades, forms of files. */
const others = new Set('VVS BIM IFC PDF OK BYG TEAM MVH'.split(' '));

/** Initials in title blocks and behind greetings. A name in a signature block is a name. */
export const signature: Detector = (text) =>
  patterns.flatMap((pattern, at) =>
    matchSpans(text, pattern, 'signature', ({ 0: found, index, groups }) => {
      const value = groups!.value!;
      // `Sagsbehandler: MARK LUND` is a whole name.
      if (value.length > 3 && /^ \p{Lu}{3}/u.test(text.slice(index + found.length, index + found.length + 4)))
        return null;
      if (value !== value.toUpperCase() || /^AX[A-Z]$/u.test(value)) return null;
      // Alone behind a greeting, or labelled as initials, no other word is to be expected.
      const isSure = at === 0 || /^init/iu.test(found);
      if (isSure ? others.has(value) : words.has(value) || (at === 1 && others.has(value))) return null;
      return 0.8;
    }),
  );
