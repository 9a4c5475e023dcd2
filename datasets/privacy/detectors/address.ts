import type { Detector, Span } from '../detector.ts';
import { before } from '../match-spans.ts';
import { commonWords } from '../names/common-words.ts';
import { holdsAlias } from '../pseudonymise/alias-token.ts';

/** A house number, also as OCR reads it (`I4`, `1O`); not a measure, a scale, a date or part of a number. */
const house =
  /(?<![\p{L}\d.,:/§+-])(?:\d{1,3}|[\dIlO]{2,3}(?<=\d.?.?))(?:\s?[A-HJ-Z]|[a-hj-z])?(?:\s?-\s?\d{1,3}[A-Za-z]?)?(?![\p{L}\d]|[,.:/]\d|-\d|\s?[%°²x×*])/gu;
const measure =
  /^(?:\. ?(?:januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december)|\s{0,2}(?:m|cm|mm|km|m2|m²|m3|ha|kr|kg|stk|etager?|huse|boliger|lejligheder|pladser|p-pladser|[åa]r|meter|metre|grader|pct|dage|uger|timer|kWh)(?![\p{L}\d]))/u;

const endings =
  'vejen|vej|gade|gaden|vænget|vænge|allé|alle|alléen|stien|sti|stræde|strædet|plads|pladsen|torv|torvet|parken|park|toften|toft|tofte|bakken|bakke|bakker|lunden|lund|marken|mark|engen|eng|haven|have|haver|svinget|sving|krogen|krog|ager|agre|ageren|brinken|brink|vangen|vang|bjerg|bjerget|gården|gård|gaard|gaarden|kæret|kær|højen|høj|høje|dalen|dal|skoven|skov|skrænten|skrænt|skellet|skel|stedet|kajen|kaj|broen|bro|boulevard|boulevarden|passagen|løkken|løkke|holmen|holm|åsen|ås|kilden|kilde|dammen|dam|mosen|mose|ledet|led|stranden|strand|havnen|havn|byen|hegnet|hegn|diget|dige|åen|søen|bækken|bæk|løbet|runddelen|buen|bue|krattet|banken|banke|husene|huse|rækken|lodden|lodder|volden|vold|porten|port|slippen|gyden|gyde|kvarteret|centret|fælleden|kobbel|koblet|slugten|tværvej|ringvej';
const upper = endings.toUpperCase();
const own =
  'Vej|Vænge|Gade|Allé|Alle|Stræde|Plads|Torv|Park|Boulevard|Sti|Have|Toft|Bakke|Kaj|Bro|Ringvej|VEJ|GADE|ALLÉ|PLADS|TORV';
/** Words of a street's name before the last. A full stop only abbreviates one (`Gl.`, `H.C.`): behind a longer word it ends a sentence. */
const leading = "(?:\\p{Lu}(?:\\p{L}{0,4}\\.|\\.(?:-?\\p{Lu}\\.){1,3}|[\\p{L}’'-]{0,20}) )";
const lead = `${leading}{0,3}`;

/** What may stand before the house number, at the end of what precedes it. */
const streets = [
  {
    form: new RegExp(`(?<![\\p{L}\\d])${lead}\\p{Lu}[\\p{L}’'-]{1,30}(?:${endings}|${upper}) {1,2}$`, 'u'),
    confidence: 0.95,
  },
  {
    form: new RegExp(`(?<![\\p{L}\\d])${leading}{1,4}(?:${own}) {1,2}$`, 'u'),
    confidence: 0.95,
  },
  {
    form: /(?<![\p{L}\d])(?:\p{Lu}\p{L}{1,9} )?(?:Torvet|TORVET|Strandpromenaden|Havnen|Kajen|Volden) {1,2}$/u,
    confidence: 0.7,
  },
  {
    form: /(?<![\p{L}\d])(?:Ved|Over|Bag|Under|Mellem|Bagved|Ad|Neden|Oven|VED|OVER|BAG) \p{Lu}\p{L}{2,24}(?: \p{Lu}\p{L}{2,24})? {1,2}$/u,
    confidence: 0.7,
  },
];
const generic =
  /(?:^|\s)(?:Bilag|Facade|Snit|Plan|Tegning|Bygning|Etape|Fase|Side|Kapitel|Punkt|Pkt|Lokalplan|Byplanvedtægt|Brandklasse|Konstruktionsklasse|Type|Model|Foto|Figur|Kommuneplan|Delområde|Byggefelt|Parcel|Vindue|Hus|Rum|Skur|Skel|Høje?|Tofte?|Park|Mark|Have|Eng|Skov|Huse|Strand) {1,2}$/u;
