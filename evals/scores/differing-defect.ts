import canonicalize from 'canonicalize';
import { defectKey, type PreparedDefect } from '../matching/prepare.ts';

/** The one required defect that a case has and its twin has not. */
export interface Difference {
  defect: PreparedDefect;
  /** Whether the first label holds it. */
  inFirst: boolean;
}

/**
 * Compares two labels by the multisets of their required codes; don't-care defects do not count.
 * @returns null where they differ in more or less than one required defect
 */
export function findDifference(
  first: readonly PreparedDefect[],
  second: readonly PreparedDefect[],
): Difference | null {
  const surplus = new Map<string, number>();
  for (const code of requiredCodes(first)) surplus.set(code, (surplus.get(code) ?? 0) + 1);
  for (const code of requiredCodes(second)) surplus.set(code, (surplus.get(code) ?? 0) - 1);
  const differing = [...surplus].filter(([, count]) => count !== 0);
  const [code, count] = differing[0] ?? ['', 0];
  if (differing.length !== 1 || Math.abs(count) !== 1) return null;
  const inFirst = count === 1;
  const [fuller, other] = inFirst ? [first, second] : [second, first];
  return { defect: pickUnshared(withCode(fuller, code), withCode(other, code)), inFirst };
}

/** Codes of the required defects, each as often as it occurs. */
export function requiredCodes(defects: readonly PreparedDefect[]): string[] {
  return defects.flatMap(({ defect }) => (defect.role === 'required' ? defect.code : []));
}

function withCode(defects: readonly PreparedDefect[], code: string): PreparedDefect[] {
  return defects
    .filter(({ defect }) => defect.role === 'required' && defect.code === code)
    .sort((a, b) => (defectKey(a) < defectKey(b) ? -1 : 1));
}

/**
 * Where a code occurs several times, the defect that the other label lacks: what is left when the other's
 * are taken away, alike in content first, then in id, then in any.
 */
function pickUnshared(defects: PreparedDefect[], others: PreparedDefect[]): PreparedDefect {
  for (const keyOf of [contentOf, (entry: PreparedDefect) => entry.defect.defectId]) {
    for (const other of [...others]) {
      const at = defects.findIndex((defect) => keyOf(defect) === keyOf(other));
      if (at < 0) continue;
      defects.splice(at, 1);
      others.splice(others.indexOf(other), 1);
    }
  }
  return defects[0]!;
}

function contentOf({ defect }: PreparedDefect): string {
  const { defectId: _id, note: _note, ...content } = defect;
  return canonicalize(content) ?? '';
}
