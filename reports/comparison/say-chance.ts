import type { ModelResult } from '../../evals/scores/model-result.ts';
import { figureText, intervalText } from '../render/render-figure.ts';
import type { ReportContext } from '../report-context.ts';

/** A p over this is held to be possible by chance. */
const alpha = 0.05;

export type ChanceVerdict = 'above' | 'aboveUnmeasured' | 'aboveUnsure' | 'alike' | 'notAbove' | 'untested';

/** Whether a model's answers belong to their cases, as far as both the test and the interval carry; null: unmeasured. */
export function judgeChance({ f1, shuffledF1, excessF1, p }: ModelResult['chance']): ChanceVerdict | null {
  if (f1.value === null || shuffledF1.value === null || excessF1.value === null) return null;
  if (excessF1.value <= 0) return 'notAbove';
  if (p === null) return 'untested';
  if (p > alpha) return 'alike';
  if (excessF1.interval === null) return 'aboveUnmeasured';
  return excessF1.interval.low > 0 ? 'above' : 'aboveUnsure';
}

/** `Bytter man svarene om, når de F1 12,0 %. Modellens egne når 61,0 %. Det ligger klart over.` */
export function sayChance(context: ReportContext, { chance }: ModelResult): string {
  const { words } = context;
  const verdict = judgeChance(chance);
  if (verdict === null) return words.chance.unmeasured(whyUnmeasured(context, chance));
  const numbers = words.chance.numbers(
    figureText(chance.shuffledF1, context),
    figureText(chance.f1, context),
  );
  return `${numbers} ${words.chance.verdicts[verdict]}`;
}

function whyUnmeasured(context: ReportContext, { f1, shuffledF1, excessF1 }: ModelResult['chance']): string {
  const missing = [shuffledF1, excessF1, f1].find(({ value }) => value === null)!;
  return intervalText(missing, context, 'share', context.words.measures.shuffledF1.none);
}
