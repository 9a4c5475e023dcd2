import { jsonrepair } from 'jsonrepair';
import { findObjects } from './find-objects.ts';

/** An answer's JSON object, and whether it had to be repaired to be read. */
export interface ReadAnswer {
  answer: Record<string, unknown>;
  repaired: boolean;
}

/** Longer texts are no answer to one case. In UTF-16 code units. */
const longestText = 4_000_000;

/** An empty list, as it stands in a text that may be no JSON. */
const emptyFindings = /["'“”]?findings["'“”]?\s*:\s*\[\s*\]/u;

/**
 * Reads the JSON object in a model's text. What is almost JSON (a fence around it, words before it, a comma too many, a
 * missing quote) is repaired and marked so. Null where there is no whole object in it: words, HTML, a cut or shortened
 * list; and where there are two with findings, as a draft or a planted text beside the answer: which one the model
 * stands by, nobody can say. No repair makes an empty list of findings of one that was not empty: that would be the
 * right answer to a complete application.
 */
export function readAnswerText(text: string): ReadAnswer | null {
  if (text.length > longestText) return null;
  const strict = parseObject(text);
  if (strict !== null) return { answer: strict, repaired: false };
  const answers = (findObjects(text) ?? []).filter((object) => object.includes('findings'));
  return answers.length === 1 ? repair(answers[0]!) : null;
}

function repair(object: string): ReadAnswer | null {
  try {
    const repaired = parseObject(jsonrepair(object));
    if (repaired === null || !('findings' in repaired)) return null;
    const { findings } = repaired;
    if (Array.isArray(findings) && findings.length === 0 && !emptyFindings.test(object)) return null;
    return { answer: repaired, repaired: true };
  } catch {
    return null;
  }
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