const cue =
  /(?:adresse[rn]?|sted|beliggenhed|beliggende|bor|boende|bopæl|ejendommen|ejendom)(?: (?:på|er|i))?[\s:]{1,3}$/iu;
const anyStreet = /(?<![\p{L}\d])\p{Lu}[\p{L}’'-]{2,30}(?: \p{Lu}[\p{L}’'-]{1,20}){0,2} {1,2}$/u;

const floor =
  /^,?\s{0,2}(?:(?:st|kl|\d{1,2})\.?(?:\s?sal)?,?\s?(?:tv|th|mf|dør \d{1,3})(?![\p{L}])\.?|(?:st|kl)(?![\p{L}])\.?|\d{1,2}\. ?sal)/iu;
const post =
  /^,?\s{1,2}(?:DK-)?\d{4} \p{Lu}\p{L}{1,20}(?: (?:\p{Lu}\p{L}{2,15}(?!\p{L}| {1,2}\d)|[NSVØK]|[SN][ØV]|[CF]))?(?!\p{L})/u;

/**
 * Streets with house number, floor and town. The street is told by its ending, by a word like Vej of its own, by a
 * label before it or by a postal code behind.
 */
export const address: Detector = (text): Span[] => {
  const spans: Span[] = [];
  for (const { 0: number, index } of text.matchAll(house)) {
    const lineStart = before(text, index, 90);
    const { line, apart } = lineBefore(lineStart);
    let end = index + number.length;
    const rest = text.slice(end, end + 80);
    if (measure.test(rest)) continue;
    const level = floor.exec(rest)?.[0] ?? '';
    const town = post.exec(rest.slice(level.length))?.[0] ?? '';
    const street = findStreet(line, town !== '');
    if (street === null || holdsAlias(line.slice(-street.length))) continue;
    // A heading that ends a line is followed by numbers of all sorts.
    if (apart > 0 && town === '' && street.confidence < 0.95) continue;
    end += level.length + town.length;
    // What the address before has taken (its town) is no part of this one's street.
    const start = Math.max(index - street.length - apart, nextWord(text, spans.at(-1)?.end ?? 0));
    if (start < index) spans.push({ kind: 'address', start, end, confidence: street.confidence });
  }
  return spans;
};

/** Where the next word begins, or what has been read ends. */
function nextWord(text: string, from: number): number {
  if (from === 0) return 0;
  return from + /^[^\p{L}\d]{0,8}/u.exec(text.slice(from, from + 8))![0].length;
}

/** The line up to a number; where the number begins its line, the line before, with how much longer the gap is than a space. */
function lineBefore(text: string): { line: string; apart: number } {
  const gap = /(?<! ) {0,3}\n {0,12}$/u.exec(text)?.[0] ?? '';
  const whole = gap === '' ? text : `${text.slice(0, -gap.length)} `;
  return { line: whole.slice(whole.lastIndexOf('\n') + 1), apart: Math.max(0, gap.length - 1) };
}

function findStreet(line: string, hasTown: boolean): { length: number; confidence: number } | null {
  if (!/\p{L}\.? {1,2}$/u.test(line)) return null;
  for (const { form, confidence } of streets) {
    const found = form.exec(line);
    if (found !== null && !((generic.test(found[0]) || isWord(found[0])) && !hasTown))
      return { length: trimmed(found[0]), confidence };
  }
  const any = anyStreet.exec(line);
  if (any === null || generic.test(any[0])) return null;
  if (hasTown) return { length: any[0].length, confidence: 0.8 };
  if (isWord(any[0]) || isDocument.test(any[0])) return null;
  return cue.test(line.slice(0, -any[0].length)) ? { length: any[0].length, confidence: 0.7 } : null;
}

/** `Etager 1`: one word, and one of the language. */
function isWord(street: string): boolean {
  return commonWords.has(street.trim().toLowerCase());
}

/** `Sted: Arbejdsbeskrivelse 24-318`, as reports say where a finding shows. */
const isDocument =
  /(?:ansøgning|beregning|beskrivelse|erklæring|fuldmagt|notat|rapport|redegørelse|tegning(?:er)?) {1,2}$/iu;

const sentenceWord =
  /^(?:Adresse|Sted|Sag|Ejendommen|Ejendom|Fra|På|Til|Ved siden|Beliggenhed|Naboen|Nabo|Ansøger|Ejer|Emne|I|Og|Mod|Genboerne|Byggeriet|For|Langs) /u;

/** `Fra Rugvej 3`: the word that begins the sentence is no part of the street. */
function trimmed(street: string): number {
  let rest = street;
  for (let found = sentenceWord.exec(rest); found !== null; found = sentenceWord.exec(rest)) {
    rest = rest.slice(found[0].length);
  }
  return rest.length;
}
