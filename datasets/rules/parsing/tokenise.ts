/** A piece of normalised text. `start` and `end` are offsets in it; `tight`: no blank before it. */
export interface TextToken {
  kind: 'word' | 'number' | 'section' | 'mark';
  text: string;
  /** Lower case, `æøå` as `ae`, `oe`, `aa`. */
  folded: string;
  start: number;
  end: number;
  tight: boolean;
  /** `§§`, `paragrafferne`: several §§ follow. */
  plural?: boolean;
}

const TOKEN = /(?<section>§(?:\s?§)*)|(?<word>[\p{L}\p{M}]+)|(?<number>\d+(?:\.\d+)*)|(?<mark>[^\s])/gu;

const SECTION_WORDS = new Set([
  'paragraf',
  'paragraffen',
  'paragraffens',
  'paragraffer',
  'paragrafferne',
  'pgf',
  'par',
]);

/** Splits normalised text into words, numbers (`7`, `2.2.3`), § signs and single marks. Linear time. */
export function tokenise(text: string): TextToken[] {
  const tokens: TextToken[] = [];
  for (const match of text.matchAll(TOKEN)) {
    const start = match.index;
    const piece = match[0];
    const end = start + piece.length;
    const tight = start > 0 && text[start - 1] !== ' ';
    const groups = match.groups!;
    const folded = fold(piece);
    if (groups.section !== undefined) {
      tokens.push({ kind: 'section', text: '§', folded: '§', start, end, tight, plural: piece.length > 1 });
    } else if (groups.word !== undefined && SECTION_WORDS.has(folded)) {
      const plural = folded.startsWith('paragraffer');
      tokens.push({ kind: 'section', text: piece, folded: '§', start, end, tight, plural });
    } else {
      const kind = groups.word !== undefined ? 'word' : groups.number !== undefined ? 'number' : 'mark';
      tokens.push({ kind, text: piece, folded, start, end, tight });
    }
  }
  return tokens;
}

/** Lower case, Danish letters in ASCII (`ø` → `oe`), accents kept off: for comparing names. */
export function fold(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('æ', 'ae')
    .replaceAll('ø', 'oe')
    .replaceAll('å', 'aa')
    .normalize('NFD')
    .replace(/\p{M}/gu, '');
}
