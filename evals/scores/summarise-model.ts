import type { Policy } from '../matching/policy.ts';
import { policies } from '../matching/policy.ts';
import type { FamilyCounts } from '../statistics/family-counts.ts';
import type { Figure } from '../statistics/interval.ts';
import { computeF1Figure, computeRatioFigure } from '../statistics/ratio-figure.ts';
import { RatioMoments } from '../statistics/ratio-moments.ts';
import { AveragePrecision } from './average-precision.ts';
import type { CaseScore, MatchCounts, Verdict } from './case-score.ts';
import { CodeCounts } from './code-counts.ts';
import { countCase } from './count-case.ts';
import { type FamilySums, mergeSums, sumCase } from './family-sums.ts';
import { FamilyVectors, f1Of, fBetaOf } from './family-vectors.ts';
import type { ModelEntry, ModelResult, StatusCounts } from './model-result.ts';
import { Tally } from './tally.ts';

type Rates = ModelResult['selective'];

export interface SummaryOptions {
  policy: Policy;
  /** Groups with a required defect in the gold: the same for every model. Sorted. */
  goldGroups: readonly string[];
  /** The comparability key: decides every replicate. */
  seed: string;
}

export interface ModelSummary {
  result: ModelResult;
  /** For the paired test of F1, sorted by family. */
  families: FamilyCounts[];
}

/**
 * Turns the case scores of one model, one at a time, into its figures.
 * The order of the cases changes nothing.
 */
