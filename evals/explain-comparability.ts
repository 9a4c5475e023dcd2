import type { Comparability } from './artifacts.ts';

/** `rescore`: scoring the stored answers again can mend it; `rerun`: the models must be asked again. */
export type Mend = 'rescore' | 'rerun';

/** One thing in which two results were not measured alike. */
export interface ComparabilityDifference {
  /** A key of {@link Comparability}; a field of the protocol by its path, like `protocol.shown.files`. */
  part: string;
  a: string;
  b: string;
  mend: Mend;
}

/** Answers were given to these cases under this protocol; all else meets them only when they are scored. */
const mends: Record<keyof Comparability, Mend> = {
  datasetContent: 'rerun',
  split: 'rerun',
  cases: 'rerun',
  labels: 'rescore',
  catalogue: 'rescore',
  taxonomy: 'rescore',
  scorer: 'rescore',
  policy: 'rescore',
  protocol: 'rerun',
};

/**
 * The parts in which two comparability keys differ, in the order of the schema; empty exactly where the
 * keys are equal. `rescore` says what scoring again can reach, not that it would today give both one key.
 */
export function explainDifference(a: Comparability, b: Comparability): ComparabilityDifference[] {
  return (Object.keys(mends) as (keyof Comparability)[]).flatMap((key) => {
    const [inA, inB] = [flatten(key, a[key]), flatten(key, b[key])];
    const parts = [...new Set([...inA.keys(), ...inB.keys()])];
    return parts
      .map((part) => ({ part, a: inA.get(part) ?? absent, b: inB.get(part) ?? absent, mend: mends[key] }))
      .filter((each) => each.a !== each.b);
  });
}

const absent = '–';

/** The leaves of a value by their path. */
function flatten(path: string, value: unknown): Map<string, string> {
  if (value === null || typeof value !== 'object') return new Map([[path, String(value)]]);
  return new Map(Object.entries(value).flatMap(([key, each]) => [...flatten(`${path}.${key}`, each)]));
}
