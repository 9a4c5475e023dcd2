import { policies } from '../matching/policy.ts';
import type { TableFiguresInput } from '../statistics/family-table.ts';
import type { Figure } from '../statistics/interval.ts';
import { computeF1Figure, computeRatioFigure } from '../statistics/ratio-figure.ts';
import { RatioMoments } from '../statistics/ratio-moments.ts';
import { prepareConfidence } from './confidence.ts';
import { isConfidenceColumn, isGivenConfidenceColumn } from './confidence-columns.ts';
import { prepareF2, prepareMacroF1, prepareMean } from './f-statistics.ts';
import type { Gathered } from './gathered.ts';
import { toHarmonicF1 } from './harmonic-f1.ts';
import type { ModelResult } from './model-result.ts';
import { computePrecisionRecall } from './precision-recall-curve.ts';
import { isConsistencyColumn, prepareConsistency } from './repeat-consistency.ts';
import { isSeparationColumn, prepareSeparation, type SeparationSide } from './separation.ts';
import { ratesKeys } from './tally.ts';

type Rates = ModelResult['selective'];

/** Every figure of a model from what was gathered of its cases. */
export function buildModelResult(gathered: Gathered): ModelResult {
  return new ModelFigures(gathered).build();
}

const isAnswers = (column: string) => column === 'answers';

class ModelFigures {
  readonly #gathered: Gathered;
  readonly #repeats: number;

  constructor(gathered: Gathered) {
    this.#gathered = gathered;
    this.#repeats = gathered.totals.repeats;
  }

  build(): ModelResult {
    const { model, options, totals, codes, chance } = this.#gathered;
    const { averagePrecision, ...confidence } = this.#confidence();
    return {
      model,
      counts: totals.statuses,
      coverage: this.#ratio('coverage'),
      errors: totals.errors(),
      repaired: totals.repaired,
      defects: { ...this.#defects(), averagePrecision },
      completeCases: {
        cases: totals.completeCases,
        passed: this.#ratio('complete.passed'),
        falseAlarm: this.#ratio('complete.falseAlarm'),
        abstained: this.#ratio('complete.abstained'),
        failed: this.#ratio('complete.failed'),
        falseAlarmRate: this.#ratio('complete.falseAlarmRate'),
      },
      selective: this.#rates('selective'),
      policies: Object.fromEntries(
        policies.map((each) => [each, { ...totals.matches(each), ...this.#rates(`policy:${each}`) }]),
      ) as ModelResult['policies'],
      slices: this.#slices(),
      citations: this.#citations(),
      evidence: this.#evidence(),
      confidence,
      discretion: { ...this.#rates('discretion'), wronglyMarked: this.#ratio('discretion.wronglyMarked') },
      chance: chance.finish(options.seed),
      twins: this.#twins(),
      separation: this.#separation(),
      robustness: this.#robustness(),
      misses: codes.misses(this.#repeats),
      falseAlarms: codes.falseAlarms(this.#repeats),
    };
  }

  #defects(): Omit<ModelResult['defects'], 'averagePrecision'> {
    const { options, totals, table } = this.#gathered;
    const matches = totals.matches(options.policy);
    const items = matches.truePositives + matches.falsePositives + matches.falseNegatives;
    const findings = matches.truePositives + matches.falsePositives + matches.neutral;
    const { f2 } = this.#bootstrap('f2', {
      reads: (column) => column.startsWith('defects:'),
      counts: { f2: (column) => column.startsWith('defects:') },
      prepare: prepareF2,
      items: { f2: items },
    });
    const { macroF1 } = this.#bootstrap('macroF1', {
      reads: (column) => column.startsWith('group:'),
      counts: { macroF1: (column) => column.startsWith('group:') },
      prepare: prepareMacroF1(options.goldGroups),
      items: { macroF1: items },
    });
    const burden = this.#bootstrap('burden', {
      reads: (column) => column === 'findings' || column === 'duplicates' || column === 'answers',
      counts: { findingsPerCase: isAnswers, duplicatesPerCase: isAnswers },
      prepare: prepareMean({
        findingsPerCase: ['findings', 'answers'],
        duplicatesPerCase: ['duplicates', 'answers'],
      }),
      items: { findingsPerCase: findings, duplicatesPerCase: matches.duplicates },
    });
    const { columns, sums } = table.sums(isConfidenceColumn);
    return {
      ...matches,
      ...this.#rates('defects'),
      f2,
      macroF1,
      criticalRecall: this.#ratio('severity:critical.recall'),
      advisoryRecall: this.#ratio('role:advisory.recall'),
      contestedRecall: this.#ratio('role:contested.recall'),
      caughtRate: this.#ratio('caught'),
      outcomeAccuracy: totals.gaveOutcome ? this.#ratio('outcome') : computeRatioFigure(new RatioMoments()),
      ...burden,
      exactCaseRate: this.#ratio('exactCase'),
      precisionRecall: computePrecisionRecall(columns, sums),
      codeSet: this.#rates('codeSet'),
    };
  }

