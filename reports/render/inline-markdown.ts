import { cleanText } from '../../datasets/clean-text.ts';
import { shortenText } from './cut-text.ts';

/** Characters of one text: a summary is mailed. */
const textShown = 2000;

/** Text of unknown origin in one line of Markdown: it starts no list, link, heading, tag or cell; too long a one is cut. */
export function inlineMarkdown(text: string): string {
  return cleanText(shortenText(text, textShown))
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/[\\`*_[\]<>|#~&]/gu, '\\$&')
    .replace(/^([-+]|\d+[.)])(?= )/u, '\\$1')
    .replace(/:\/\//gu, ':\\//');
}
