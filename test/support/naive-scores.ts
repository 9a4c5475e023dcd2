import { builtInCatalogue } from '../../datasets/rules/built-in-catalogue.ts';
import type { Policy } from '../../evals/matching/policy.ts';
import { type MatchingContext, prepareDefect, prepareFinding } from '../../evals/matching/prepare.ts';
import { knownCodes, smallTaxonomy } from './arbitraries.ts';
import { matchNaively } from './naive-matching.ts';
import type { AnsweredCase } from './scoring-data.ts';

export interface NaiveRates {
  tp: number;
  fp: number;
  fn: number;
  precision: number | null;
  recall: number | null;
  f1: number | null;
}

export interface NaiveCitations {
  cited: number;
  citedHits: number;
  gold: number;
  goldHits: number;
  precision: number | null;
  recall: number | null;
  f1: number | null;
}

export interface NaiveScores {
  defects: NaiveRates;
  codeSet: NaiveRates;
  /** Groups of which nothing was counted are absent. */
  groups: Record<string, NaiveRates>;
  completeCases: {
    cases: number;
    passed: number | null;
    falseAlarm: number | null;
    abstained: number | null;
    failed: number | null;
  };
  caught: number | null;
  exact: number | null;
  givenMatch: NaiveCitations;
  overall: NaiveCitations;
}

/** Canonical ids of what the arbitraries cite in words; null is no provision at all. */
const inWords: Record<string, string | null> = { 'BR18 § 812': 'br18/812', 'ingen hjemmel': null };

/**
 * The figures as a reader of the scoring page would count them by hand: plain sums over cases and repeats.
 * Knows the small taxonomy and the provisions of the arbitraries only.
 */
export function scoreNaively(data: readonly AnsweredCase[], policy: Policy): NaiveScores {
  const defects = { tp: 0, fp: 0, fn: 0 };
  const codeSet = { tp: 0, fp: 0, fn: 0 };
  const groups: Record<string, { tp: number; fp: number; fn: number }> = {};
  const given = { cited: 0, citedHits: 0, gold: 0, goldHits: 0 };
  const overall = { cited: 0, citedHits: 0, gold: 0, goldHits: 0 };
  let complete = 0;
  let deficient = 0;
  let passed = 0;
  let falseAlarm = 0;
  let abstained = 0;
  let failed = 0;
  let caught = 0;
  let exact = 0;

  for (const { caseShown, label, screenings } of data) {
    const share = 1 / screenings.length;
    const isComplete = !label.defects.some((defect) => defect.role === 'required');
    if (isComplete) complete += 1;
    else deficient += 1;

    for (const screening of screenings) {
      const answered = screening.status === 'answered';
      const findings = answered ? screening.findings : [];
      const context: MatchingContext = {
        taxonomy: smallTaxonomy,
        catalogue: builtInCatalogue(),
        localRules: caseShown.localRules,
      };
      const pairs = matchNaively(
        findings.map((finding) => prepareFinding(finding, context)),
        label.defects.map((defect) => prepareDefect(defect, context)),
        policy,
      );
      const defectOf = new Map(pairs);
      const findingOf = new Map(pairs.map(([finding, defect]) => [defect, finding]));
      const groupCounts = (code: string | undefined) => {
        const group = code !== undefined && knownCodes.includes(code) ? code[0]! : 'none';
        groups[group] ??= { tp: 0, fp: 0, fn: 0 };
        return groups[group];
      };

      let tp = 0;
      let fp = 0;
      let fn = 0;
      for (let f = 0; f < findings.length; f += 1) {
        const finding = findings[f]!;
        const cited = nodesOf(finding.citations as string[]);
        const at = defectOf.get(f);
        const defect = at === undefined ? undefined : label.defects[at]!;
        if (defect === undefined) {
          fp += 1;
          groupCounts(finding.code).fp += share;
          overall.cited += share * cited.size;
        } else if (defect.role === 'required') {
          tp += 1;
          if (finding.code?.[0] === defect.code[0]) groupCounts(finding.code).tp += share;
          else {
            groupCounts(finding.code).fp += share;
            groupCounts(defect.code).fn += share;
          }
          const sets = defect.citationSets.map((set) => nodesOf(set as string[]));
          const accepted = new Set(sets.flatMap((set) => [...set]));
          let best: Set<string> = sets[0] ?? new Set();
          for (const set of sets) if (recallOf(cited, set) > recallOf(cited, best)) best = set;
          for (const scope of [given, overall]) {
            scope.cited += share * cited.size;
            scope.citedHits += share * shared(cited, accepted);
            scope.gold += share * best.size;
            scope.goldHits += share * shared(cited, best);
          }
        }
      }
      for (let d = 0; d < label.defects.length; d += 1) {
        const defect = label.defects[d]!;
        if (defect.role !== 'required' || findingOf.has(d)) continue;
        fn += 1;
        groupCounts(defect.code).fn += share;
        overall.gold += share * nodesOf((defect.citationSets[0] ?? []) as string[]).size;
      }
      defects.tp += share * tp;
      defects.fp += share * fp;
      defects.fn += share * fn;

      const reported = new Set<string>();
      for (const finding of findings) if (finding.code !== undefined) reported.add(finding.code);
      const labelled = new Set<string>();
      const required = new Set<string>();
      for (const defect of label.defects) {
        labelled.add(defect.code);
        if (defect.role === 'required') required.add(defect.code);
      }
      for (const code of reported) {
        if (required.has(code)) codeSet.tp += share;
        else if (!labelled.has(code)) codeSet.fp += share;
      }
      for (const code of required) if (!reported.has(code)) codeSet.fn += share;

      if (isComplete) {
        if (screening.status === 'abstained') abstained += share;
        else if (!answered) failed += share;
        else if (fp > 0) falseAlarm += share;
        else passed += share;
      } else if (tp > 0) caught += share;
      if (answered && fp === 0 && fn === 0) exact += share;
    }
  }

  return {
    defects: ratesOf(defects),
    codeSet: ratesOf(codeSet),
    groups: Object.fromEntries(
      Object.entries(groups)
        .filter(([, { tp, fp, fn }]) => tp + fp + fn > 0)
        .map(([id, counts]) => [id, ratesOf(counts)]),
    ),
    completeCases: {
      cases: complete,
      passed: divide(passed, complete),
      falseAlarm: divide(falseAlarm, complete),
      abstained: divide(abstained, complete),
      failed: divide(failed, complete),
    },
    caught: divide(caught, deficient),
    exact: divide(exact, data.length),
    givenMatch: citationsOf(given),
    overall: citationsOf(overall),
  };
}