export class ModelSummariser {
  readonly #model: ModelEntry;
  readonly #options: SummaryOptions;
  readonly #tally = new Tally();
  readonly #vectors = new FamilyVectors();
  readonly #averagePrecision = new AveragePrecision();
  readonly #codes = new CodeCounts();
  readonly #statuses: StatusCounts = {
    planned: 0,
    answered: 0,
    abstained: 0,
    invalid: 0,
    timedOut: 0,
    failed: 0,
  };
  readonly #errors = new Map<string, number>();
  readonly #totals: Record<Policy, MatchCounts> = {
    strict: noMatches(),
    standard: noMatches(),
    lenient: noMatches(),
  };
  readonly #validity: Record<Verdict, number> = {
    valid: 0,
    outdated: 0,
    nonexistent: 0,
    unverifiable: 0,
    unknownLaw: 0,
    unparsable: 0,
  };
  #tooBroad = 0;
  #written = 0;
  #repaired = 0;
  #gaveOutcome = false;
  /** The same for every case of a run. */
  #repeats = 1;
  #completeCases = 0;
  readonly #open = new Map<string, FamilySums>();
  readonly #families: { family: string; counts: FamilyCounts }[] = [];

  constructor(model: ModelEntry, options: SummaryOptions) {
    this.#model = model;
    this.#options = options;
  }

  add(score: CaseScore): void {
    this.#addTotals(score);
    this.#codes.add(score);
    const { policy } = this.#options;
    const counts = countCase(score, (repeat) => repeat.policies[policy]!);
    const sums = sumCase(score, counts, (repeat) => repeat.policies[policy]!.duplicates);
    if (score.family === undefined) this.#close(sums);
    else {
      const known = this.#open.get(score.family);
      if (known === undefined) this.#open.set(score.family, sums);
      else mergeSums(known, sums);
    }
  }

  finish(): ModelSummary {
    for (const family of [...this.#open.keys()].sort()) this.#close(this.#open.get(family)!);
    this.#open.clear();
    const families = this.#families
      .sort((a, b) => (a.family < b.family ? -1 : 1))
      .map(({ counts }) => counts);
    return { result: this.#result(), families };
  }

  #addTotals(score: CaseScore): void {
    if (score.complete) this.#completeCases += 1;
    this.#repeats = score.repeats.length;
    for (const repeat of score.repeats) {
      this.#statuses.planned += 1;
      this.#statuses[repeat.status] += 1;
      if (repeat.errorKind !== undefined) {
        this.#errors.set(repeat.errorKind, (this.#errors.get(repeat.errorKind) ?? 0) + 1);
      }
      if (repeat.repaired === true) this.#repaired += 1;
      if (repeat.outcome !== undefined) this.#gaveOutcome = true;
      for (const policy of policies) addMatches(this.#totals[policy], repeat.policies[policy]!);
      for (const citation of repeat.findings.flatMap((finding) => finding.citations)) {
        this.#written += 1;
        this.#validity[citation.validity] += 1;
        if (citation.tooBroad) this.#tooBroad += 1;
      }
    }
  }

  #close(sums: FamilySums): void {
    this.#tally.add(sums.counts);
    this.#averagePrecision.add(sums.ranked, sums.required);
    const [tp, fp, fn] = confusionOf(sums, 'defects');
    const groups = this.#options.goldGroups.flatMap((group) => confusionOf(sums, `group:${group}`));
    const places = sums.counts.get('evidence.precision')?.items ?? 0;
    this.#vectors.add([tp, fp, fn, sums.findings, sums.duplicates, sums.answers, places, ...groups]);
    this.#families.push({
      family: sums.family,
      counts: { numerator: 2 * tp, denominator: 2 * tp + fp + fn },
    });
  }

  #result(): ModelResult {
    for (const policy of policies) toMeans(this.#totals[policy], this.#repeats);
    toMeans(this.#validity, this.#repeats);
    const { policy } = this.#options;
    return {
      model: this.#model,
      counts: this.#statuses,
      coverage: this.#ratio('coverage'),
      errors: [...this.#errors]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([kind, count]) => ({ kind, count })),
      repaired: this.#repaired,
      defects: this.#defects(),
      completeCases: {
        cases: this.#completeCases,
        passed: this.#ratio('complete.passed'),
        falseAlarm: this.#ratio('complete.falseAlarm'),
        abstained: this.#ratio('complete.abstained'),
        failed: this.#ratio('complete.failed'),
        falseAlarmRate: this.#ratio('complete.falseAlarmRate'),
      },
      selective: this.#rates('selective'),
      policies: Object.fromEntries(
        policies.map((each) => [each, { ...this.#totals[each], ...this.#rates(`policy:${each}`) }]),
      ) as ModelResult['policies'],
      slices: this.#slices(),
      citations: this.#citations(),
      evidence: {
        ...this.#harmonicRates('evidence'),
        placesPerFinding: this.#bootstrap('placesPerFinding', this.#totals[policy].truePositives, (sums) =>
          sums[0]! === 0 ? null : sums[6]! / sums[0]!,
        ),
        verbatimQuotes: this.#ratio('quotes.verbatim'),
        fabricatedQuotes: this.#ratio('quotes.fabricated'),
      },
      ...provisional,
      misses: this.#codes.misses(this.#repeats),
      falseAlarms: this.#codes.falseAlarms(this.#repeats),
    };
  }

  #defects(): ModelResult['defects'] {
    const totals = this.#totals[this.#options.policy];
    const items = totals.truePositives + totals.falsePositives + totals.falseNegatives;
    const perCase = (at: number) => (sums: Float64Array) => (sums[5]! === 0 ? null : sums[at]! / sums[5]!);
    const findings = totals.truePositives + totals.falsePositives + totals.neutral;
    return {
      ...totals,
      ...this.#rates('defects'),
      f2: this.#bootstrap('f2', items, (sums) => fBetaOf(2, sums[0]!, sums[1]!, sums[2]!)),
      macroF1: this.#bootstrap('macroF1', items, (sums) => macroF1Of(sums, this.#options.goldGroups.length)),
      criticalRecall: this.#ratio('severity:critical.recall'),
      advisoryRecall: this.#ratio('role:advisory.recall'),
      contestedRecall: this.#ratio('role:contested.recall'),
      caughtRate: this.#ratio('caught'),
      outcomeAccuracy: this.#gaveOutcome ? this.#ratio('outcome') : computeRatioFigure(new RatioMoments()),
      findingsPerCase: this.#bootstrap('findingsPerCase', findings, perCase(3)),
      duplicatesPerCase: this.#bootstrap('duplicatesPerCase', totals.duplicates, perCase(4)),
      exactCaseRate: this.#ratio('exactCase'),
      averagePrecision: this.#averagePrecision.figure(this.#seed('averagePrecision'), this.#repeats),
      precisionRecall: this.#averagePrecision.curve(),
      codeSet: this.#rates('codeSet'),
    };
  }

  #slices(): ModelResult['slices'] {
    const slice = (kind: string) =>
      this.#tally.idsUnder(kind).map((id) => {
        const [truePositives, falsePositives, falseNegatives] = this.#confusion(`${kind}:${id}`);
        return { id, truePositives, falsePositives, falseNegatives, ...this.#rates(`${kind}:${id}`) };
      });
    return {
      group: slice('group'),
      caseType: slice('caseType'),
      municipality: slice('municipality'),
      documentType: this.#tally.idsUnder('documentType').map((id) => ({
        id,
        precision: this.#ratio(`documentType:${id}.precision`),
        recall: this.#ratio(`documentType:${id}.recall`),
      })),
      severity: this.#tally
        .idsUnder('severity')
        .map((id) => ({ id, recall: this.#ratio(`severity:${id}.recall`) })),
    };
  }

  #citations(): ModelResult['citations'] {
    const levels = (scope: string) => ({
      exact: this.#harmonicRates(`citations.${scope}.exact`),
      paragraph: this.#harmonicRates(`citations.${scope}.paragraph`),
      hierarchical: this.#harmonicRates(`citations.${scope}.hierarchical`),
    });
    return {
      givenMatch: levels('givenMatch'),
      overall: levels('overall'),
      written: this.#written / this.#repeats,
      validity: this.#validity,
      tooBroad: this.#tooBroad / this.#repeats,
      fabricationRate: this.#ratio('citations.fabrication'),
      uncheckedShare: this.#ratio('citations.unchecked'),
      findingsWithNonexistent: this.#ratio('citations.findingsWithNonexistent'),
    };
  }

  #ratio(key: string): Figure {
    return computeRatioFigure(this.#tally.moments(key, this.#repeats));
  }

  #rates(key: string): Rates {
    return {
      precision: this.#ratio(`${key}.precision`),
      recall: this.#ratio(`${key}.recall`),
      f1: computeF1Figure(this.#tally.moments(`${key}.jaccard`, this.#repeats)),
    };
  }

  /**
   * Where alternatives make the hits differ on the two sides, F1 is the harmonic mean of precision and
   * recall, and its interval (that of the Jaccard ratio of mean hits) is widened to hold it.
   */
  #harmonicRates(key: string): Rates {
    const rates = this.#rates(key);
    const { precision, recall, f1 } = rates;
    if (precision.value === null || recall.value === null || precision.value + recall.value === 0)
      return rates;
    const value = (2 * precision.value * recall.value) / (precision.value + recall.value);
    if (f1.interval === null) return { ...rates, f1: { ...f1, value } };
    const { low, high, level } = f1.interval;
    return {
      ...rates,
      f1: { ...f1, value, interval: { low: Math.min(low, value), high: Math.max(high, value), level } },
    };
  }

  #confusion(key: string): [number, number, number] {
    const { successes, items } = this.#tally.moments(`${key}.precision`, this.#repeats);
    const recall = this.#tally.moments(`${key}.recall`, this.#repeats);
    return [successes, items - successes, recall.items - recall.successes];
  }

  #bootstrap(name: string, items: number, statistic: (sums: Float64Array) => number | null): Figure {
    return this.#vectors.figure(this.#seed(name), items, statistic);
  }

  #seed(name: string): string {
    return JSON.stringify([this.#options.seed, this.#model.id, this.#model.version, name]);
  }
}

