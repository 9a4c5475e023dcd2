import { jsonrepair } from 'jsonrepair';

/** An answer's JSON object, and whether it had to be repaired to be read. */
export interface ReadAnswer {
  answer: Record<string, unknown>;
  repaired: boolean;
}

/** Longer texts are no answer to one case. In UTF-16 code units. */
const longestText = 4_000_000;

/**
 * Reads the JSON object in a model's text. What is almost JSON (a fence around it, words before it, a comma too many,
 * a cut end) is repaired and marked so. Null where there is no object in it: a repaired text that is only words, or
 * HTML, is no answer.
 */
export function readAnswerText(text: string): ReadAnswer | null {
  if (text.length > longestText) return null;
  const strict = parseObject(text);
  if (strict !== null) return { answer: strict, repaired: false };
  const start = text.indexOf('{');
  if (start === -1) return null;
  try {
    const repaired = parseObject(jsonrepair(withoutFence(text.slice(start))));
    return repaired === null || !('findings' in repaired) ? null : { answer: repaired, repaired: true };
  } catch {
    return null;
  }
}

/** Less what stands after the fence that closes a block of code. */
function withoutFence(text: string): string {
  const end = text.lastIndexOf('\n```');
  return end === -1 ? text : text.slice(0, end);
}

function parseObject(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null;
  } catch {
    return null;
  }
}