/** The provisions and all that stands above them up to the §; the law earns nothing. */
function nodesOf(citations: readonly string[]): Set<string> {
  const nodes = new Set<string>();
  for (const citation of citations) {
    const id = citation in inWords ? inWords[citation]! : citation;
    if (id === null) {
      nodes.add(`words: ${citation}`);
      continue;
    }
    const [law, paragraph, ...below] = id.split('/');
    const dotted = paragraph!.split('.');
    for (let length = 1; length <= dotted.length; length += 1) {
      nodes.add(`${law}/${dotted.slice(0, length).join('.')}`);
    }
    let node = `${law}/${paragraph}`;
    for (const level of below) {
      node += `/${level}`;
      if (level !== '') nodes.add(node);
    }
  }
  return nodes;
}

function shared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let count = 0;
  for (const element of a) if (b.has(element)) count += 1;
  return count;
}

function recallOf(cited: ReadonlySet<string>, gold: ReadonlySet<string>): number {
  return gold.size === 0 ? 0 : shared(cited, gold) / gold.size;
}

function ratesOf({ tp, fp, fn }: { tp: number; fp: number; fn: number }): NaiveRates {
  return {
    tp,
    fp,
    fn,
    precision: divide(tp, tp + fp),
    recall: divide(tp, tp + fn),
    f1: divide(2 * tp, 2 * tp + fp + fn),
  };
}

function citationsOf(
  counts: Pick<NaiveCitations, 'cited' | 'citedHits' | 'gold' | 'goldHits'>,
): NaiveCitations {
  const precision = divide(counts.citedHits, counts.cited);
  const recall = divide(counts.goldHits, counts.gold);
  return { ...counts, precision, recall, f1: harmonic(precision, recall) };
}

/** Undefined only where there is nothing cited and nothing to cite; one side alone is 0. */
function harmonic(precision: number | null, recall: number | null): number | null {
  if (precision === null && recall === null) return null;
  if (precision === null || recall === null || precision + recall === 0) return 0;
  return (2 * precision * recall) / (precision + recall);
}

function divide(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}
