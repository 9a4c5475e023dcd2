import type { CaseScore } from './case-score.ts';
import type { ModelResult } from './model-result.ts';

interface CodeCount {
  count: number;
  of: number;
  caseIds: Set<string>;
}

/** At most this many cases are named beside a code. */
const casesNamed = 20;

/** Which required defects a model misses, and which false alarms it gives, by code. Counts are means over repeats. */
export class CodeCounts {
  readonly #missed = new Map<string, CodeCount>();
  readonly #falseAlarms = new Map<string | null, CodeCount>();

  add(score: CaseScore): void {
    const part = 1 / score.repeats.length;
    for (const repeat of score.repeats) {
      for (const defect of repeat.defects) {
        if (defect.role !== 'required') continue;
        const entry = entryOf(this.#missed, defect.code);
        entry.of += part;
        if (defect.findingId === undefined) note(entry, part, score.caseId);
      }
      for (const finding of repeat.findings) {
        if (finding.verdict === 'falsePositive')
          note(entryOf(this.#falseAlarms, finding.code), part, score.caseId);
      }
    }
  }

  misses(): ModelResult['misses'] {
    return ordered(this.#missed).map(([code, { count, of, caseIds }]) => ({
      code,
      missed: unrounded(count),
      of: unrounded(of),
      caseIds: named(caseIds),
    }));
  }

  falseAlarms(): ModelResult['falseAlarms'] {
    return ordered(this.#falseAlarms).map(([code, { count, caseIds }]) => ({
      code,
      findings: unrounded(count),
      caseIds: named(caseIds),
    }));
  }
}

function entryOf<K>(map: Map<K, CodeCount>, key: K): CodeCount {
  let entry = map.get(key);
  if (entry === undefined) {
    entry = { count: 0, of: 0, caseIds: new Set() };
    map.set(key, entry);
  }
  return entry;
}

function note(entry: CodeCount, part: number, caseId: string): void {
  entry.count += part;
  entry.caseIds.add(caseId);
}

/** Most first, then by code; those that never occurred are left out. */
function ordered<K extends string | null>(map: Map<K, CodeCount>): [K, CodeCount][] {
  return [...map]
    .filter(([, entry]) => entry.count > 0)
    .sort(([a, x], [b, y]) => y.count - x.count || ((a ?? '') < (b ?? '') ? -1 : 1));
}

/** Means over repeats, without the dust of their sums. */
export function unrounded(count: number): number {
  return Math.round(count * 1e9) / 1e9;
}

function named(caseIds: ReadonlySet<string>): string[] {
  return [...caseIds].sort().slice(0, casesNamed);
}
