import type { Span } from './detector.ts';
import { findInFileName } from './find-in-file-name.ts';
import { findInText } from './find-in-text.ts';
import type { PrivacyFinding } from './finding.ts';
import { findingId, normaliseValue } from './finding-id.ts';
import { labelOf } from './label-of.ts';
import { mask } from './mask.ts';
import { normaliseText } from './normalise-text.ts';
import { walkJsonText } from './walk-json-text.ts';

/** A finding with its clear value, which never leaves this machine's memory. */
export interface FoundValue {
  finding: PrivacyFinding;
  /** In one form; with the kind it tells whether two findings are of the same value. */
  value: string;
}

export interface TextPlace {
  file: string;
  /** Where the text begins in its file; absent: its lines are no lines of a file. */
  line?: number | undefined;
  field?: string | undefined;
  /** The nearest label: a field's name. */
  label?: string | undefined;
}

/** What the gate finds in a text, with line and column, from `place.line` on. */
export function gateText(text: string, place: TextPlace): FoundValue[] {
  const lines = lineStarts(text);
  return findInText(text, place.label).map((span) => {
    const at = lineOf(lines, span.start);
    const where =
      place.line === undefined ? {} : { line: place.line + at, column: span.start - lines[at]! + 1 };
    return found(text, span, place, where);
  });
}

/**
 * What the gate finds in one line of JSON: in every text of the record as it is written, the first of two fields of the
 * same name too. The column is that of the line; where a text is written with other escapes than `JSON.stringify`
 * writes, it is left out.
 */
export function gateJsonLine(raw: string, place: { file: string; line: number }): FoundValue[] {
  const results: FoundValue[] = [];
  const texts = [...walkJsonText(raw)];
  const lastSignOff = texts.findLast(({ path }) => isSignOff(path, place.file))?.nth;
  for (const { path, key, text, at, nth } of texts) {
    if (nth === lastSignOff && isSignOff(path, place.file)) continue;
    const isPlain = raw.startsWith(JSON.stringify(text).slice(1, -1), at);
    const spans = isFileName(path, key) ? findInFileName(text) : findInText(text, labelOf(key));
    for (const span of spans) {
      const column = isPlain ? { column: at + JSON.stringify(text.slice(0, span.start)).length - 1 } : {};
      results.push(found(text, span, { file: place.file, field: path }, { line: place.line, ...column }));
    }
  }
  return results;
}

function found(
  text: string,
  span: Span,
  place: TextPlace,
  where: { line?: number; column?: number },
): FoundValue {
  const { kind, start, end, confidence } = span;
  // Signs that are not seen would part a word for the mask, and show more of its letters.
  const value = normaliseText(text.slice(start, end)).text;
  const field = place.field === undefined ? {} : { field: place.field };
  const finding = {
    file: place.file,
    ...where,
    ...field,
    kind,
    confidence,
    excerpt: mask(value),
    finding: findingId(kind, text, start, end),
  };
  return { finding, value: `${kind} ${normaliseValue(value)}` };
}

/** What the gate finds in a file's own name. */
export function gateFileName(name: string, file: string): FoundValue[] {
  return findInFileName(name).map((span) => found(name, span, { file, field: 'file name' }, {}));
}

/** The block of sign-offs of a data set's card. In any other record a field of that name is a field like any other. */
function isSignOff(path: string, file: string): boolean {
  return /^privacy(?:$|[.[])/u.test(path) && /(?:^|[\\/])card\.json$/u.test(file);
}

function isFileName(path: string, key: string): boolean {
  return key === 'name' && path.startsWith('files[');
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** The last line that starts at or before a place. */
function lineOf(starts: readonly number[], place: number): number {
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle]! <= place) low = middle;
    else high = middle - 1;
  }
  return low;
}
