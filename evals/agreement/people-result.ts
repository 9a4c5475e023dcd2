import { z } from 'zod';
import { IdSchema } from '../../datasets/case.ts';
import { FigureSchema } from '../statistics/interval.ts';

const count = z.int().nonnegative();

/** Figures against the consensus of the other caseworkers, under the headline's matching policy. */
export const ConsensusFiguresSchema = z.strictObject({
  /** Cases behind the figures: labelled by at least two people, an annotator's own by them too. */
  cases: count,
  precision: FigureSchema,
  recall: FigureSchema,
  f1: FigureSchema,
  /** Hierarchical F1 of citations, overall scope. */
  citationHf1: FigureSchema,
  /** Share of the cases without a required defect in the consensus that were not passed. */
  cleanFalseAlarmRate: FigureSchema,
});
export type ConsensusFigures = z.infer<typeof ConsensusFiguresSchema>;

/** How far caseworkers agree, and how they and the models stand against the consensus of the others. */
export const PeopleSchema = z.strictObject({
  /** SHA-256 of what the split's annotations hold, whatever their order. */
  annotationsHash: z.string().regex(/^[0-9a-f]{64}$/, '64 lower-case hex digits'),
  /** Of the planned cases: one for each case and caseworker. */
  annotations: count,
  /** Planned cases that at least one caseworker labelled. */
  cases: count,
  /** Of these, labelled by at least two: only they say anything of agreement or have a consensus. */
  pairedCases: count,
  /** Krippendorff's alpha on the sets of codes, Jaccard distance; at most 1, 0 is chance, may be negative. */
  alpha: FigureSchema,
  /** The same on each code alone, named or not, for codes named in at least 5 paired cases; sorted by code. */
  alphaByCode: z.array(z.strictObject({ code: z.string(), alpha: FigureSchema, cases: count })),
  /** Cohen's kappa of every two on complete or deficient, over the cases both labelled; a before b, sorted. */
  kappas: z.array(z.strictObject({ a: IdSchema, b: IdSchema, kappa: FigureSchema, cases: count })),
  /** The unweighted mean of the annotators' F1, of those that have one. */
  meanF1: FigureSchema,
  /** The average annotator: counts of a case are means over its annotators, as the models' are. */
  human: ConsensusFiguresSchema,
  /** Each against the consensus of the others; sorted by pseudonym. */
  annotators: z.array(ConsensusFiguresSchema.extend({ annotatorId: IdSchema })),
  /** Each against the same consensuses, counts of a case being means over them; in the order of the suite. */
  models: z.array(ConsensusFiguresSchema.extend({ id: IdSchema })),
});
export type People = z.infer<typeof PeopleSchema>;
