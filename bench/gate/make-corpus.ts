import { carriers } from './carriers.ts';
import { createDraw, type Draw } from './draw.ts';
import { type Half, halfOf } from './halves.ts';
import { lookAlikes } from './look-alikes.ts';
import * as numbers from './numbers.ts';
import { createPeople, type People } from './people.ts';
import { createPlaces, type Places } from './places.ts';

/** What was planted, by the place of its characters in the text. */
export interface Planted {
  kind: string;
  start: number;
  end: number;
}

/** A piece of a text that holds no identifier, by what it is. */
export interface LookAlike {
  what: string;
  start: number;
  end: number;
}

export interface CorpusText {
  text: string;
  planted: Planted[];
  lookAlikes: LookAlike[];
}

interface Piece {
  text: string;
  /** Places in the text. */
  planted?: Planted[];
  what?: string;
}

/** Texts of about ten lines with so many identifiers of every kind as look-alikes of every sort, from a seed. */
export function makeCorpus(seed: string, half: Half, perKind: number): CorpusText[] {
  const draw = createDraw(`${seed} ${half}`);
  const pieces: Piece[] = [];
  const makers = makersOf(draw, createPeople(draw, half), createPlaces(draw, half));
  for (const [group, make] of Object.entries(makers)) {
    const own = halfOf(carriers[group]!, half);
    for (let count = 0; count < perKind; count += 1) pieces.push(plant(draw.pick(own), group, make));
  }
  const sorts = Object.keys(lookAlikes);
  const count = pieces.length;
  for (let at = 0; at < count; at += 1) {
    const what = sorts[at % sorts.length]!;
    pieces.push({ text: lookAlikes[what]!(draw), what });
  }
  return compose(shuffled(pieces, draw), draw);
}

function makersOf(draw: Draw, people: People, places: Places): Record<string, () => string> {
  const ascii = (text: string) =>
    text
      .toLowerCase()
      .normalize('NFD')
      .replace(/æ/gu, 'ae')
      .replace(/ø/gu, 'oe')
      .replace(/ł/gu, 'l')
      .replace(/[^a-z]/gu, '');
  const email = () => {
    const [a, b] = [ascii(people.given()), ascii(people.family())];
    const domain = draw.pick([
      'nord-findes-ikke.dk',
      'byggefirmaet-findes-ikke.dk',
      'postkassen-findes-ikke.dk',
      'tegnestuen-findes-ikke.com',
      'findes-ikke-kommune.dk',
    ]);
    return draw.pick([
      `${a}.${b}@${domain}`,
      `${a}@${domain}`,
      `${a}${draw.digits(2)}@${domain}`,
      `${a}_${b} @ ${domain}`,
      `${a}.${b}@\n${domain}`,
      `${b}(at)${domain}`,
    ]);
  };
  return {
    cpr: () => numbers.cpr(draw),
    cvr: () => numbers.cvr(draw),
    name: people.written,
    family: people.family,
    couple: people.given,
    signer: people.given,
    address: places.address,
    addressPair: places.address,
    matrikel: places.cadastral,
    cadastralPair: places.bareCadastral,
    bfe: () => numbers.bfe(draw),
    ejendomsnummer: () => numbers.propertyNumber(draw),
    phone: () => numbers.phone(draw),
    email,
    sagsnummer: () => numbers.caseNumber(draw),
    account: () => numbers.account(draw),
    plate: () => numbers.plate(draw),
    coordinates: () => numbers.coordinates(draw),
    birthdate: () => numbers.birthDate(draw),
    signature: () => draw.letters(draw.number(2, 3)),
  };
}

/** What groups hold that are no kind themselves: a family name alone is a name too. */
const kinds: Readonly<Record<string, string>> = {
  family: 'name',
  couple: 'name',
  signer: 'name',
  addressPair: 'address',
  cadastralPair: 'matrikel',
};

function plant(carrier: string, group: string, make: () => string): Piece {
  const planted: Planted[] = [];
  let text = '';
  for (const [at, part] of carrier.split('{}').entries()) {
    if (at > 0) {
      const value = make();
      planted.push({ kind: kinds[group] ?? group, start: text.length, end: text.length + value.length });
      text += value;
    }
    text += part;
  }
  return { text, planted };
}

function shuffled<T>(list: readonly T[], draw: Draw): T[] {
  const result = [...list];
  for (let at = result.length - 1; at > 0; at -= 1) {
    const other = draw.random.below(at + 1);
    [result[at], result[other]] = [result[other]!, result[at]!];
  }
  return result;
}

function compose(pieces: readonly Piece[], draw: Draw): CorpusText[] {
  const texts: CorpusText[] = [];
  for (let at = 0; at < pieces.length; at += 10) {
    const made: CorpusText = { text: '', planted: [], lookAlikes: [] };
    for (const piece of pieces.slice(at, at + 10)) {
      const start = made.text.length;
      made.text += piece.text;
      for (const { kind, ...own } of piece.planted ?? [])
        made.planted.push({ kind, start: start + own.start, end: start + own.end });
      if (piece.what !== undefined) made.lookAlikes.push({ what: piece.what, start, end: made.text.length });
      made.text += /[.:]$/u.test(piece.text) ? draw.pick([' ', '\n', '\n\n']) : '\n';
    }
    texts.push(made);
  }
  return texts;
}
