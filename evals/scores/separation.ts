import { addToRow } from './add-to-row.ts';
import type { CaseScore, RepeatScore } from './case-score.ts';
import { toThousandths } from './confidence-columns.ts';

type Statistic = (sums: Float64Array) => number | null;

export type SeparationSide = 'complete' | 'deficient';

/** Whether a column was written by {@link addSeparation}; with a side, for complete or deficient cases only. */
export function isSeparationColumn(column: string, side?: SeparationSide): boolean {
  const [measure, own] = column.split(':', 2);
  return (
    (measure === 'separation.findings' || measure === 'separation.confidence') &&
    (side === undefined || own === side)
  );
}

/**
 * Adds how suspicious each of a case's repeats looks to its family's row: `separation.findings:deficient:3`
 * by the number of all its findings, don't-care ones too (what a caseworker has to read), and
 * `separation.confidence:deficient:0.850` by the highest confidence, `none` where no finding carries one.
 * What was not answered never gains: a complete case ranks above all others (`failed`), a deficient one as
 * one without findings.
 */
export function addSeparation(row: Map<string, number>, score: CaseScore): void {
  const side: SeparationSide = score.complete ? 'complete' : 'deficient';
  for (const repeat of score.repeats) {
    const failed = score.complete && repeat.status !== 'answered';
    addToRow(row, `separation.findings:${side}:${failed ? 'failed' : repeat.findings.length}`, 1);
    addToRow(row, `separation.confidence:${side}:${failed ? 'failed' : highestConfidence(repeat)}`, 1);
  }
}

function highestConfidence({ findings }: RepeatScore): string {
  const given = findings.flatMap(({ confidence }) => confidence ?? []);
  return given.length === 0 ? 'none' : (toThousandths(Math.max(...given)) / 1000).toFixed(3);
}

/**
 * The area under the ROC curve of deficient against complete cases, in [0, 1]: the chance that a deficient
 * case looks more suspicious than a complete one, ties counting half. Null where there are no complete or
 * no deficient cases; `byConfidence` too where the model gives no confidence at all.
 * @source Hanley, J. A. & McNeil, B. J. (1982), The meaning and use of the area under a receiver operating
 *   characteristic (ROC) curve, Radiology 143, 29–36.
 */
export function prepareSeparation(
  columns: readonly string[],
): Record<'byFindings' | 'byConfidence', Statistic> {
  const given = columns.some((column) => /^separation\.confidence:\w+:\d/u.test(column));
  return {
    byFindings: prepareArea(columns, 'findings'),
    byConfidence: given ? prepareArea(columns, 'confidence') : () => null,
  };
}

/** Where the columns of one degree of suspicion stand; -1 where there is none. */
interface Step {
  rank: number;
  complete: number;
  deficient: number;
}

function prepareArea(columns: readonly string[], by: 'findings' | 'confidence'): Statistic {
  const steps = new Map<number, Step>();
  for (const [at, column] of columns.entries()) {
    const [measure, side, degree] = column.split(':');
    if (measure !== `separation.${by}` || degree === undefined) continue;
    const rank = rankOf(degree);
    const step = steps.get(rank) ?? { rank, complete: -1, deficient: -1 };
    step[side as SeparationSide] = at;
    steps.set(rank, step);
  }
  const rising = [...steps.values()].sort((a, b) => a.rank - b.rank);
  return (sums) => {
    let complete = 0;
    let deficient = 0;
    /** Twice the pairs in the right order, ties half: a whole number. */
    let twice = 0;
    for (const step of rising) {
      const completeHere = step.complete < 0 ? 0 : sums[step.complete]!;
      const deficientHere = step.deficient < 0 ? 0 : sums[step.deficient]!;
      twice += deficientHere * (2 * complete + completeHere);
      complete += completeHere;
      deficient += deficientHere;
    }
    return complete === 0 || deficient === 0 ? null : twice / (2 * complete * deficient);
  };
}

function rankOf(degree: string): number {
  if (degree === 'none') return -1;
  return degree === 'failed' ? Number.POSITIVE_INFINITY : Number(degree);
}
