import type { Span } from '../detector.ts';
import { isNumberedThing } from '../detectors/cadastral.ts';
import { findInText } from '../find-in-text.ts';
import type { FindingKind } from '../finding-kind.ts';
import { commonWords } from '../names/common-words.ts';
import { normaliseText } from '../normalise-text.ts';

/** A street, a land district and a town have no kind of their own: they are parts of an address or a cadastral number. */
export type ValueKind = FindingKind | 'street' | 'district' | 'town';

export interface KnownSpan extends Pick<Span, 'start' | 'end'> {
  kind: ValueKind;
}

/** What was found in a case by its label or form, so that it is known where neither stands. */
export interface KnownValues {
  /** By letters and digits in small letters. */
  kinds: Map<string, ValueKind>;
  /** A pattern for each, without what stands around it. */
  patterns: Set<string>;
  /** Of all patterns; absent: to be made anew. */
  compiled?: RegExp | undefined;
}

export function createKnownValues(): KnownValues {
  return { kinds: new Map(), patterns: new Set() };
}

/** Remembers all of a text but its names, which `learnNames` does. */
export function learnValues(text: string, label: string, known: KnownValues): void {
  for (const { kind, start, end } of findInText(text, label)) {
    const value = normaliseText(text.slice(start, end)).text;
    for (const part of partsOf(kind, value)) add(known, part.kind, part.text);
  }
}

/** Where known values stand in a text, in any writing. None overlaps another. */
export function findKnown(text: string, known: KnownValues): KnownSpan[] {
  if (known.patterns.size === 0) return [];
  known.compiled ??= new RegExp(
    `(?<![\\p{L}\\d])(?:${[...known.patterns].sort((a, b) => b.length - a.length).join('|')})(?![\\p{L}\\d])`,
    'giu',
  );
  const spans: KnownSpan[] = [];
  for (const { 0: found, index } of text.matchAll(known.compiled)) {
    const key = keyOf(found);
    const kind =
      known.kinds.get(key) ??
      known.kinds.get(key.replace(/s$/u, '')) ??
      (/^\d/u.test(found) ? 'matrikel' : undefined);
    if (kind === undefined || !isOne(kind, text, index, found)) continue;
    const isGenitive = !known.kinds.has(key) && kind !== 'matrikel';
    spans.push({ kind, start: index, end: index + found.length - (isGenitive ? 1 : 0) });
  }
  return spans;
}

/** Initials are written in capitals; `1a` may be a room. */
function isOne(kind: ValueKind, text: string, index: number, found: string): boolean {
  if (kind === 'signature') return found === found.toUpperCase();
  if (kind !== 'matrikel') return true;
  return found === found.toLowerCase() || /\p{Lu}\p{L}/u.test(found)
    ? !isNumberedThing(text, index, found)
    : false;
}

interface Part {
  kind: ValueKind;
  text: string;
}

/** What of a value stands for somebody alone. */
function partsOf(kind: FindingKind, value: string): Part[] {
  switch (kind) {
    case 'name':
    case 'metadata':
    case 'unreadable':
      return [];
    case 'address':
      return partsOfAddress(value);
    case 'matrikel': {
      const numbers = [...value.matchAll(/(?<![\p{L}\d])[1-9]\d{0,3}[a-zæøå]{1,3}(?!\p{L})/gu)];
      const land = /\p{Lu}\p{L}.*$/su.exec(value)?.[0];
      return [
        ...numbers.map(({ 0: text }): Part => ({ kind, text })),
        ...(land === undefined ? [] : [{ kind: 'district' as const, text: land }]),
      ];
    }
    case 'signature':
      return value.length < 3 ? [] : [{ kind, text: value }];
    case 'phone':
      return [{ kind, text: value.replace(/^\(?(?:\+|00)45\)?[\s./-]*/u, '') }];
    case 'account': {
      const long = [...value.matchAll(/\d{7,}/gu)].map(({ 0: text }): Part => ({ kind, text }));
      return [{ kind, text: value }, ...long];
    }
    default:
      return [{ kind, text: value }];
  }
}

/** The street without a number leads to it all the same; a street that is a word of the language does not. */
function partsOfAddress(value: string): Part[] {
  const street = /^(.*?)\s+[\dIlO]{1,3}\s?\p{L}?(?!\p{L})/su.exec(value)?.[1] ?? '';
  const town = /\d{4} \p{Lu}.*$/su.exec(value)?.[0];
  const last = street.split(/\s/u).at(-1)!;
  const streets = new Set([street, ...(last.length > 8 ? [last] : [])]);
  return [
    ...[...streets]
      .filter((each) => each.length > 4 && !commonWords.has(each.toLowerCase()) && !plainStreet.test(each))
      .map((text): Part => ({ kind: 'street', text })),
    ...(town === undefined ? [] : [{ kind: 'town' as const, text: town }]),
  ];
}

const plainStreet =
  /^(?:torvet|havnen|kajen|volden|strandpromenaden|stationen|stationspladsen|byen|stranden|skoven)$/iu;
const numeric = new Set<ValueKind>([
  'cpr',
  'phone',
  'cvr',
  'bfe',
  'ejendomsnummer',
  'account',
  'birthdate',
  'plate',
]);

function add(known: KnownValues, kind: ValueKind, text: string): void {
  const key = keyOf(text);
  if (key.length < 2 || (numeric.has(kind) && key.length < 5)) return;
  if (!known.kinds.has(key)) known.kinds.set(key, kind);
  for (const pattern of patternsOf(kind, text)) {
    if (known.patterns.has(pattern)) continue;
    known.patterns.add(pattern);
    known.compiled = undefined;
  }
}

function patternsOf(kind: ValueKind, text: string): string[] {
  if (kind === 'district') {
    // A single word is a town as well: it counts behind a cadastral number only.
    const first = escaped(text.split(/[\s,]/u)[0]!);
    const whole = /\s/u.test(text.trim()) ? [spaced(text)] : [];
    return [...whole, `[1-9]\\d{0,3}[a-zæøå]{1,3},? ${first}`];
  }
  if (kind === 'street') return [`${spaced(text)}s?`];
  if (kind === 'sagsnummer')
    return [
      escaped(text)
        .replace(/\\?[-–/]/gu, '[-–/]')
        .replace(/\s+/gu, '\\s'),
    ];
  if (kind === 'email' || kind === 'town' || kind === 'coordinates') return [spaced(text)];
  if (!numeric.has(kind)) return [escaped(text)];
  const signs = [...text.matchAll(/[\p{L}\d]/gu)].map(({ 0: sign }) => sign);
  return kind === 'account' && /\p{Ll}/u.test(text) ? [spaced(text)] : [signs.join('[\\s./–-]{0,2}')];
}

function spaced(text: string): string {
  return text.trim().split(/\s+/u).map(escaped).join('\\s+');
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/gu, '\\$&');
}

function keyOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\d]/gu, '');
}
