import type { Figure } from '../../evals/statistics/interval.ts';
import { type MeasureId, measureOf } from '../measures.ts';
import { formatCount, formatShare } from '../render/format-number.ts';
import { figureText, hitsText, intervalText } from '../render/render-figure.ts';
import { type ReportContext, subjectsOf } from '../report-context.ts';

/** More models than this are summed up by the lowest and the highest. */
export const partsSaid = 5;

/** One model's value on a measure. */
export interface Part {
  name: string;
  value: number;
  figure: Figure;
}

/** The models that a reader may buy or use, on one measure; the baselines where there are no others. */
export function partsOf(context: ReportContext, measure: MeasureId): Part[] {
  return subjectsOf(context).flatMap((result): Part[] => {
    const figure = measureOf(measure).read(result);
    return figure.value === null ? [] : [{ name: result.model.id, value: figure.value, figure }];
  });
}

/** Each model with its count, share and interval, or from the lowest to the highest where there are many. */
export function sayParts(
  context: ReportContext,
  parts: readonly Part[],
  list: (list: string) => string,
  range: (low: string, lowName: string, high: string, highName: string) => string,
): string {
  const { words, language } = context;
  if (parts.length > partsSaid) {
    const texts = parts.map((part) => ({
      ...part,
      text: `${formatShare(part.value, language)} (${intervalText(part.figure, context)})`,
    }));
    return sayTexts(context, texts, list, range);
  }
  const said = parts.map(({ name, value, figure }) =>
    words.answer.part(
      name,
      hitsText(figure, language),
      formatCount(figure.items, language),
      formatShare(value, language),
      intervalText(figure, context),
    ),
  );
  return list(said.join('; '));
}

/** A measure of each model with its interval as text, for {@link sayTexts}. */
export function textsOf(context: ReportContext, measure: MeasureId): (Part & { text: string })[] {
  const { unit } = measureOf(measure);
  return partsOf(context, measure).map((part) => ({
    ...part,
    text: `${figureText(part.figure, context, unit)} (${intervalText(part.figure, context, unit)})`,
  }));
}

/** Each model with its value as text, or from the lowest to the highest where there are many. */
export function sayTexts(
  { words }: ReportContext,
  parts: readonly { name: string; value: number; text: string }[],
  list: (list: string) => string,
  range: (low: string, lowName: string, high: string, highName: string) => string,
): string {
  if (parts.length <= partsSaid) {
    return list(parts.map(({ name, text }) => words.answer.share(name, text)).join('; '));
  }
  const sorted = parts.toSorted((a, b) => a.value - b.value);
  const low = sorted[0]!;
  const high = sorted.at(-1)!;
  return range(low.text, low.name, high.text, high.name);
}
