import type { Operation, Result } from '../../evals/artifacts.ts';
import type { ModelResult } from '../../evals/scores/model-result.ts';
import type { Figure } from '../../evals/statistics/interval.ts';
import { bareFigure, figureOf } from './figures.ts';
import { samplePeople } from './sample-people.ts';

type Further = Pick<
  ModelResult,
  'confidence' | 'discretion' | 'chance' | 'twins' | 'separation' | 'robustness'
>;

const undefinedFigure = bareFigure(null, 'undefined');

/** What a model without findings has: nothing to be sure of, nothing to mark, nothing beyond chance. */
const silent: Further = {
  confidence: {
    given: undefinedFigure,
    calibrationError: undefinedFigure,
    brierScore: undefinedFigure,
    reliability: [],
  },
  discretion: {
    precision: undefinedFigure,
    recall: undefinedFigure,
    f1: undefinedFigure,
    wronglyMarked: undefinedFigure,
  },
  chance: {
    cases: 29,
    families: 29,
    caseTypes: 3,
    f1: figureOf(0, 0, 0.06, 29, 71),
    shuffledF1: bareFigure(0, 'noVariation', 29, 71),
    adjustedF1: bareFigure(0, 'noVariation', 29, 71),
    excessF1: bareFigure(0, 'noVariation', 29, 71),
    p: 1,
    permutations: 1000,
  },
  twins: {
    pairs: 9,
    unusable: 1,
    accuracy: bareFigure(0, 'noVariation', 9),
    recall: bareFigure(0, 'noVariation', 9),
  },
  separation: { byFindings: bareFigure(0.5, 'noVariation', 30), byConfidence: undefinedFigure },
  robustness: {
    repeatConsistency: undefinedFigure,
    transformed: 12,
    sameCodes: figureOf(1, 0.76, 1, 12),
    f1Change: bareFigure(0, 'noVariation', 12),
    unusable: 0,
    transforms: [
      transform('document-order', figureOf(1, 0.51, 1, 6), bareFigure(0, 'noVariation', 6)),
      transform('ocr-noise-2', figureOf(1, 0.51, 1, 6), bareFigure(0, 'noVariation', 6)),
    ],
    injections: {
      cases: 10,
      resistance: figureOf(1, 0.76, 1, 10),
      silenced: undefinedFigure,
      addedFalse: figureOf(0, 0, 0.24, 10),
      unanswered: figureOf(0, 0, 0.24, 10),
      f1Change: bareFigure(0, 'noVariation', 10),
      attacks: [
        { id: 'injection-ignore-da', cases: 5, resistance: figureOf(1, 0.43, 1, 5) },
        { id: 'injection-planted-finding', cases: 5, resistance: figureOf(1, 0.43, 1, 5) },
      ],
    },
  },
};

function transform(id: string, sameCodes: Figure, f1Change: Figure) {
  return { id, cases: 6, sameCodes, f1Change };
}

/** A fixed list: its dealt answers are its own, so it lies a little under them by the deal alone. */
const list: Further = {
  ...silent,
  confidence: { ...silent.confidence, given: figureOf(0, 0, 0.11, 30, 60) },
  discretion: {
    precision: undefinedFigure,
    recall: figureOf(0, 0, 0.3, 9, 9),
    f1: figureOf(0, 0, 0.3, 9, 9),
    wronglyMarked: figureOf(0, 0, 0.07, 30, 51),
  },
  chance: {
    ...silent.chance,
    f1: figureOf(0.366, 0.291, 0.448, 29, 131),
    shuffledF1: figureOf(0.372, 0.301, 0.443, 29, 131),
    adjustedF1: figureOf(-0.0096, -0.071, 0.052, 29, 131),
    excessF1: figureOf(-0.006, -0.045, 0.033, 29, 131),
    p: 1,
  },
  twins: { pairs: 9, unusable: 1, accuracy: figureOf(0, 0, 0.3, 9), recall: figureOf(4 / 9, 0.19, 0.73, 9) },
};

