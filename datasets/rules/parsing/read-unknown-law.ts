import type { FoundReference } from './law-reference.ts';
import type { TextToken } from './tokenise.ts';

const STATUTE = /^[a-z]{2,}(?:loven|bekendtgoerelsen)s?$/;
const INDEFINITE = /^[a-z]{3,}(?:lov|bekendtgoerelse)s?$/;
const DOCUMENT =
  /^[a-z]*(?:kontrakt(?:en)?|aftalen|vedtaegten|vedtaegterne|deklarationen|servitutten|husordenen|kommuneplanen|regulativet|cirkulaeret|forordningen|direktivet|konventionen|vejledningen|anordningen|ordensreglementet|betingelserne)s?$/;
const LAW_OM = /^(?:lov|bekendtgoerelse|cirkulaere|lovbekendtgoerelse)s?$/;
const NO_NAME = new Set(['lovbekendtgoerelsen', 'lovbekendtgoerelsens', 'lovbekendtgoerelse']);
const MAX_TITLE_WORDS = 12;

/** A law that the catalogue does not have, by its name in the text (genitive off), or null. */
export function readUnknownLaw(
  tokens: readonly TextToken[],
  at: number,
  text: string,
): FoundReference | null {
  const { folded } = tokens[at]!;
  const numbered = readNumberedName(tokens, at);
  if (numbered !== null) return numbered;
  if (LAW_OM.test(folded) && tokens[at + 1]?.folded === 'om') return readTitle(tokens, at, text);
  if (NO_NAME.has(folded)) return null;
  if (STATUTE.test(folded)) return byWord(tokens[at]!, at, false);
  if (INDEFINITE.test(folded) || DOCUMENT.test(folded)) return byWord(tokens[at]!, at, true);
  return null;
}

function byWord(token: TextToken, at: number, adjacentOnly: boolean): FoundReference {
  const genitive = token.folded.endsWith('s');
  const word = genitive ? token.text.slice(0, -1) : token.text;
  return { ...unknown(word.toLowerCase(), genitive, token.folded), next: at + 1, adjacentOnly };
}

function unknown(
  id: string,
  genitive: boolean,
  folded: string,
  dotted = false,
): Omit<FoundReference, 'next'> {
  const kind = folded.includes('bekendtgoerelse') ? 'order' : 'law';
  return { reference: { how: 'named', id, genitive, kind, dotted } };
}

/** `BR23`, `AB 18`: no such regulation, or no law at all. */
function readNumberedName(tokens: readonly TextToken[], at: number): FoundReference | null {
  const [first, second] = [tokens[at]!, tokens[at + 1]];
  if (second?.kind !== 'number' || !/^(?:\d{2}|20\d{2})$/.test(second.text)) return null;
  if (first.text !== 'BR' && !/^AB[RT]?$/.test(first.text)) return null;
  const id = `${first.text}${second.tight ? '' : ' '}${second.text}`;
  const regulation = first.text === 'BR';
  return { ...unknown(id, false, 'order', regulation), next: at + 2, adjacentOnly: !regulation };
}

/** `lov om leje, § 5`: the words up to the §; behind a § (`i lov om leje.`) up to the next mark. */
function readTitle(tokens: readonly TextToken[], at: number, text: string): FoundReference | null {
  let end = at + 2;
  while (end < tokens.length && end < at + MAX_TITLE_WORDS && tokens[end]!.kind === 'word') end += 1;
  if (end === at + 2) return null;
  const stop = tokens[end];
  const before = stop?.text === ',' ? tokens[end + 1] : stop;
  const behind = tokens[at - 1]?.folded === 'i' || tokens[at - 1]?.folded === 'af';
  if (before?.kind !== 'section' && !(behind && (stop === undefined || stop.kind === 'mark'))) return null;
  const id = text.slice(tokens[at]!.start, tokens[end - 1]!.end).replace(/\s+/gu, ' ');
  return { ...unknown(id, false, tokens[at]!.folded), next: end, adjacentOnly: true };
}
