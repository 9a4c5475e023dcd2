import { addToRow } from './add-to-row.ts';
import type { CaseScore, FindingScore } from './case-score.ts';
import { addCount, type Counts } from './tally.ts';

const prefix = 'confidence:';
const required = `${prefix}required`;
const nine = '9'.charCodeAt(0);

/** Whether a column was written by {@link addConfidence}. */
export function isConfidenceColumn(column: string): boolean {
  return column.startsWith(prefix);
}

/** Whether a column counts findings that carry a confidence: a family with one is in the denominator of calibration. */
export function isGivenConfidenceColumn(column: string): boolean {
  return column.startsWith(prefix) && column.charCodeAt(prefix.length) <= nine;
}

/** A confidence as it is read here: to three decimals, in whole thousandths. */
export function toThousandths(confidence: number): number {
  return Math.round(1000 * confidence);
}

/**
 * Adds a case's findings, over its repeats, to its family's row: columns `confidence:0.850:hit` and `…:miss`
 * (`confidence:none:…` without confidence), and `confidence:required`, the required defects once a repeat.
 * Neutral findings are left out.
 */
export function addConfidence(row: Map<string, number>, score: CaseScore): void {
  for (const repeat of score.repeats) {
    addToRow(row, required, repeat.defects.filter((defect) => defect.role === 'required').length);
    for (const finding of repeat.findings) {
      if (finding.verdict === 'neutral') continue;
      addToRow(row, `${prefix}${keyOf(finding)}:${finding.verdict === 'truePositive' ? 'hit' : 'miss'}`, 1);
    }
  }
}

/** Counts under `confidence.given` how many of a case's findings carry one; neutral findings are left out. */
export function countGivenConfidence(counts: Counts, score: CaseScore): void {
  for (const { verdict, confidence } of score.repeats.flatMap(({ findings }) => findings)) {
    if (verdict !== 'neutral') addCount(counts, 'confidence.given', Number(confidence !== undefined), 1);
  }
}

function keyOf({ confidence }: FindingScore): string {
  return confidence === undefined ? 'none' : (toThousandths(confidence) / 1000).toFixed(3);
}

/** The findings of one confidence, and where their columns stand; -1 where there is no such column. */
export interface Threshold {
  /** In whole thousandths; null: without confidence. */
  thousandths: number | null;
  hit: number;
  miss: number;
}

/** The confidence columns: highest confidence first, those without last. */
export function readThresholds(columns: readonly string[]): { thresholds: Threshold[]; required: number } {
  const byKey = new Map<string, Threshold>();
  for (const [at, column] of columns.entries()) {
    const [, key, verdict] = /^confidence:(none|[\d.]+):(hit|miss)$/u.exec(column) ?? [];
    if (key === undefined) continue;
    let threshold = byKey.get(key);
    if (threshold === undefined) {
      threshold = { thousandths: key === 'none' ? null : toThousandths(Number(key)), hit: -1, miss: -1 };
      byKey.set(key, threshold);
    }
    threshold[verdict as 'hit' | 'miss'] = at;
  }
  const rank = ({ thousandths }: Threshold) => thousandths ?? -1;
  return {
    thresholds: [...byKey.values()].sort((a, b) => rank(b) - rank(a)),
    required: columns.indexOf(required),
  };
}

/** The sum of a column; 0 where there is none. */
export function sumAt(sums: Float64Array, at: number): number {
  return at < 0 ? 0 : sums[at]!;
}