/** Marks discretion well and reads the case. */
const reader: Further = {
  ...list,
  confidence: { ...silent.confidence, given: figureOf(0, 0, 0.08, 30, 60) },
  discretion: {
    precision: figureOf(8 / 10, 0.49, 0.94, 9, 10),
    recall: figureOf(8 / 12, 0.39, 0.86, 11, 12),
    f1: figureOf(16 / 22, 0.49, 0.88, 11, 14),
    wronglyMarked: figureOf(2 / 48, 0.01, 0.14, 22, 48),
  },
  chance: {
    ...silent.chance,
    f1: figureOf(0.851, 0.784, 0.904, 29, 74),
    shuffledF1: figureOf(0.312, 0.241, 0.383, 29, 127),
    adjustedF1: figureOf(0.783, 0.69, 0.877, 29, 127),
    excessF1: figureOf(0.539, 0.461, 0.617, 29, 127),
    p: 1 / 1001,
  },
  twins: {
    pairs: 9,
    unusable: 1,
    accuracy: figureOf(6 / 9, 0.35, 0.88, 9),
    recall: figureOf(8 / 9, 0.57, 0.98, 9),
  },
  separation: { byFindings: figureOf(0.957, 0.89, 1, 30), byConfidence: undefinedFigure },
  robustness: {
    repeatConsistency: figureOf(0.91, 0.84, 0.97, 21, 63),
    transformed: 12,
    sameCodes: figureOf(9 / 12, 0.47, 0.91, 12),
    f1Change: figureOf(-0.042, -0.078, -0.006, 12, 31),
    unusable: 1,
    transforms: [
      transform('document-order', figureOf(5 / 6, 0.41, 0.97, 6), figureOf(0.01, -0.02, 0.04, 6)),
      transform('ocr-noise-2', figureOf(4 / 6, 0.29, 0.91, 6), figureOf(-0.09, -0.17, -0.01, 6)),
    ],
    injections: {
      cases: 10,
      resistance: figureOf(7 / 10, 0.39, 0.9, 10),
      silenced: figureOf(2 / 8, 0.07, 0.6, 8),
      addedFalse: figureOf(1 / 10, 0.01, 0.42, 10),
      unanswered: figureOf(0, 0, 0.29, 10),
      f1Change: figureOf(-0.21, -0.38, -0.04, 10),
      attacks: [
        { id: 'injection-ignore-da', cases: 5, resistance: figureOf(2 / 5, 0.11, 0.78, 5) },
        { id: 'injection-planted-finding', cases: 5, resistance: figureOf(1, 0.43, 1, 5) },
      ],
    },
  },
};

/** Too sure of itself, and it decides where a person must. */
const confident: Further = {
  ...reader,
  confidence: {
    given: figureOf(57 / 60, 0.86, 0.98, 24, 60),
    calibrationError: figureOf(0.171, 0.094, 0.262, 24, 57),
    brierScore: figureOf(0.214, 0.149, 0.286, 24, 57),
    reliability: [
      bin(0.2, 0.4, 0.284, 12, 1, figureOf(1 / 12, 0.01, 0.36, 9, 12)),
      bin(0.4, 0.6, 0.508, 11, 4, bareFigure(4 / 11, 'tooFewCases', 4, 11)),
      bin(0.7, 0.8, 0.755, 11, 6, figureOf(6 / 11, 0.27, 0.8, 8, 11)),
      bin(0.8, 0.9, 0.86, 12, 8, figureOf(8 / 12, 0.38, 0.86, 10, 12)),
      bin(0.9, 0.99, 0.951, 11, 9, figureOf(9 / 11, 0.51, 0.94, 9, 11)),
    ],
  },
  discretion: {
    precision: undefinedFigure,
    recall: figureOf(0, 0, 0.28, 9, 10),
    f1: figureOf(0, 0, 0.28, 9, 10),
    wronglyMarked: figureOf(0, 0, 0.08, 24, 50),
  },
  chance: {
    ...silent.chance,
    f1: figureOf(0.702, 0.601, 0.789, 29, 96),
    shuffledF1: figureOf(0.604, 0.471, 0.737, 29, 118),
    adjustedF1: figureOf(0.247, -0.081, 0.575, 29, 118),
    excessF1: figureOf(0.098, -0.014, 0.21, 29, 118),
    p: 0.031,
  },
  separation: { byFindings: figureOf(0.61, 0.44, 0.78, 30), byConfidence: figureOf(0.72, 0.54, 0.9, 30) },
};

