import type { Result } from '../evals/artifacts.ts';
import { formatCount } from './render/format-number.ts';
import { joinNames, type ReportContext } from './report-context.ts';

/** How many of the cases are variants of others: changed in what must not matter, and with a planted instruction. */
export function countVariants({ models }: Pick<Result, 'models'>): { changed: number; injected: number } {
  const most = (counts: number[]) => Math.max(0, ...counts);
  return {
    changed: most(models.map(({ robustness }) => robustness.transformed)),
    injected: most(models.map(({ robustness }) => robustness.injections.cases)),
  };
}

/** Whether more cases are variants than not: then the figures say how far answers hold, and rank no one. */
export function isMostlyVariants(result: Pick<Result, 'models' | 'dataset'>): boolean {
  const { changed, injected } = countVariants(result);
  return 2 * (changed + injected) > result.dataset.cases;
}

/** How many cases there are that are no twins or variants of each other: the n of a figure over all of them. */
export function independentCases({ models }: Pick<Result, 'models'>): number {
  return Math.max(0, ...models.map(({ coverage }) => coverage.cases));
}

/** The words of a report in which n is a case with its variants, so that n = 24 and '96 of 96' explain each other. */
export function withVariantWords(context: ReportContext): ReportContext {
  const { words } = context;
  return { ...context, words: { ...words, figure: { ...words.figure, n: words.variants.n } } };
}

/** What n is where there are variants, and what the counts beside it are. */
export function sayHow({ words, language, result }: ReportContext): string {
  const { changed, injected } = countVariants(result);
  const variants = formatCount(injected > 0 ? injected : changed, language);
  return words.variants.how(formatCount(independentCases(result), language), variants);
}

/** `168 ændret …, 96 med …`; null where there are none. */
export function sayVariants(context: ReportContext): { all: string; parts: string } | null {
  const { words, language, result } = context;
  const { changed, injected } = countVariants(result);
  if (changed + injected === 0) return null;
  const n = (count: number) => formatCount(count, language);
  const parts = [
    ...(changed > 0 ? [words.variants.changed(n(changed))] : []),
    ...(injected > 0 ? [words.variants.injected(n(injected))] : []),
  ];
  return { all: n(changed + injected), parts: joinNames(context, parts) };
}
