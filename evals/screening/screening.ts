import { z } from 'zod';
import { IdSchema } from '../../datasets/case.ts';
import { OutcomeSchema } from '../../datasets/label.ts';
import { CitationInputSchema } from '../../datasets/rules/citation.ts';

/** Bounds of an answer, so that no vendor can drown a run. */
export const screeningLimits = { findings: 500, citations: 100, evidence: 100, textLength: 20_000 } as const;

/** A place that a finding names, with the words it quotes. */
export const FindingEvidenceSchema = z.union([
  z.object({
    documentId: z.string().min(1).max(200),
    page: z.int().min(1).optional(),
    quote: z.string().max(screeningLimits.textLength).optional(),
  }),
  z.object({
    field: z.string().min(1).max(200),
    quote: z.string().max(screeningLimits.textLength).optional(),
  }),
]);

/** One thing a model reports (fund). */
export const FindingSchema = z.object({
  findingId: IdSchema,
  text: z.string().max(screeningLimits.textLength),
  code: z.string().min(1).max(200).optional(),
  citations: z.array(CitationInputSchema).max(screeningLimits.citations).default([]),
  evidence: z.array(FindingEvidenceSchema).max(screeningLimits.evidence).default([]),
  confidence: z.number().min(0).max(1).optional(),
  needsJudgement: z.boolean().optional(),
});
export type Finding = z.infer<typeof FindingSchema>;

export const ScreeningStatusSchema = z.enum(['answered', 'abstained', 'invalid', 'timedOut', 'failed']);
export type ScreeningStatus = z.infer<typeof ScreeningStatusSchema>;

/** Everything one model answered on one case in one repeat: the contract that vendors meet. */
export const ScreeningSchema = z.object({
  schema: z.literal('maalestok.screening.v1').default('maalestok.screening.v1'),
  model: z.object({ id: IdSchema, version: z.string().min(1).max(200) }),
  caseId: IdSchema,
  /** From 0. */
  repeat: z.int().min(0).max(99).default(0),
  status: ScreeningStatusSchema,
  outcome: OutcomeSchema.optional(),
  findings: z.array(FindingSchema).max(screeningLimits.findings).default([]),
  error: z.object({ kind: z.string().min(1).max(100), message: z.string().max(2000) }).optional(),
  repaired: z.boolean().optional(),
});
export type Screening = z.infer<typeof ScreeningSchema>;
