import type { Detector } from '../detector.ts';
import { matchSpans } from '../match-spans.ts';

const patterns = [
  // Behind a greeting; and where a drawing says who made it.
  /(?<!\p{L})(?:hilsen|hilsner|mvh|vh)[.,]{0,2}(?: {1,3}| {0,8}\n[ \n]{0,40})(?<value>\p{Lu}{2,4}|\p{Lu}\.(?:\p{Lu}\.){1,3})(?=[.,]? {0,3}(?:\n|$|[-/] ?\p{L}))/dgiu,
  /(?<!\p{L})(?:kontrol|kontrolleret|godkendelse|projekteret|beregnet|udarbejdet|ansvarlig|sagsbehandler|tegner|ks)(?: af)?\.? ?:[ \u00a0]{0,3}(?<value>\p{Lu}{2,4})(?![\p{L}\d/-]| ?\d{1,3}(?![\d./-]))/dgiu,
  /(?<!\p{L})(?:tegn|tegnet|udf|udf[øo]rt|kontr|kontrolleret|init|initialer|godk|godkendt|sign|sagsbeh|rev\.? af)(?:\s(?:af|by))?[ .:\u00a0]{1,3}(?<value>(?!(?:nr|NR)\b)\p{Lu}{2,4})(?![\p{L}\d-])/dgiu,
];
const words = new Set(
  'NORD SYD ØST VEST PLAN SNIT MED AF DEN TIL JA NEJ BOM BR OG ER PÅ NR DATO REV MÅL EMNE FASE SAG STUE ALLE KUN FRA CVR CPR BFE BEK LBK SE EAN DVR UTM AS DS EN SBI BBR KOTE TEGN KONTR'.split(
    ' ',
  ),
);

/** What else is checked, or signs a letter: classes, trades, forms of files. */
const others = new Set('EI REI KK RK BK AK VVS BIM IFC PDF OK KS BYG TEAM MVH TM'.split(' '));

/** Initials in title blocks and behind greetings. A name in a signature block is a name. */
export const signature: Detector = (text) =>
  patterns.flatMap((pattern, at) =>
    matchSpans(text, pattern, 'signature', ({ groups }) => {
      const value = groups!.value!;
      if (value !== value.toUpperCase() || words.has(value) || /^AX[A-Z]$/u.test(value)) return null;
      return at < 2 && others.has(value) ? null : 0.8;
    }),
  );
