import type { Detector } from '../detector.ts';
import { matchSpans } from '../match-spans.ts';

const pattern =
  /(?<!\p{L})(?:tegn|tegnet|udf|udf[øo]rt|kontr|kontrolleret|init|initialer|godk|godkendt|sign|sagsbeh|rev\.? af)(?:\s(?:af|by))?[ .:\u00a0]{1,3}(?<value>(?!(?:nr|NR)\b)\p{Lu}{2,4})(?![\p{L}\d-])/dgiu;
const words = new Set(
  'NORD SYD ØST VEST PLAN SNIT MED AF DEN TIL JA NEJ BOM BR OG ER PÅ NR DATO REV MÅL EMNE FASE SAG STUE ALLE KUN FRA CVR CPR BFE BEK LBK SE EAN DVR UTM AS DS EN SBI BBR KOTE TEGN KONTR'.split(
    ' ',
  ),
);

/** Initials in title blocks. A name in a signature block is a name. */
export const signature: Detector = (text) =>
  matchSpans(text, pattern, 'signature', ({ groups }) => {
    const value = groups!.value!;
    return value === value.toUpperCase() && !words.has(value) && !/^AX[A-Z]$/u.test(value) ? 0.8 : null;
  });
