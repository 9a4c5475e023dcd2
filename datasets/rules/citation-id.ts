import type { Citation } from './citation.ts';

/**
 * The canonical id: `br18/49/2/3/a`. Empty levels stay empty (`br18/148//5`), trailing ones are dropped;
 * a chapter is `br18/kap5`, a whole law `br18`, no law `?` (`?/10/1`). `/` and `%` inside a level are
 * percent-encoded. A chapter next to a § is not part of the id: the § fixes it.
 */
export function formatCitationId(c: Citation): string {
  const paragraph = c.paragraph ?? (c.chapter === undefined ? undefined : `kap${encodeLevel(c.chapter)}`);
  const levels = [
    c.law === null ? '?' : c.law === '?' ? '%3F' : encodeLevel(c.law),
    c.paragraph === undefined ? paragraph : encodeParagraph(c.paragraph),
    c.stk,
    c.nr,
    c.litra === undefined ? undefined : encodeLevel(c.litra),
  ];
  while (levels.length > 1 && levels.at(-1) === undefined) levels.pop();
  return levels.map((level) => level ?? '').join('/');
}

/** The citation whose canonical id this is, or null. Strict: `formatCitationId` gives the same id back. */
export function parseCitationId(id: string): Citation | null {
  const [law, paragraph, stk, nr, litra, ...rest] = id.split('/');
  if (!law || rest.length > 0) return null;
  const citation: Citation = { law: law === '?' ? null : decodeLevel(law) };
  if (paragraph?.startsWith('kap')) citation.chapter = decodeLevel(paragraph.slice(3));
  else if (paragraph) citation.paragraph = decodeLevel(paragraph);
  if (stk) citation.stk = readCount(stk);
  if (nr) citation.nr = readCount(nr);
  if (litra) citation.litra = decodeLevel(litra);
  return formatCitationId(citation) === id ? citation : null;
}

function encodeLevel(level: string): string {
  return level.replaceAll('%', '%25').replaceAll('/', '%2F');
}

function encodeParagraph(paragraph: string): string {
  const encoded = encodeLevel(paragraph);
  return encoded.startsWith('kap') ? `%6B${encoded.slice(1)}` : encoded;
}

function decodeLevel(level: string): string {
  return level.replace(/%(25|2F|3F|6B)/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

function readCount(level: string): number {
  return /^[1-9]\d{0,14}$/.test(level) ? Number(level) : Number.NaN;
}
