import type { CaseScore } from './case-score.ts';
import type { ModelResult } from './model-result.ts';

interface CodeCount {
  count: number;
  of: number;
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
    for (const repeat of score.repeats) {
      for (const defect of repeat.defects) {
        if (defect.role !== 'required') continue;
        const entry = entryOf(this.#missed, defect.code);
        entry.of += 1;
        if (defect.findingId === undefined) note(entry, score.caseId);
      }
      for (const finding of repeat.findings) {
        if (finding.verdict === 'falsePositive') note(entryOf(this.#falseAlarms, finding.code), score.caseId);
      }
    }
  }

  /** Means over so many repeats. */
  misses(repeats: number): ModelResult['misses'] {
    return ordered(this.#missed).map(([code, { count, of, caseIds }]) => ({
      code,
      missed: count / repeats,
      of: of / repeats,
      caseIds,
    }));
  }

  /** Means over so many repeats. */
  falseAlarms(repeats: number): ModelResult['falseAlarms'] {
    return ordered(this.#falseAlarms).map(([code, { count, caseIds }]) => ({
      code,
      findings: count / repeats,
      caseIds,
    }));
  }
}

function entryOf<K>(map: Map<K, CodeCount>, key: K): CodeCount {
  let entry = map.get(key);
  if (entry === undefined) {
    entry = { count: 0, of: 0, caseIds: [] };
    map.set(key, entry);
  }
  return entry;
}

function note(entry: CodeCount, caseId: string): void {
  entry.count += 1;
  const { caseIds } = entry;
  const last = caseIds.at(-1);
  if (caseIds.length >= casesNamed && last !== undefined && caseId >= last) return;
  const place = caseIds.findIndex((other) => other >= caseId);
  if (caseIds[place] === caseId) return;
  caseIds.splice(place < 0 ? caseIds.length : place, 0, caseId);
  caseIds.length = Math.min(caseIds.length, casesNamed);
}

/** Most first, then by code; those that never occurred are left out. */
function ordered<K extends string | null>(map: Map<K, CodeCount>): [K, CodeCount][] {
  return [...map]
    .filter(([, entry]) => entry.count > 0)
    .sort(([a, x], [b, y]) => y.count - x.count || ((a ?? '') < (b ?? '') ? -1 : 1));
}
