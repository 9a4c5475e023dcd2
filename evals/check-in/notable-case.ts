import { z } from 'zod';
import { IdSchema } from '../../datasets/case.ts';
import type { Annotation, Label } from '../../datasets/label.ts';
import { codeSetOf } from '../agreement/code-set.ts';
import type { CaseScore } from '../scores/case-score.ts';
import { compareText } from '../statistics/compare-text.ts';

/**
 * Why a case is worth talking about:
 * - `caseworkersDisagree`: two who labelled it alone name different codes
 * - `missedByAll`: a required defect that no model found
 * - `inventedByAll`: a code that several models report and the label lacks (with one model: that it reports)
 * - `modelsDisagree`: a required defect that some models found and others did not
 * - `discretion`: the label asks for a person's judgement
 */
export const NotableReasonSchema = z.enum([
  'caseworkersDisagree',
  'missedByAll',
  'inventedByAll',
  'modelsDisagree',
  'discretion',
]);
export type NotableReason = z.infer<typeof NotableReasonSchema>;

/** What a reason counts for, where cases are chosen. */
const weights: Record<NotableReason, number> = {
  caseworkersDisagree: 4,
  missedByAll: 3,
  inventedByAll: 3,
  modelsDisagree: 2,
  discretion: 1,
};

export const NotableCaseSchema = z.strictObject({
  caseId: IdSchema,
  caseType: z.string(),
  reasons: z
    .array(z.strictObject({ reason: NotableReasonSchema, codes: z.array(z.string()).max(20) }))
    .min(1),
});
export type NotableCase = z.infer<typeof NotableCaseSchema>;

export interface JudgedCase {
  label: Label;
  /** Of the models that a reader may use: no baselines. One a model. */
  scores: readonly CaseScore[];
  annotations: readonly Annotation[];
}

/** Why a case is worth talking about; null where it is not. Looks at the first repeat. */
export function findReasons({ label, scores, annotations }: JudgedCase): NotableCase | null {
  const found = countFound(scores);
  const required = label.defects.filter(({ role }) => role === 'required');
  const hits = (defectId: string) => found.get(defectId) ?? 0;
  const codes: Record<NotableReason, string[]> = {
    caseworkersDisagree: differingCodes(annotations),
    missedByAll: required.filter(({ defectId }) => hits(defectId) === 0).map(({ code }) => code),
    inventedByAll: inventedCodes(scores),
    modelsDisagree: required
      .filter(({ defectId }) => hits(defectId) > 0 && hits(defectId) < scores.length)
      .map(({ code }) => code),
    discretion: label.defects.filter(({ discretionary }) => discretionary).map(({ code }) => code),
  };
  if (scores.length === 0) codes.missedByAll = [];
  const reasons = NotableReasonSchema.options
    .map((reason) => ({ reason, codes: [...new Set(codes[reason])].sort(compareText).slice(0, 20) }))
    .filter((each) => each.codes.length > 0);
  const caseType = scores[0]?.caseType ?? '';
  return reasons.length === 0 ? null : { caseId: label.caseId, caseType, reasons };
}

/** By how many models each labelled defect was found. */
function countFound(scores: readonly CaseScore[]): Map<string, number> {
  const found = new Map<string, number>();
  for (const { repeats } of scores) {
    for (const { defectId, findingId } of repeats[0]!.defects) {
      if (findingId !== undefined) found.set(defectId, (found.get(defectId) ?? 0) + 1);
    }
  }
  return found;
}

/** Known codes that at least two models report and the label lacks; with one model, those it reports. */
function inventedCodes(scores: readonly CaseScore[]): string[] {
  const by = new Map<string, number>();
  for (const { repeats } of scores) {
    const wrong = repeats[0]!.findings.flatMap(({ verdict, duplicate, code, group }) =>
      verdict === 'falsePositive' && !duplicate && code !== null && group !== null ? [code] : [],
    );
    for (const code of new Set(wrong)) by.set(code, (by.get(code) ?? 0) + 1);
  }
  const enough = Math.min(2, scores.length);
  return [...by].filter(([, count]) => count >= enough).map(([code]) => code);
}

/** Codes that some who labelled the case alone name and others do not. */
export function differingCodes(annotations: readonly Annotation[]): string[] {
  const sets = annotations.map(codeSetOf);
  const all = [...new Set(sets.flat())];
  return all.filter((code) => !sets.every((set) => set.includes(code)));
}

/** Cases kept of each reason at most. */
const perReason = 4;

/** The cases most worth talking about: of each reason a few, most reasons first, then by id. The same whatever the order they come in. */
export class NotableCases {
  /** All that were added. */
  count = 0;
  readonly #kept = new Map<NotableReason, NotableCase[]>();

  add(notable: NotableCase): void {
    this.count += 1;
    for (const { reason } of notable.reasons) {
      const kept = this.#kept.get(reason) ?? [];
      kept.push(notable);
      kept.sort(mostFirst);
      kept.length = Math.min(kept.length, perReason);
      this.#kept.set(reason, kept);
    }
  }

  chosen(): NotableCase[] {
    return [...new Set([...this.#kept.values()].flat())].sort(mostFirst);
  }
}

function mostFirst(a: NotableCase, b: NotableCase): number {
  return weightOf(b) - weightOf(a) || compareText(a.caseId, b.caseId);
}

function weightOf({ reasons }: NotableCase): number {
  return reasons.reduce((total, { reason }) => total + weights[reason], 0);
}
