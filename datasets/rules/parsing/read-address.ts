import type { Catalogue } from '../catalogue.ts';
import { expandNumbers } from './expand-range.ts';
import { lawByName } from './law-names.ts';
import type { AddressProvision } from './law-reference.ts';
import { findByNumber } from './read-instrument.ts';

/** A web address in the text: where it stands, whose law it is, and which provisions it names. */
export interface Address {
  start: number;
  end: number;
  /** Null where the address names no law. */
  law: string | null;
  provisions: AddressProvision[];
}

const HOSTS = ['retsinformation.dk/', 'bygningsreglementet.dk/', 'elov.dk/', 'danskelove.dk/'];
const NUMBER = /^(\d{1,4})([a-zæøå])?(?:[-_](\d{1,4})([a-zæøå])?)?$/u;

/** All web addresses of the text, in order. */
export function readAddresses(text: string, catalogue: Catalogue): Address[] {
  const addresses: Address[] = [];
  for (const match of text.matchAll(/\S+/gu)) {
    const found = addressStart(match[0]);
    if (found < 0) continue;
    const address = match[0]
      .slice(found)
      .replace(/[)\]<>"'»«].*$/u, '')
      .replace(/[.,;:!?]+$/u, '');
    const start = match.index + found;
    addresses.push({ start, end: start + address.length, ...readAddress(address, catalogue) });
  }
  return addresses;
}

function addressStart(chunk: string): number {
  if (!chunk.includes('.')) return -1;
  const lower = chunk.toLowerCase();
  const starts = ['http://', 'https://', 'www.', ...HOSTS].map((mark) => lower.indexOf(mark));
  const found = starts.filter((start) => start >= 0);
  return found.length === 0 ? -1 : Math.min(...found);
}

function readAddress(address: string, catalogue: Catalogue): Pick<Address, 'law' | 'provisions'> {
  const lower = decode(address).toLowerCase();
  const host = HOSTS.find((name) => lower.includes(name));
  if (host === undefined) return { law: null, provisions: [] };
  const [path = '', fragment = ''] = lower.slice(lower.indexOf(host) + host.length).split('#');
  const parts = path
    .replace(/\?.*$/u, '')
    .split('/')
    .filter((part) => part !== '');
  if (host.startsWith('bygningsreglementet')) return readRegulationSite(parts);
  if (host.startsWith('retsinformation')) return readEli(parts, fragment, catalogue);
  return readLawSite(parts, catalogue);
}

/** `Tekniske-bestemmelser/11/Krav/297_298`: the folder number is the chapter, the last part the §§. */
function readRegulationSite(parts: string[]): Pick<Address, 'law' | 'provisions'> {
  const krav = parts.indexOf('krav');
  const numbers = krav >= 0 && parts[krav + 1] !== undefined ? paragraphs(parts[krav + 1]!) : [];
  if (numbers.length > 0) return { law: 'br18', provisions: numbers };
  const folder = parts.findIndex((part) => part.endsWith('bestemmelser') || part.startsWith('straf-og'));
  const chapter = parts[folder + 1];
  const rest = parts.slice(folder + 2);
  const whole = folder >= 0 && /^\d{1,2}$/.test(chapter ?? '') && (rest.length === 0 || rest[0] === 'krav');
  return { law: 'br18', provisions: whole ? [{ chapter: String(Number(chapter)) }] : [] };
}

/** `eli/lta/2019/1399`, with `#P5` or `#Kap10`. */
function readEli(
  parts: string[],
  fragment: string,
  catalogue: Catalogue,
): Pick<Address, 'law' | 'provisions'> {
  const [eli, , year, number] = parts;
  if (eli !== 'eli' || year === undefined || number === undefined) return { law: null, provisions: [] };
  const law = findByNumber(catalogue, undefined, number, year);
  const section = /^p(?:ar)?(\d{1,4}[a-zæøå]?)$/u.exec(fragment);
  const chapter = /^kap(\d{1,3}[a-z]?)$/.exec(fragment);
  const provisions = section ? [{ paragraph: section[1]! }] : chapter ? [{ chapter: chapter[1]! }] : [];
  return { law: law?.id ?? `eli/${parts[1]}/${year}/${number}`, provisions };
}

/** `elov.dk/bygningsreglementet/paragraf/523`, `danskelove.dk/jordforureningsloven/8-10`. */
function readLawSite(parts: string[], catalogue: Catalogue): Pick<Address, 'law' | 'provisions'> {
  const [slug, ...rest] = parts;
  if (slug === undefined) return { law: null, provisions: [] };
  const law = lawByName(slug, catalogue)?.id ?? slug;
  const kind = rest[0] ?? '';
  const named = /^(?:paragraf|kapitel|kap)$/.test(kind);
  const value = (named ? rest[1] : kind) ?? '';
  if (kind.startsWith('kap')) {
    return { law, provisions: /^\d{1,3}[a-z]?$/.test(value) ? [{ chapter: value }] : [] };
  }
  return { law, provisions: paragraphs(value) };
}

function paragraphs(part: string): AddressProvision[] {
  const match = NUMBER.exec(part.replace(/^(?:paragraf|§)-?/u, ''));
  if (match === null) return [];
  const first = { number: match[1]!, letter: match[2] };
  if (match[3] === undefined) return [{ paragraph: first.number + (first.letter ?? '') }];
  const last = { number: match[3], letter: match[4] };
  return expandNumbers(first, last).map((paragraph) => ({ paragraph }));
}

function decode(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}