const nothing: Figure = { value: null, interval: null, reason: 'undefined', cases: 0, items: 0 };
const provisional = {
  confidence: { given: nothing, calibrationError: nothing, brierScore: nothing, reliability: [] },
  discretion: { precision: nothing, recall: nothing, f1: nothing, wronglyMarked: nothing },
  chance: {
    cases: 0,
    families: 0,
    caseTypes: 0,
    f1: nothing,
    shuffledF1: nothing,
    adjustedF1: nothing,
    excessF1: nothing,
    p: null,
    permutations: 0,
  },
  twins: { pairs: 0, unusable: 0, accuracy: nothing, recall: nothing },
  separation: { byFindings: nothing, byConfidence: nothing },
  robustness: { repeatConsistency: nothing, transformed: 0, sameCodes: nothing, f1Change: nothing },
} satisfies Partial<ModelResult>;

/** Where the group vectors begin in a family's vector. */
const groupsFrom = 7;

/** Mean F1 over the gold's groups; null where any of them is 0/0. */
function macroF1Of(sums: Float64Array, groups: number): number | null {
  let sum = 0;
  for (let group = 0; group < groups; group += 1) {
    const at = groupsFrom + 3 * group;
    const f1 = f1Of(sums[at]!, sums[at + 1]!, sums[at + 2]!);
    if (f1 === null) return null;
    sum += f1;
  }
  return groups === 0 ? null : sum / groups;
}

function confusionOf(sums: FamilySums, key: string): [number, number, number] {
  const precision = sums.counts.get(`${key}.precision`);
  const recall = sums.counts.get(`${key}.recall`);
  const hits = precision?.successes ?? 0;
  return [hits, (precision?.items ?? 0) - hits, (recall?.items ?? 0) - (recall?.successes ?? 0)];
}

/** Sums over repeats become means. */
function toMeans<Key extends string>(counts: Record<Key, number>, repeats: number): void {
  for (const key of Object.keys(counts) as Key[]) counts[key] /= repeats;
}

function noMatches(): MatchCounts {
  return { truePositives: 0, falsePositives: 0, falseNegatives: 0, neutral: 0, duplicates: 0 };
}

function addMatches(sum: MatchCounts, more: MatchCounts): void {
  sum.truePositives += more.truePositives;
  sum.falsePositives += more.falsePositives;
  sum.falseNegatives += more.falseNegatives;
  sum.neutral += more.neutral;
  sum.duplicates += more.duplicates;
}
