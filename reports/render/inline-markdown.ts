import { cleanText } from './clean-text.ts';

/** Text of unknown origin in one line of Markdown: it starts no list, link, heading, tag or cell. */
export function inlineMarkdown(text: string): string {
  return cleanText(text)
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/[\\`*_[\]<>|#~&]/gu, '\\$&')
    .replace(/^([-+]|\d+[.)])(?= )/u, '\\$1')
    .replace(/:\/\//gu, ':\\//');
}
