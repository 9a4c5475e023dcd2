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
/** `Lærkestien 2g, Vestermark`: a house. */
const street = /(?<!\p{L})(?!Matr|Ejendom|Parcel|Grund)\p{Lu}[\p{L}’'-]{3,30} {1,2}$/u;
/** What is numbered with a letter too. */
const otherThings =
  /(?:type|model|etape|rum|pkt|punkt|stue|vindue|d[øo]r|bygning|hus|bilag|figur|snit|fase|litra|blok|opgang|lejlighed|side|nr|skur|akse|plan)\.? {1,2}$/iu;

/** `… og 2b Prøveby`, `, 3c`: the next of a list that a label began. Without a letter it needs its district. */
const next = new RegExp(
  `(?:\\s?[,;&/+]\\s?(?:og\\s|samt\\s)?|\\s(?:og|samt|eller)\\s)(?:${label})?(?<value>(?<number>${number})(?!\\p{L})(?<district>,? ${district})?)(?![\\p{L}\\d]|[.,]\\d)`,
  'dyu',
);
const longestList = 50;

/** Cadastral numbers, labelled or followed by their land district; all of a list whose first is. */
export const cadastral: Detector = (text): Span[] => {
  const first = matchSpans(text, labelled, 'matrikel', () => 0.95);
  const listed = first.flatMap(({ end }) => restOfList(text, end));
  const own = new Set([...first, ...listed].map(({ start, end }) => districtOf(text.slice(start, end))));
  return [...first, ...listed, ...unlabelled(text, own)];
};

/** Whether what has the form of a cadastral number is a room, a paragraph, a measure. */
export function isNumberedThing(text: string, index: number, value: string): boolean {
  return (
    unit.test(value) ||
    otherThings.test(before(text, index, 16)) ||
    /(?:§+ ?|[.,:\d-])$/u.test(before(text, index, 3))
  );
}

function restOfList(text: string, from: number): Span[] {
  const spans: Span[] = [];
  next.lastIndex = from;
  for (let match = next.exec(text); match !== null && spans.length < longestList; match = next.exec(text)) {
    const { number: found, district: land } = match.groups!;
    if (land === undefined && (/^\d+$/u.test(found!) || unit.test(found!))) break;
    const [start, end] = match.indices!.groups!.value!;
    spans.push({ kind: 'matrikel', start, end, confidence: 0.85 });
  }
  return spans;
}

/** The first word of the land district; empty: none is named. */
function districtOf(value: string): string {
  return /\p{Lu}\p{L}{2,}/u.exec(value)?.[0] ?? '';
}

/** @param own land districts that the text has named beside a label */
function unlabelled(text: string, own: ReadonlySet<string>): Span[] {
  return matchSpans(text, inDistrict, 'matrikel', ({ index, groups }) => {
    const isOwn = own.has(districtOf(groups!.district!)) && !street.test(before(text, index, 40));
    const known = townLand.test(groups!.district!) || isOwn;
    if (otherThings.test(before(text, index, 16))) return null;
    if (known) return 0.85;
    const alone = unit.test(groups!.number!) && !land.test(before(text, index, 16));
    return alone || !/^\d+[a-zæøå]+,/u.test(text.slice(index, index + 12)) ? null : 0.7;
  });
}
