import { looseText } from '../loose-text.ts';
import type { ReadFile } from '../part.ts';

const ending = /startxref\s{1,9}\d{1,12}(?:\s{0,9}%%EOF)?/gu;

export interface PdfLayout {
  /** Where each version of the file ends, the newest last; empty where no end is marked. */
  ends: number[];
  /** A file made for reading over a line: its first end is that of its first page. */
  linearized: boolean;
}

/** Where the versions of a PDF end: whoever changes a PDF may append to it, and what was there stays. */
export function layOut(latin: string): PdfLayout {
  const ends = [...latin.matchAll(ending)].map(({ index, 0: text }) => index + text.length);
  return { ends, linearized: /\/Linearized\b/u.test(latin.slice(0, 2048)) };
}

/** What stands before a PDF, behind it, and between its objects: no viewer shows it, and everybody can read it. */
export function readOutside(latin: string, { ends }: PdfLayout): ReadFile {
  const start = Math.max(0, latin.indexOf('%PDF-'));
  const marked = ends.at(-1) ?? latin.lastIndexOf('%%EOF') + 5;
  const end = marked < 5 ? latin.length : marked;
  const around: [field: string, text: string][] = [
    ['before its beginning', latin.slice(0, start)],
    ['behind its end', latin.slice(end)],
  ];
  const read: ReadFile = { parts: [], unreadable: [] };
  for (const [field, text] of around) {
    if (text.replace(/[\s\0]+|%%EOF/gu, '') === '') continue;
    read.parts.push({ field, text: textOf(text) });
    read.unreadable.push(`bytes ${field}`);
  }
  const between = textOf(betweenObjects(latin.slice(start, end)));
  if (between.trim() !== '') read.parts.push({ field: 'between its objects', text: between, again: true });
  return read;
}

function textOf(latin: string): string {
  return looseText(Buffer.from(latin, 'latin1'));
}

/** Comments, trailers, and whatever stands outside objects. */
function betweenObjects(latin: string): string {
  const bare = withoutStreams(latin);
  const comments = [...bare.matchAll(/%[^\r\n]*/gu)].map(([comment]) => comment);
  const rest = bare
    .replace(/\d{1,10}\s+\d{1,5}\s+obj\b[\s\S]*?endobj/gu, '\n')
    .replace(/%[^\r\n]*/gu, '\n')
    .replace(/\d{10} \d{5} [nf]/gu, '')
    .replace(/\/ID\s*\[[^\]]*\]/gu, '')
    .replace(/startxref\s+\d+/gu, '');
  return [...comments, rest].join('\n');
}

function withoutStreams(latin: string): string {
  const kept: string[] = [];
  let from = 0;
  for (const { index, 0: mark } of latin.matchAll(/\bstream\r?\n/gu)) {
    if (index < from) continue;
    const end = latin.indexOf('endstream', index + mark.length);
    kept.push(latin.slice(from, index));
    from = end < 0 ? latin.length : end + 'endstream'.length;
  }
  return [...kept, latin.slice(from)].join('\n');
}
