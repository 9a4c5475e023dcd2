import { cleanText } from '../../datasets/clean-text.ts';
import { cutText } from './cut-text.ts';

/** Text of unknown origin for a terminal: one line without control characters, of bounded length. */
export function oneLine(text: string, limit = 200): string {
  const line = cleanText(cutText(text, 10 * limit).text.replaceAll(/\s+/gu, ' '));
  const { text: shown, omitted } = cutText(line, limit);
  return omitted === 0 ? shown : `${shown}…`;
}
