import { createHash } from 'node:crypto';

/** The marks of one case, and its text with nothing in it that could pass for a mark. */
export interface MarkedData {
  open: string;
  close: string;
  data: string;
}

/**
 * Puts untrusted text between two marks. Their code comes of the text's own hash, so the text cannot hold it on
 * purpose; and whatever looks like such a mark, with whatever code, is taken apart.
 */
export function markData(text: string): MarkedData {
  const code = createHash('sha256').update(text).digest('hex').slice(0, 16);
  const data = text.replace(/<(?=\s*\/?\s*sag\b)/giu, '‹').replaceAll(code, '…');
  return { open: `<sag-${code}>`, close: `</sag-${code}>`, data };
}

/** Untrusted text on one line. */
export function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
}

/** Untrusted text of several lines, each with a mark before it: a line of it cannot pass for one of ours. */
export function quoteLines(text: string): string {
  return text
    .split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/u)
    .map((line) => `| ${line}`.trimEnd())
    .join('\n');
}
