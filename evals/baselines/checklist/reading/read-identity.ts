import { foldText } from './fold-text.ts';
import type { PageText } from './read-pages.ts';

export interface Mention {
  /** For comparison; see cadastralKey. */
  key: string;
  written: string;
  /** Folded. */
  line: string;
  page: PageText;
}

/** Cadastral numbers on the pages, as written without spaces: `7bx`. */
export function readCadastralNumbers(pages: readonly PageText[]): Mention[] {
  return pages.flatMap((page) =>
    [
      ...page.raw.matchAll(
        /matr(?:ikel)?\.? ?-?(?:nr|nummer)?\.?\s*:?\s*(\d[\dOoIl]{0,3}(?: ?(?!(?:og|af|ad|er|i|på)\b)[a-zæøå]{1,3})?)(?![\p{L}\d])/giu,
      ),
    ].map((match) => ({
      key: cadastralKey(match[1] ?? ''),
      written: (match[1] ?? '').trim(),
      line: foldText(lineAt(page.raw, match.index)),
      page,
    })),
  );
}

function lineAt(text: string, index: number): string {
  const end = text.indexOf('\n', index);
  return text.slice(text.lastIndexOf('\n', index) + 1, end < 0 ? undefined : end);
}

/** A cadastral number with what is easily misread made equal: 1, l and I; 0 and o; b, h and 8; s and 5; c and e. */
export function cadastralKey(value: string): string {
  const number = value.match(/\d[\dOoIl]{0,3} ?[a-zæøå]{0,3}/iu)?.[0] ?? value;
  return number
    .toLowerCase()
    .replaceAll(/\s+/g, '')
    .replaceAll(/[il]/g, '1')
    .replaceAll('o', '0')
    .replaceAll(/[bh]/g, '8')
    .replaceAll('s', '5')
    .replaceAll('e', 'c');
}

/** Street and house number: `birkevaenget 14`. */
export interface StreetAddress {
  street: string;
  number: string;
}

const address = /([a-z][a-z.]*(?: [a-z.]+){0,3}?) (\d{1,3} ?[a-h]?)(?=[ ,.;]|$)/;

export function readAddress(text: string): StreetAddress | undefined {
  const match = foldText(text).match(address);
  if (match === null) return undefined;
  return { street: (match[1] ?? '').trim(), number: (match[2] ?? '').replaceAll(' ', '') };
}

/** House numbers on this street that a page names as the case's own; `12-14` is both. */
export function houseNumbers(page: PageText, street: string): string[] {
  const escaped = street.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const pattern = new RegExp(
    String.raw`(?<![a-z])${escaped} (\d{1,3}(?: ?[a-h](?![a-z]))?)(?: ?[-/] ?(\d{1,3}(?: ?[a-h](?![a-z]))?))?`,
    'g',
  );
  return page.segments
    .filter((segment) => !/nabo|genbo|magen til|tilsvarende|ligesom/.test(segment))
    .flatMap((segment) => [...segment.matchAll(pattern)].flatMap((match) => [match[1], match[2]]))
    .filter((number) => number !== undefined)
    .map((number) => number.replaceAll(' ', ''));
}

/** Equal, or one of them without its letter: `14` and `14a`. */
export function isSameHouseNumber(a: string, b: string): boolean {
  return (
    a === b || (Number.parseInt(a, 10) === Number.parseInt(b, 10) && /^\d+$/.test(a) !== /^\d+$/.test(b))
  );
}
