import type { CaseScore } from './case-score.ts';
import type { ModelResult } from './model-result.ts';

interface CodeCount {
  count: number;
  of: number;
  /** All that have it, whatever the number of repeats. */
  cases: number;
  /** The first by id, sorted. */
  caseIds: string[];
}

/** At most this many cases are named beside a code. */
const casesNamed = 20;

/** Which required defects a model misses, and which false alarms it gives, by code. */
export class CodeCounts {
  readonly #missed = new Map<string, CodeCount>();
  readonly #falseAlarms = new Map<string | null, CodeCount>();

  add(score: CaseScore): void {
    const noted = new Set<CodeCount>();
    for (const repeat of score.repeats) {
      for (const defect of repeat.defects) {
        if (defect.role !== 'required') continue;
        const entry = entryOf(this.#missed, defect.code);
        entry.of += 1;
        if (defect.findingId === undefined) note(entry, score.caseId, noted);
      }
      for (const finding of repeat.findings) {
        if (finding.verdict === 'falsePositive')
          note(entryOf(this.#falseAlarms, finding.code), score.caseId, noted);
      }
    }
  }

  /** Means over so many repeats. */
  misses(repeats: number): ModelResult['misses'] {
    return ordered(this.#missed).map(([code, { count, of, cases, caseIds }]) => ({
      code,
      missed: count / repeats,
      of: of / repeats,
      cases,
      caseIds,
    }));
  }

  /** Means over so many repeats. */
  falseAlarms(repeats: number): ModelResult['falseAlarms'] {
    return ordered(this.#falseAlarms).map(([code, { count, cases, caseIds }]) => ({
      code,
      findings: count / repeats,
      cases,
      caseIds,
    }));
  }
}

function entryOf<K>(map: Map<K, CodeCount>, key: K): CodeCount {
  let entry = map.get(key);
  if (entry === undefined) {
    entry = { count: 0, of: 0, cases: 0, caseIds: [] };
    map.set(key, entry);
  }
  return entry;
}

/** @param noted what this case is counted under already */
function note(entry: CodeCount, caseId: string, noted: Set<CodeCount>): void {
  entry.count += 1;
  if (noted.has(entry)) return;
  noted.add(entry);
  entry.cases += 1;
  const { caseIds } = entry;
  const last = caseIds.at(-1);
  if (caseIds.length >= casesNamed && last !== undefined && caseId >= last) return;
  const place = caseIds.findIndex((other) => other >= caseId);
  caseIds.splice(place < 0 ? caseIds.length : place, 0, caseId);
  caseIds.length = Math.min(caseIds.length, casesNamed);
}

/** Most first, then by code; those that never occurred are left out. */
function ordered<K extends string | null>(map: Map<K, CodeCount>): [K, CodeCount][] {
  return [...map]
    .filter(([, entry]) => entry.count > 0)
    .sort(([a, x], [b, y]) => y.count - x.count || ((a ?? '') < (b ?? '') ? -1 : 1));
}
