import type { ScoredCase } from '../../evals/scores/scored-case.ts';

/** What one case says, as a plain implementation would keep it. */
export interface NaiveCase {
  tp: number;
  fp: number;
  fn: number;
  findings: number;
  duplicates: number;
  places: number;
  complete: boolean;
  failed: boolean;
  required: number;
  /** By group: TP, FP, FN. */
  groups: Map<string, [number, number, number]>;
  ranked: { confidence: number; hit: boolean }[];
  /** −1 where no finding has a confidence. */
  highest: number;
}

export function toNaiveCase({ score }: ScoredCase): NaiveCase {
  const repeat = score.repeats[0]!;
  const counts = repeat.policies.standard!;
  const groups = new Map<string, [number, number, number]>();
  const add = (group: string | null, place: 0 | 1 | 2) => {
    const key = group ?? 'none';
    const known = groups.get(key) ?? [0, 0, 0];
    known[place] += 1;
    groups.set(key, known);
  };
  const found = new Set<string>();
  for (const { verdict, group, defectId } of repeat.findings) {
    if (verdict === 'neutral') continue;
    const defect = repeat.defects.find((each) => each.defectId === defectId);
    const inGroup = defect !== undefined && defect.group === group;
    if (inGroup) found.add(defect.defectId);
    add(group, inGroup ? 0 : 1);
  }
  const required = repeat.defects.filter(({ role }) => role === 'required');
  for (const { defectId, group } of required) if (!found.has(defectId)) add(group, 2);
  return {
    tp: counts.truePositives,
    fp: counts.falsePositives,
    fn: counts.falseNegatives,
    findings: repeat.findings.length,
    duplicates: counts.duplicates,
    places: repeat.evidence.cited,
    complete: score.complete,
    failed: repeat.status !== 'answered',
    required: required.length,
    groups,
    highest: Math.max(-1, ...repeat.findings.map(({ confidence }) => confidence ?? -1)),
    ranked: repeat.findings.flatMap(({ verdict, confidence }) =>
      verdict === 'neutral' || confidence === undefined
        ? []
        : [{ confidence, hit: verdict === 'truePositive' }],
    ),
  };
}

/** Every figure that has a bootstrap interval, from the cases of one sample, each by its definition. */
export function computeNaively(
  cases: readonly NaiveCase[],
  groups: readonly string[],
): Record<string, number> {
  const sum = (of: (each: NaiveCase) => number) => cases.reduce((total, each) => total + of(each), 0);
  const [tp, fp, fn] = [sum((c) => c.tp), sum((c) => c.fp), sum((c) => c.fn)];
  const macro = groups.map((group) => {
    const [hits, wrong, missed] = [0, 1, 2].map((place) => sum((c) => c.groups.get(group)?.[place] ?? 0));
    return (2 * hits!) / (2 * hits! + wrong! + missed!);
  });
  return {
    f2: (5 * tp) / (5 * tp + 4 * fn + fp),
    macroF1: macro.reduce((a, b) => a + b, 0) / macro.length,
    findingsPerCase: sum((c) => c.findings) / cases.length,
    duplicatesPerCase: sum((c) => c.duplicates) / cases.length,
    placesPerFinding: sum((c) => c.places) / tp,
    byFindings: computeArea(cases, (c) => c.findings),
    byConfidence: computeArea(cases, (c) => c.highest),
    ...computeConfidence(cases),
  };
}

function computeArea(cases: readonly NaiveCase[], suspicion: (each: NaiveCase) => number): number {
  const ranked = cases
    .map((each) => ({
      complete: each.complete,
      at: each.complete && each.failed ? Infinity : suspicion(each),
    }))
    .sort((a, b) => a.at - b.at);
  let [twice, complete, deficient] = [0, 0, 0];
  for (let start = 0, end = 0; start < ranked.length; start = end) {
    let [completeHere, deficientHere] = [0, 0];
    for (end = start; end < ranked.length && ranked[end]!.at === ranked[start]!.at; end += 1) {
      if (ranked[end]!.complete) completeHere += 1;
      else deficientHere += 1;
    }
    twice += deficientHere * (2 * complete + completeHere);
    complete += completeHere;
    deficient += deficientHere;
  }
  return twice / (2 * complete * deficient);
}

function computeConfidence(cases: readonly NaiveCase[]): Record<string, number> {
  const ranked = cases.flatMap((each) => each.ranked).sort((a, b) => b.confidence - a.confidence);
  const required = cases.reduce((total, each) => total + each.required, 0);
  let [averagePrecision, brier, hits, last] = [0, 0, 0, 0];
  for (const [at, { confidence, hit }] of ranked.entries()) {
    hits += Number(hit);
    brier += (confidence - Number(hit)) ** 2;
    if (ranked[at + 1]?.confidence === confidence) continue;
    averagePrecision += (hits / required - last) * (hits / (at + 1));
    last = hits / required;
  }
  return { averagePrecision, brierScore: brier / ranked.length };
}
