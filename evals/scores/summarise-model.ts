import { compareText } from '../statistics/compare-text.ts';
import type { FamilyCounts } from '../statistics/family-counts.ts';
import { FamilyTable } from '../statistics/family-table.ts';
import { addToRow } from './add-to-row.ts';
import { AnswerTotals } from './answer-totals.ts';
import { addCaseType } from './case-mix.ts';
import type { RepeatScore } from './case-score.ts';
import { ChanceCollector } from './chance/chance-collector.ts';
import { CodeCounts } from './code-counts.ts';
import { addConfidence, countGivenConfidence } from './confidence-columns.ts';
import { countCase } from './count-case.ts';
import { countMunicipality } from './count-slices.ts';
import { addConfusion, addGroups } from './f-statistics.ts';
import { addBurden, confusionOf, emptySums, type FamilySums, mergeSums } from './family-sums.ts';
import type { Gathered, SummaryOptions } from './gathered.ts';
import { Invariance } from './invariance.ts';
import { buildModelResult } from './model-figures.ts';
import type { ModelEntry, ModelResult } from './model-result.ts';
import { Reliability } from './reliability.ts';
import { addConsistency } from './repeat-consistency.ts';
import type { ScoredCase } from './scored-case.ts';
import { addSeparation } from './separation.ts';
import { ratesKeys, Tally } from './tally.ts';
import { TwinPairs } from './twins.ts';

export interface ModelSummary {
  result: ModelResult;
  /** For the paired test of F1, sorted by family. */
  families: FamilyCounts[];
}

/**
 * Turns the scored cases of one model, one at a time, into its figures.
 * The order of the cases changes nothing.
 */
export class ModelSummariser {
  readonly #gathered: Gathered;
  /** Families of several cases, until all cases are in. */
  readonly #open = new Map<string, FamilySums>();
  // By family, in the order in which they were closed:
  readonly #families: string[] = [];
  readonly #numerators: number[] = [];
  readonly #denominators: number[] = [];
  /** Filled and emptied again by every case. */
  readonly #case: FamilySums;
  readonly #goldGroups: ReadonlySet<string>;

  constructor(model: ModelEntry, options: SummaryOptions) {
    const { policy, relations, goldGroups } = options;
    this.#gathered = {
      model,
      options,
      totals: new AnswerTotals(),
      tally: new Tally(),
      table: new FamilyTable(),
      codes: new CodeCounts(),
      reliability: new Reliability(),
      twins: new TwinPairs(relations, policy),
      invariance: new Invariance(relations, policy),
      chance: new ChanceCollector(options.classes),
    };
    this.#case = emptySums(this.#gathered.tally.keys);
    this.#goldGroups = new Set(goldGroups);
  }

  add(scored: ScoredCase): void {
    const { score } = scored;
    this.#gathered.totals.add(score);
    this.#gathered.codes.add(score);
    this.#count(this.#case, scored);
    if (score.family === undefined) this.#close(score.caseId, this.#case);
    else {
      let family = this.#open.get(score.family);
      if (family === undefined) {
        family = emptySums(this.#gathered.tally.keys);
        this.#open.set(score.family, family);
      }
      mergeSums(family, this.#case);
    }
    this.#case.counts.clear();
    this.#case.row.clear();
  }

  finish(): ModelSummary {
    for (const [family, sums] of this.#open) this.#close(family, sums);
    this.#open.clear();
    const order = [...this.#families.keys()].sort((a, b) =>
      compareText(this.#families[a]!, this.#families[b]!),
    );
    const families = order.map((at) => ({
      numerator: this.#numerators[at]!,
      denominator: this.#denominators[at]!,
    }));
    return { result: buildModelResult(this.#gathered), families };
  }

  #count({ counts, row }: FamilySums, scored: ScoredCase): void {
    const { score } = scored;
    const { options, twins, invariance, chance } = this.#gathered;
    const { policy } = options;
    const headline = (repeat: RepeatScore) => repeat.policies[policy]!;
    countCase(counts, score, headline);
    countMunicipality(counts, scored, headline);
    countGivenConfidence(counts, score);
    twins.add(counts, scored);
    invariance.add(counts, scored);
    addBurden(row, score, (repeat) => headline(repeat).duplicates);
    addGroups(row, score, this.#goldGroups);
    addCaseType(row, score, headline);
    addConfidence(row, score);
    addSeparation(row, score);
    addConsistency(row, score);
    chance.add({
      family: score.family ?? score.caseId,
      caseId: score.caseId,
      caseType: score.caseType,
      localRules: scored.localRules,
      defects: scored.defects,
      findings: scored.findings,
    });
  }

  #close(family: string, { counts, row }: FamilySums): void {
    const { tally, table, reliability } = this.#gathered;
    tally.add(counts);
    addToRow(row, 'places', counts.get('evidence.precision').items);
    const defects = confusionOf(counts, ratesKeys('defects'));
    addConfusion(row, 'defects', defects);
    table.add(family, row);
    if (counts.get('confidence.given').successes > 0) reliability.add(row);
    const { tp, fp, fn } = defects;
    this.#families.push(family);
    this.#numerators.push(2 * tp);
    this.#denominators.push(2 * tp + fp + fn);
  }
}
