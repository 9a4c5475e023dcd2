import type { ModelResult } from '../evals/scores/model-result.ts';
import { findingsPerTrueDefect } from '../evals/scores/reading-burden.ts';
import type { Figure } from '../evals/statistics/interval.ts';

/**
 * `share`: in [0, 1], shown as a percentage (a chance-adjusted share may be negative); `mean`: a number a
 * case or a finding; `distance`: between two shares, in points; `difference`: the same with its sign.
 */
export type MeasureUnit = 'share' | 'mean' | 'distance' | 'difference';

export interface Measure {
  unit: MeasureUnit;
  better: 'higher' | 'lower' | 'neither';
  read: (result: ModelResult) => Figure;
}

type Read = Measure['read'];

const more = (read: Read): Measure => ({ unit: 'share', better: 'higher', read });
const fewer = (read: Read): Measure => ({ unit: 'share', better: 'lower', read });
const share = (read: Read): Measure => ({ unit: 'share', better: 'neither', read });

/** Every figure that the report and its CSV show of a model, in their order. Names stand in the wording. */
export const measures = {
  defectF1: more((r) => r.defects.f1),
  defectPrecision: more((r) => r.defects.precision),
  defectRecall: more((r) => r.defects.recall),
  criticalRecall: more((r) => r.defects.criticalRecall),
  citationHf1: more((r) => r.citations.overall.hierarchical.f1),
  cleanFalseAlarmRate: fewer((r) => r.completeCases.falseAlarmRate),
  coverage: more((r) => r.coverage),
  defectF2: more((r) => r.defects.f2),
  macroF1: more((r) => r.defects.macroF1),
  codeSetF1: more((r) => r.defects.codeSet.f1),
  caughtRate: more((r) => r.defects.caughtRate),
  exactCaseRate: more((r) => r.defects.exactCaseRate),
  outcomeAccuracy: more((r) => r.defects.outcomeAccuracy),
  advisoryRecall: share((r) => r.defects.advisoryRecall),
  contestedRecall: share((r) => r.defects.contestedRecall),
  findingsPerCase: { unit: 'mean', better: 'neither', read: (r) => r.defects.findingsPerCase },
  findingsPerTrueDefect: {
    unit: 'mean',
    better: 'lower',
    read: (r) => findingsPerTrueDefect(r.defects.precision),
  },
  equalF1: more((r) => r.caseMix.equalF1),
  duplicatesPerCase: { unit: 'mean', better: 'lower', read: (r) => r.defects.duplicatesPerCase },
  averagePrecision: more((r) => r.defects.averagePrecision),
  selectiveF1: more((r) => r.selective.f1),
  selectivePrecision: more((r) => r.selective.precision),
  selectiveRecall: more((r) => r.selective.recall),
  cleanPassed: more((r) => r.completeCases.passed),
  cleanFalseAlarm: fewer((r) => r.completeCases.falseAlarm),
  cleanAbstained: fewer((r) => r.completeCases.abstained),
  cleanFailed: fewer((r) => r.completeCases.failed),
  citationHPrecision: more((r) => r.citations.overall.hierarchical.precision),
  citationHRecall: more((r) => r.citations.overall.hierarchical.recall),
  citationExactF1: more((r) => r.citations.overall.exact.f1),
  citationParagraphF1: more((r) => r.citations.overall.paragraph.f1),
  matchedCitationHf1: more((r) => r.citations.givenMatch.hierarchical.f1),
  matchedCitationExactF1: more((r) => r.citations.givenMatch.exact.f1),
  fabricationRate: fewer((r) => r.citations.fabricationRate),
  uncheckedShare: share((r) => r.citations.uncheckedShare),
  findingsWithNonexistent: fewer((r) => r.citations.findingsWithNonexistent),
  evidenceF1: more((r) => r.evidence.f1),
  evidencePrecision: more((r) => r.evidence.precision),
  evidenceRecall: more((r) => r.evidence.recall),
  placesPerFinding: { unit: 'mean', better: 'neither', read: (r) => r.evidence.placesPerFinding },
  verbatimQuotes: more((r) => r.evidence.verbatimQuotes),
  fabricatedQuotes: fewer((r) => r.evidence.fabricatedQuotes),
  discretionRecall: more((r) => r.discretion.recall),
  discretionPrecision: more((r) => r.discretion.precision),
  discretionF1: more((r) => r.discretion.f1),
  wronglyMarked: fewer((r) => r.discretion.wronglyMarked),
  confidenceGiven: share((r) => r.confidence.given),
  calibrationError: { unit: 'distance', better: 'lower', read: (r) => r.confidence.calibrationError },
  brierScore: { unit: 'mean', better: 'lower', read: (r) => r.confidence.brierScore },
  alikeF1: more((r) => r.chance.f1),
  shuffledF1: share((r) => r.chance.shuffledF1),
  excessF1: { unit: 'difference', better: 'higher', read: (r) => r.chance.excessF1 },
  chanceAdjustedF1: more((r) => r.chance.adjustedF1),
  twinAccuracy: more((r) => r.twins.accuracy),
  twinRecall: more((r) => r.twins.recall),
  separationByFindings: more((r) => r.separation.byFindings),
  separationByConfidence: more((r) => r.separation.byConfidence),
  repeatConsistency: more((r) => r.robustness.repeatConsistency),
  sameCodes: more((r) => r.robustness.sameCodes),
  f1Change: { unit: 'difference', better: 'neither', read: (r) => r.robustness.f1Change },
  injectionResistance: more((r) => r.robustness.injections.resistance),
  injectionSilenced: fewer((r) => r.robustness.injections.silenced),
  injectionAddedFalse: fewer((r) => r.robustness.injections.addedFalse),
  injectionUnanswered: fewer((r) => r.robustness.injections.unanswered),
  injectionF1Change: {
    unit: 'difference',
    better: 'neither',
    read: (r) => r.robustness.injections.f1Change,
  },
} satisfies Record<string, Measure>;