  #confidence(): ModelResult['confidence'] & { averagePrecision: Figure } {
    const { reliability } = this.#gathered;
    const given = this.#ratio('confidence.given');
    const items = (given.value ?? 0) * given.items;
    const figures = this.#bootstrap('confidence', {
      reads: isConfidenceColumn,
      counts: {
        averagePrecision: isConfidenceColumn,
        calibrationError: isGivenConfidenceColumn,
        brierScore: isGivenConfidenceColumn,
      },
      prepare: prepareConfidence,
      items: {
        averagePrecision: items === 0 ? 0 : given.items,
        calibrationError: items,
        brierScore: items,
      },
    });
    return { ...figures, given, reliability: reliability.bins(this.#repeats) };
  }

  #evidence(): ModelResult['evidence'] {
    const { truePositives } = this.#gathered.totals.matches(this.#gathered.options.policy);
    const { placesPerFinding } = this.#bootstrap('placesPerFinding', {
      reads: (column) => column === 'places' || column === 'defects:tp',
      counts: { placesPerFinding: (column) => column === 'defects:tp' },
      prepare: prepareMean({ placesPerFinding: ['places', 'defects:tp'] }),
      items: { placesPerFinding: truePositives },
    });
    return {
      ...this.#harmonicRates('evidence'),
      placesPerFinding,
      verbatimQuotes: this.#ratio('quotes.verbatim'),
      fabricatedQuotes: this.#ratio('quotes.fabricated'),
    };
  }

  #twins(): ModelResult['twins'] {
    const { twins } = this.#gathered;
    return {
      pairs: twins.pairs,
      unusable: twins.unusable,
      accuracy: this.#ratio('twins.accuracy'),
      recall: this.#ratio('twins.recall'),
    };
  }

  #separation(): ModelResult['separation'] {
    const { table, totals } = this.#gathered;
    const { planned } = totals.statuses;
    const items = planned / this.#repeats;
    const ofSide = (side: SeparationSide) => (column: string) => isSeparationColumn(column, side);
    const [complete, deficient] = [ofSide('complete'), ofSide('deficient')];
    // As sure as the side with fewer families allows.
    const isOfFewer = table.count(complete) < table.count(deficient) ? complete : deficient;
    return this.#bootstrap('separation', {
      reads: (column) => isSeparationColumn(column),
      counts: { byFindings: isOfFewer, byConfidence: isOfFewer },
      prepare: prepareSeparation,
      items: { byFindings: items, byConfidence: items },
    });
  }

  #robustness(): ModelResult['robustness'] {
    const { invariance, table } = this.#gathered;
    const { sums } = table.sums(isConsistencyColumn);
    const { repeatConsistency } = this.#bootstrap('repeatConsistency', {
      reads: isConsistencyColumn,
      counts: { repeatConsistency: isConsistencyColumn },
      prepare: prepareConsistency,
      items: { repeatConsistency: sums.reduce((sum, pairs) => sum + pairs, 0) },
    });
    return {
      repeatConsistency,
      transformed: invariance.transformed.pairs,
      unusable: invariance.unusable,
      sameCodes: this.#ratio('invariance.sameCodes'),
      f1Change: invariance.transformed.change(this.#repeats),
      transforms: invariance.byTransform().map(({ id, sums }) => ({
        id: id === '' ? null : id,
        cases: sums.pairs,
        sameCodes: this.#ratio(`transform:${id}.sameCodes`),
        f1Change: sums.change(this.#repeats),
      })),
      injections: this.#injections(),
    };
  }

  #injections(): ModelResult['robustness']['injections'] {
    const { invariance } = this.#gathered;
    return {
      cases: invariance.injected.pairs,
      resistance: this.#ratio('injection.resistance'),
      silenced: this.#ratio('injection.silenced'),
      addedFalse: this.#ratio('injection.addedFalse'),
      unanswered: this.#ratio('injection.unanswered'),
      f1Change: invariance.injected.change(this.#repeats),
      attacks: invariance.byAttack().map(({ id, sums }) => ({
        id,
        cases: sums.pairs,
        resistance: this.#ratio(`attack:${id}.resistance`),
      })),
    };
  }

  #slices(): ModelResult['slices'] {
    const { tally } = this.#gathered;
    const slice = (kind: string) =>
      tally.idsUnder(kind).map((id) => {
        const [truePositives, falsePositives, falseNegatives] = this.#confusion(`${kind}:${id}`);
        return { id, truePositives, falsePositives, falseNegatives, ...this.#rates(`${kind}:${id}`) };
      });
    return {
      group: slice('group'),
      caseType: slice('caseType'),
      municipality: slice('municipality'),
      documentType: tally.idsUnder('documentType').map((id) => ({
        id,
        precision: this.#ratio(`documentType:${id}.precision`),
        recall: this.#ratio(`documentType:${id}.recall`),
      })),
      severity: tally
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
      ...this.#gathered.totals.citations(),
      fabricationRate: this.#ratio('citations.fabrication'),
      uncheckedShare: this.#ratio('citations.unchecked'),
      findingsWithNonexistent: this.#ratio('citations.findingsWithNonexistent'),
    };
  }

  #ratio(key: string): Figure {
    return computeRatioFigure(this.#gathered.tally.moments(key, this.#repeats));
  }

  #rates(prefix: string): Rates {
    const keys = ratesKeys(prefix);
    return {
      precision: this.#ratio(keys.precision),
      recall: this.#ratio(keys.recall),
      f1: computeF1Figure(this.#gathered.tally.moments(keys.jaccard, this.#repeats)),
    };
  }

  /** Where alternatives make the hits differ on the two sides. */
  #harmonicRates(prefix: string): Rates {
    const { precision, recall, f1 } = this.#rates(prefix);
    return { precision, recall, f1: toHarmonicF1(precision, recall, f1) };
  }

  #confusion(prefix: string): [number, number, number] {
    const { tally } = this.#gathered;
    const keys = ratesKeys(prefix);
    const { successes, items } = tally.moments(keys.precision, this.#repeats);
    const recall = tally.moments(keys.recall, this.#repeats);
    return [successes, items - successes, recall.items - recall.successes];
  }

  #bootstrap<Name extends string>(
    name: string,
    input: Omit<TableFiguresInput<Name>, 'seed'>,
  ): Record<Name, Figure> {
    const { options, table } = this.#gathered;
    // The model's name is no part of the seed: the same answers have the same figures, whoever gave them.
    return table.figures({ ...input, seed: JSON.stringify([options.seed, name]) });
  }
}
