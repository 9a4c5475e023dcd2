import type { Detector, Span } from '../detector.ts';
import { before, matchSpans } from '../match-spans.ts';

const number = '[1-9]\\d{0,3}[a-zæøå]{0,3}';
const lettered = '[1-9]\\d{0,3}[a-zæøå]{1,3}';
/** `Skovby By, Skovby`: up to four words with a capital; a comma may stand after the first two. */
const word = '(?:(?:Gl|Sdr|Ndr|Nr|St|Sct|Skt)\\.|\\p{Lu}\\p{L}{1,24}(?!\\p{L}| \\d))';
const district = `${word}(?: ${word}){0,3}(?:, ${word})?`;
const label = 'matr(?:ikel)?[\\s.]{0,2}(?:nre?|numre|nummer|n)?[\\s.:#_]{0,3}';
const labelled = new RegExp(
  `(?<!\\p{L})[Mm](?:${label.slice(1)}|ATR(?:IKEL)?[\\s.]{0,2}(?:NR|NUMMER)?[\\s.:]{0,3})(?<value>${number}(?:(?:\\s?[,&]\\s?|\\sog\\s)${number}(?!\\p{L})){0,6}(?:,? ${district})?)(?![\\p{L}\\d]|[.,]\\d)`,
  'dgu',
);
const inDistrict = new RegExp(
  `(?<![\\p{L}\\d.,§-])(?<value>(?<number>${lettered}),? (?<district>${district}))(?!\\p{L})`,
  'dgu',
);
const townLand = /(?:\bBy\b|\bBy,|Markjorder|Bygrunde|Jorder|Ejerlav|Sogn|Hede\b|Mark\b)/u;
const land = /(?:ejendom(?:men)?|areal fra|parcel(?:len)?|grunden?|jord)[ :(]{1,3}$/iu;
const unit = /^\d+(?:m|mm|cm|km|kg|kr|kw|t|s|h|x|stk|l|g|a)$/u;
/** What is numbered with a letter too. */
const otherThings =
  /(?:type|model|etape|rum|pkt|punkt|stue|vindue|d[øo]r|bygning|hus|bilag|figur|snit|fase|litra|blok|opgang|lejlighed|side|nr|skur|akse|plan)\.? {1,2}$/iu;

/** Cadastral numbers, labelled or followed by their land district. */
export const cadastral: Detector = (text): Span[] => [
  ...matchSpans(text, labelled, 'matrikel', () => 0.95),
  ...matchSpans(text, inDistrict, 'matrikel', ({ index, groups }) => {
    const known = townLand.test(groups!.district!);
    if (otherThings.test(before(text, index, 16))) return null;
    if (known) return 0.85;
    const alone = unit.test(groups!.number!) && !land.test(before(text, index, 16));
    return alone || !/^\d+[a-zæøå]+,/u.test(text.slice(index, index + 12)) ? null : 0.7;
  }),
];