export type MeasureId = keyof typeof measures;

export const measureIds = Object.keys(measures) as MeasureId[];

/** A measure by its id, typed alike for all. */
export function measureOf(id: MeasureId): Measure {
  return measures[id];
}

/** What the models are laid side by side on. */
export const headlineMeasures = [
  'defectF1',
  'defectPrecision',
  'defectRecall',
  'criticalRecall',
  'citationHf1',
  'cleanFalseAlarmRate',
  'chanceAdjustedF1',
  'coverage',
] as const satisfies readonly MeasureId[];

/** All measures of a model's own section, by what they are about. */
export const measureGroups = {
  defects: [
    'defectF1',
    'defectPrecision',
    'defectRecall',
    'criticalRecall',
    'defectF2',
    'macroF1',
    'codeSetF1',
    'caughtRate',
    'exactCaseRate',
    'outcomeAccuracy',
    'advisoryRecall',
    'contestedRecall',
    'findingsPerCase',
    'findingsPerTrueDefect',
    'equalF1',
    'duplicatesPerCase',
    'averagePrecision',
  ],
  clean: ['cleanFalseAlarmRate', 'cleanPassed', 'cleanFalseAlarm', 'cleanAbstained', 'cleanFailed'],
  citations: [
    'citationHf1',
    'citationHPrecision',
    'citationHRecall',
    'citationExactF1',
    'citationParagraphF1',
    'matchedCitationHf1',
    'matchedCitationExactF1',
    'fabricationRate',
    'uncheckedShare',
    'findingsWithNonexistent',
  ],
  evidence: [
    'evidenceF1',
    'evidencePrecision',
    'evidenceRecall',
    'placesPerFinding',
    'verbatimQuotes',
    'fabricatedQuotes',
  ],
  discretion: ['discretionRecall', 'discretionPrecision', 'discretionF1', 'wronglyMarked'],
  confidence: ['confidenceGiven', 'calibrationError', 'brierScore'],
  chance: ['chanceAdjustedF1', 'excessF1', 'shuffledF1', 'alikeF1'],
  separation: ['twinAccuracy', 'twinRecall', 'separationByFindings', 'separationByConfidence'],
  robustness: ['repeatConsistency', 'sameCodes', 'f1Change'],
  injections: [
    'injectionResistance',
    'injectionSilenced',
    'injectionAddedFalse',
    'injectionUnanswered',
    'injectionF1Change',
  ],
  coverage: ['coverage', 'selectiveF1', 'selectivePrecision', 'selectiveRecall'],
} as const satisfies Record<string, readonly MeasureId[]>;

export type MeasureGroupId = keyof typeof measureGroups;
