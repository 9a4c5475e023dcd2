import { z } from 'zod';
import { IdSchema } from '../../datasets/case.ts';
import { OutcomeSchema, RoleSchema, SeveritySchema } from '../../datasets/label.ts';
import { PolicySchema } from '../matching/policy.ts';
import { ScreeningStatusSchema } from '../screening/screening.ts';

const count = z.number().min(0);

export const MatchCountsSchema = z.strictObject({
  truePositives: count,
  falsePositives: count,
  falseNegatives: count,
  /** Findings matched to an advisory or contested defect: neither for nor against. */
  neutral: count,
  /** False positives that name a defect which another finding already matched. */
  duplicates: count,
});
export type MatchCounts = z.infer<typeof MatchCountsSchema>;

/** Hits among what was cited, and hits among what should be cited; they differ where sets are alternatives. */
export const SetCountsSchema = z.strictObject({
  cited: count,
  citedHits: count,
  gold: count,
  goldHits: count,
});
export type SetCounts = z.infer<typeof SetCountsSchema>;

export const CitationCountsSchema = z.strictObject({
  exact: SetCountsSchema,
  paragraph: SetCountsSchema,
  hierarchical: SetCountsSchema,
});
export type CitationCounts = z.infer<typeof CitationCountsSchema>;

export const VerdictSchema = z.enum([
  'valid',
  'outdated',
  'nonexistent',
  'unverifiable',
  'unknownLaw',
  'unparsable',
]);
export type Verdict = z.infer<typeof VerdictSchema>;

/** One citation as the model wrote it; a list or range is one, with its provisions in `ids`. */
export const ScoredCitationSchema = z.strictObject({
  /** As written, cut to 200 characters; for a structured citation its display form. */
  written: z.string(),
  ids: z.array(z.string()),
  display: z.string(),
  validity: VerdictSchema,
  hint: z.strictObject({ da: z.string(), en: z.string() }).optional(),
  /** Against the matched defect: in an accepted set, an ancestor or descendant of one, or neither. Absent where unmatched. */
  accepted: z.enum(['exact', 'partly', 'no']).optional(),
  tooBroad: z.boolean(),
});
export type ScoredCitation = z.infer<typeof ScoredCitationSchema>;

/** What became of one finding under the headline policy. */
export const FindingScoreSchema = z.strictObject({
  findingId: IdSchema,
  code: z.string().nullable(),
  /** The code's group; null where the code is absent or not in the taxonomy. */
  group: z.string().nullable(),
  verdict: z.enum(['truePositive', 'falsePositive', 'neutral']),
  duplicate: z.boolean(),
  defectId: IdSchema.optional(),
  /** Of the matched pair, in [0, 1]. */
  similarity: z.number().optional(),
  documentTypes: z.array(z.string()),
  citations: z.array(ScoredCitationSchema),
  quotes: z.array(
    z.strictObject({
      documentId: z.string().optional(),
      verdict: z.enum(['verbatim', 'elsewhere', 'fabricated']),
    }),
  ),
  confidence: z.number().optional(),
  needsJudgement: z.boolean().optional(),
});
export type FindingScore = z.infer<typeof FindingScoreSchema>;

/** One labelled defect and the finding that found it under the headline policy. */
export const DefectScoreSchema = z.strictObject({
  defectId: IdSchema,
  code: z.string(),
  group: z.string().nullable(),
  severity: SeveritySchema,
  role: RoleSchema,
  discretionary: z.boolean(),
  documentTypes: z.array(z.string()),
  findingId: IdSchema.optional(),
});
export type DefectScore = z.infer<typeof DefectScoreSchema>;

export const RepeatScoreSchema = z.strictObject({
  repeat: z.int().min(0),
  status: ScreeningStatusSchema,
  errorKind: z.string().optional(),
  repaired: z.boolean().optional(),
  outcome: OutcomeSchema.optional(),
  /** Counts under every policy. */
  policies: z.record(PolicySchema, MatchCountsSchema),
  /** Distinct codes of the case, blind to splitting and duplicates. */
  codeSet: z.strictObject({ truePositives: count, falsePositives: count, falseNegatives: count }),
  findings: z.array(FindingScoreSchema),
  defects: z.array(DefectScoreSchema),
  citations: z.strictObject({ givenMatch: CitationCountsSchema, overall: CitationCountsSchema }),
  /** Places named by true positives against their defects'. */
  evidence: SetCountsSchema.extend({ findings: count }),
});
export type RepeatScore = z.infer<typeof RepeatScoreSchema>;

/** A line of `scores/<model>.jsonl`: one model on one case. */
export const CaseScoreSchema = z.strictObject({
  schema: z.literal('maalestok.score.v1'),
  model: z.strictObject({ id: IdSchema, version: z.string() }),
  caseId: IdSchema,
  /** The family (twins, variants) where it has more than this case. */
  family: z.string().optional(),
  caseType: z.string(),
  municipality: z.string(),
  /** Gold: no required defect. */
  complete: z.boolean(),
  outcome: OutcomeSchema,
  repeats: z.array(RepeatScoreSchema).min(1),
});
export type CaseScore = z.infer<typeof CaseScoreSchema>;
