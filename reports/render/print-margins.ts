import { cleanText } from '../../datasets/clean-text.ts';
import { shortenText } from './cut-text.ts';
import { light } from './tokens.ts';

/** Characters of a margin's text: about its width. */
const marginShown = 100;

/** What stands on every printed page, outside the type area. */
export interface Running {
  title: string;
  key: string;
  /** Before the number: `Side`. */
  page: string;
}

/** The margins of a printed page: title and key above, the number below. Chromium prints them from version 131. */
export function printMargins({ title, key, page }: Running): string {
  const font = `font:8pt system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;color:${light.soft}`;
  return `@page{@top-left{content:${cssString(title)};${font}}@top-right{content:${cssString(key)};${font}}@bottom-right{content:${cssString(`${page} `)} counter(page) " / " counter(pages);${font}}}`;
}

/** A text of unknown origin as a string of CSS: nothing but letters, digits and blanks stands in it unescaped. */
function cssString(text: string): string {
  const escaped = cleanText(shortenText(text, marginShown)).replace(
    /[^\p{L}\p{N} ]/gu,
    (sign) => `\\${sign.codePointAt(0)!.toString(16)} `,
  );
  return `"${escaped}"`;
}
