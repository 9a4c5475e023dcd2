import { z } from 'zod';
import { IdSchema } from '../../datasets/case.ts';
import { PolicySchema } from '../matching/policy.ts';
import { FigureSchema } from '../statistics/interval.ts';
import { ChanceSchema } from './chance/chance-result.ts';
import { RobustnessSchema } from './robustness-result.ts';

const count = z.number().min(0);

/** To whom cases are sent, and on what ground. */
export const TransferSchema = z.strictObject({
  /** The company or authority that receives the cases. */
  recipient: z.string().min(1).max(200),
  /** Where they are processed: `eu-central-1`, `Danmark`. */
  region: z.string().min(1).max(200),
  /** Reference of the data-processing agreement (databehandleraftale). */
  agreement: z.string().min(1).max(200),
});

export const ModelEntrySchema = z.strictObject({
  id: IdSchema,
  version: z.string(),
  kind: z.enum(['baseline', 'in-house', 'vendor']),
  vendor: z.string().optional(),
  provenance: z.enum(['run-by-us', 'self-reported']),
  /** Absent where no case left for anyone. */
  transfer: TransferSchema.optional(),
});
export type ModelEntry = z.infer<typeof ModelEntrySchema>;

/** planned = answered + abstained + invalid + timedOut + failed. */
export const StatusCountsSchema = z.strictObject({
  planned: count,
  answered: count,
  abstained: count,
  invalid: count,
  timedOut: count,
  failed: count,
});
export type StatusCounts = z.infer<typeof StatusCountsSchema>;

const RatesSchema = z.strictObject({ precision: FigureSchema, recall: FigureSchema, f1: FigureSchema });

const PolicyResultSchema = RatesSchema.extend({
  truePositives: count,
  falsePositives: count,
  falseNegatives: count,
  neutral: count,
  duplicates: count,
});

const SliceSchema = RatesSchema.extend({
  id: z.string(),
  truePositives: count,
  falsePositives: count,
  falseNegatives: count,
});
export type Slice = z.infer<typeof SliceSchema>;

const CitationLevelsSchema = z.strictObject({
  exact: RatesSchema,
  paragraph: RatesSchema,
  hierarchical: RatesSchema,
});

/** Findings of like confidence: how sure the model was, and how often it was right. */
export const ReliabilityBinSchema = z.strictObject({
  low: z.number(),
  high: z.number(),
  /** Mean confidence. */
  confidence: z.number(),
  findings: count,
  hits: count,
  hitRate: FigureSchema,
});
export type ReliabilityBin = z.infer<typeof ReliabilityBinSchema>;

/** Every figure of one model but operation. */
export const ModelResultSchema = z.strictObject({
  model: ModelEntrySchema,
  counts: StatusCountsSchema,
  coverage: FigureSchema,
  errors: z.array(z.strictObject({ kind: z.string(), count })),
  repaired: count,
  defects: RatesSchema.extend({
    truePositives: count,
    falsePositives: count,
    falseNegatives: count,
    neutral: count,
    duplicates: count,
    f2: FigureSchema,
    macroF1: FigureSchema,
    criticalRecall: FigureSchema,
    advisoryRecall: FigureSchema,
    contestedRecall: FigureSchema,
    caughtRate: FigureSchema,
    outcomeAccuracy: FigureSchema,
    findingsPerCase: FigureSchema,
    duplicatesPerCase: FigureSchema,
    exactCaseRate: FigureSchema,
    averagePrecision: FigureSchema,
    /** Points of the precision-recall curve, highest confidence first; empty where no confidence is given. */
    precisionRecall: z.array(
      z.strictObject({ confidence: z.number().nullable(), precision: z.number(), recall: z.number() }),
    ),
    codeSet: RatesSchema,
  }),
  /** Shares of the complete cases; they sum to 1. falseAlarmRate = 1 − passed. */
  completeCases: z.strictObject({
    cases: count,
    passed: FigureSchema,
    falseAlarm: FigureSchema,
    abstained: FigureSchema,
    failed: FigureSchema,
    falseAlarmRate: FigureSchema,
  }),
  /** Answered cases only; to be read beside the coverage. */
  selective: RatesSchema,
  policies: z.record(PolicySchema, PolicyResultSchema),
  slices: z.strictObject({
    group: z.array(SliceSchema),
    caseType: z.array(SliceSchema),
    municipality: z.array(SliceSchema),
    /** Recall by the documents of the defect's evidence, precision by those of the finding's. */
    documentType: z.array(z.strictObject({ id: z.string(), precision: FigureSchema, recall: FigureSchema })),
    severity: z.array(z.strictObject({ id: z.string(), recall: FigureSchema })),
  }),
  /** F1 under another mix of case types. */
  caseMix: z.strictObject({
    /** Case types of which there are at least 5 cases, sorted. */
    weighed: z.array(z.string()),
    /** F1 if each of them came equally often: each type's counts divided by its number of cases. Bootstrap interval. */
    equalF1: FigureSchema,
    /** F1 over all cases but those of one type, for every type, sorted. */
    without: z.array(z.strictObject({ id: z.string(), f1: FigureSchema })),
  }),
  citations: z.strictObject({
    givenMatch: CitationLevelsSchema,
    overall: CitationLevelsSchema,
    written: count,
    validity: z.strictObject({
      valid: count,
      outdated: count,
      nonexistent: count,
      unverifiable: count,
      unknownLaw: count,
      unparsable: count,
    }),
    tooBroad: count,
    fabricationRate: FigureSchema,
    uncheckedShare: FigureSchema,
    findingsWithNonexistent: FigureSchema,
  }),
  /** Findings that carry a confidence, neutral ones left out. Undefined where the model gives none. */
  confidence: z.strictObject({
    /** Share of the findings that carry one. */
    given: FigureSchema,
    calibrationError: FigureSchema,
    brierScore: FigureSchema,
    /** Bins of equal mass, lowest confidence first; empty where none is given. */
    reliability: z.array(ReliabilityBinSchema),
  }),
  /** The mark `needsJudgement` over true positives; wronglyMarked over all findings that call for no discretion. */
  discretion: RatesSchema.extend({ wronglyMarked: FigureSchema }),
  chance: ChanceSchema,
  /** Defects in which a case differs from its twin. */
  twins: z.strictObject({
    pairs: count,
    /** Pairs that differ in more or less than one required defect. */
    unusable: count,
    /** Found in the one and not reported in the other. */
    accuracy: FigureSchema,
    /** Of the same defects. */
    recall: FigureSchema,
  }),
  /** Area under the ROC curve of deficient against complete cases. */
  separation: z.strictObject({ byFindings: FigureSchema, byConfidence: FigureSchema }),
  robustness: RobustnessSchema,
  evidence: RatesSchema.extend({
    placesPerFinding: FigureSchema,
    verbatimQuotes: FigureSchema,
    fabricatedQuotes: FigureSchema,
  }),
  /** Required defects by code: how often missed, most first. */
  misses: z.array(
    z.strictObject({
      code: z.string(),
      missed: count,
      of: count,
      /** All cases in which it was missed; `caseIds` names the first 20 of them, by id. */
      cases: count,
      caseIds: z.array(IdSchema),
    }),
  ),
  /** False positives by code (null: the finding named none), most first. */
  falseAlarms: z.array(
    z.strictObject({
      code: z.string().nullable(),
      findings: count,
      /** As above. */
      cases: count,
      caseIds: z.array(IdSchema),
    }),
  ),
});
export type ModelResult = z.infer<typeof ModelResultSchema>;