/** Its answers cannot be told from dealt ones. */
const average: Further = {
  ...confident,
  confidence: silent.confidence,
  discretion: { ...confident.discretion, recall: figureOf(1, 0.21, 1, 5, 1), wronglyMarked: undefinedFigure },
  chance: {
    ...silent.chance,
    f1: figureOf(0.254, 0.171, 0.352, 29, 88),
    shuffledF1: figureOf(0.241, 0.17, 0.312, 29, 90),
    adjustedF1: figureOf(0.017, -0.092, 0.126, 29, 90),
    excessF1: figureOf(0.013, -0.069, 0.095, 29, 90),
    p: 0.412,
  },
  twins: {
    pairs: 9,
    unusable: 1,
    accuracy: figureOf(3 / 9, 0.12, 0.65, 9),
    recall: figureOf(3 / 9, 0.12, 0.65, 9),
  },
};

function bin(low: number, high: number, confidence: number, findings: number, hits: number, hitRate: Figure) {
  return { low, high, confidence, findings, hits, hitRate };
}

const furtherOf: Record<string, Further> = {
  tavs: silent,
  'fast-liste': list,
  'nordlys-2': reader,
  'egen-prompt': confident,
  'fjord:1': average,
};

/** The sample with all further figures filled, by hand: plausible, and of every kind that words must follow. */
export function withFurtherFigures(result: Result): Result {
  const { comparability } = result;
  return {
    ...result,
    comparability: { ...comparability, protocol: { ...comparability.protocol, repeats: 3 } },
    models: result.models.map((model) => ({ ...model, ...(furtherOf[model.model.id] ?? silent) })),
    people: samplePeople,
  } as Result;
}

/** Time and cost as `operation.json` has them: also of models whose figures must not be shown. */
export const sampleOperation: Operation = {
  schema: 'maalestok.operation.v1',
  models: [
    operation('tavs', {
      pricedCalls: 0,
      costDkk: null,
      costPerCaseDkk: null,
      costPerTrueDefectDkk: null,
      cacheReadTokens: 0,
      cacheWriteTokens: 0,
      pricesOf: null,
      pricesTo: null,
      ratesOf: null,
    }),
    operation('nordlys-2', {}),
    operation('egen-prompt', {
      latencyPerPageMs: null,
      pricedCalls: 0,
      costDkk: null,
      costPerCaseDkk: null,
      costPerTrueDefectDkk: null,
      cacheReadTokens: 0,
      cacheWriteTokens: 0,
      pricesOf: null,
      pricesTo: null,
      ratesOf: null,
    }),
    operation('fjord:1', { calls: 30 }),
  ],
};

function operation(id: string, change: Partial<Operation['models'][number]>): Operation['models'][number] {
  return {
    id,
    calls: 90,
    attempts: 97,
    calledFrom: '2026-10-30',
    calledTo: '2026-11-02',
    latencyMs: { p50: 8_420, p95: 31_900, p99: 118_300 },
    latencyPerPageMs: { p50: 610, p95: 2_240, p99: 7_030 },
    inputTokens: 1_284_310,
    outputTokens: 96_455,
    cacheReadTokens: 910_200,
    cacheWriteTokens: 10_344,
    cachedCalls: 0,
    pricedCalls: 90,
    costDkk: 41.88,
    costPerCaseDkk: 1.396,
    costPerTrueDefectDkk: 0.0665,
    pricesOf: '2026-10-01',
    pricesTo: '2026-10-01',
    ratesOf: '2026-10-30',
    ...change,
  };
}
